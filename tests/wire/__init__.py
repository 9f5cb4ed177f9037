"""Tests of the whole bot as a process against a loopback Discord; all that is smaller is tested elsewhere."""
