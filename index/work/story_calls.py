"""What a door may ask beyond one answer: who says otherwise, a timeline, a search for words. Part of NewsIndex."""

from __future__ import annotations

from index.work.writing import Writing


class StoryCalls:
    """Reads only; a server sees its own articles and the common ones."""

    _writing: Writing
