"""Measuring it: from a set of questions and their answers to figures with intervals. Asking is left to the doors."""
