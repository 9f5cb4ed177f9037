"""Keeping it: SQLite is the truth, the Chroma collection follows it."""
