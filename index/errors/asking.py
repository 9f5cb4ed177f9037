"""What goes wrong with a question, a search, or a text to be checked."""

from __future__ import annotations

from datetime import datetime

from index.errors.roots import CallError


class QuestionError(CallError):
    """A question that can't be answered as it stands. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "is empty" if length == 0 else f"has {length:,} characters"
        super().__init__(f"the question {wrong}: ask one of 1 to {limit:,} characters")


class QuotationError(CallError):
    """A text whose quotations can't be checked as it stands. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "is empty" if length == 0 else f"has {length:,} characters"
        super().__init__(f"the text to check {wrong}: give one of 1 to {limit:,} characters")


class SearchError(CallError):
    """Words that can't be searched for as they stand. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = f"has {length:,} characters" if length > limit else "has no word in it"
        super().__init__(f"the search {wrong}: give words of 1 to {limit:,} characters")


class NoDate(CallError):
    """A text that was to be a date."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"«{text}» is no date: write it as 2025-01-31")


class UnknownSpeaker(CallError):
    """Nobody of that name is quoted in what may be read here."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"nobody called «{name}» is quoted here: give a last or a full name")


class NotKept(CallError):
    """An answer that is not kept here: too old, or shown elsewhere. `days` is how long answers are kept."""

    def __init__(self, days: int) -> None:
        self.days = days
        super().__init__(f"that answer is not kept here (any more): answers are kept for {days} days")


class QuotaSpent(CallError):
    """A server has asked its `limit` of questions today; its count starts anew at `again` (aware, UTC)."""

    def __init__(self, limit: int, again: datetime) -> None:
        self.limit, self.again = limit, again
        super().__init__(f"this server's {limit:,} questions of today are used up: ask again from {again:%H:%M} UTC on")
