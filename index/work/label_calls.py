"""What a door may do with the labels of outlets. Part of NewsIndex."""

from __future__ import annotations

from index.work.writing import Writing


class LabelCalls:
    """Each server labels outlets for itself."""

    _writing: Writing
