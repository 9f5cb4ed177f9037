"""What a door may do to be told of news: follows, digests, corrections. Part of NewsIndex."""

from __future__ import annotations

from index.work.writing import Writing


class AlertCalls:
    """Decides what is to be told to whom; telling is the door's part."""

    _writing: Writing
