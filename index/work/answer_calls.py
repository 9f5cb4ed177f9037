"""What a door may do with answers that were shown: keep them, find them again, have them judged. Part of NewsIndex."""

from __future__ import annotations

from index.work.writing import Writing


class AnswerCalls:
    """An answer is kept for the server in which it was shown, and found again there alone."""

    _writing: Writing
