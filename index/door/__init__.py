"""The operator's door, part by part: what may be asked, how it is done, how it is printed."""
