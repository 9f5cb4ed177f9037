"""A number of things in words, for every text of the index. Pure."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A count with its noun: "1 article", "2,300 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
