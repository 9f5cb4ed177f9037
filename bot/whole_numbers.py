"""Whole numbers as people type them into a form."""

from __future__ import annotations

from discord import app_commands


class WrongNumber(app_commands.CheckFailure):
    """A field that was to hold a whole number up to `most`."""

    def __init__(self, text: str, most: int) -> None:
        self.text, self.most = text, most
        super().__init__(f"no number: {text}")


def whole_number(text: str, most: int) -> int:
    """A whole number as people write it, with or without commas; WrongNumber."""
    digits = text.strip().replace(",", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal()) or int(digits) > most:
        raise WrongNumber(text, most)
    return int(digits)
