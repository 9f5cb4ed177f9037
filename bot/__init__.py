"""The Discord side of Verbatim: it parses, calls the index and renders; what is true is the index's part."""
