"""Ordering the work: what is added, read, rebuilt, checked and worded, in short jobs, under one lock for writing."""
