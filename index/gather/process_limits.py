"""What a worker may take: little memory while it parses what comes from anywhere, more for a model of our own.

Set once at its start. Elsewhere nothing is limited, and `room_for_a_model` does nothing.
"""

from __future__ import annotations

import resource

LARGEST_FILE = 96 * 1024 * 1024
"""Bytes that a worker may write into one file: py3langid unpacks its model into a temporary one of 75 MB."""

_most: int | None = None


def limit_this_process(parsing: int, most: int, seconds: int) -> None:
    """At most `parsing` bytes of addresses, later `most`, and `seconds` of CPU, whatever became of its parent."""
    global _most
    for limit, now, later in (
        (resource.RLIMIT_AS, parsing, most),
        (resource.RLIMIT_CPU, seconds, seconds),
        (resource.RLIMIT_FSIZE, LARGEST_FILE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        already = resource.getrlimit(limit)[1]
        hard = later if already == resource.RLIM_INFINITY else min(later, already)
        resource.setrlimit(limit, (min(now, hard), hard))
    _most = resource.getrlimit(resource.RLIMIT_AS)[1]


def room_for_a_model() -> None:
    """Give a limited process all the memory it may have: what came from elsewhere has been parsed by now."""
    if _most is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_most, _most))
