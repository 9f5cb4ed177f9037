"""What a door may do for a server as a whole: its settings, what it may still ask, forgetting it. Part of NewsIndex."""

from __future__ import annotations

from index.work.writing import Writing


class ServerCalls:
    """Each server has its own settings; nobody else learns of them."""

    _writing: Writing
