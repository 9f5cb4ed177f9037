"""The operator at the door: its commands called in this process, as the console script does."""

from __future__ import annotations

import sys

import index.__main__ as door


def call(*words: str) -> int:
    """The exit code of `verbatim WORDS`."""
    before, sys.argv = sys.argv, ["verbatim", *words]
    try:
        return door.main()
    except SystemExit as left:
        return int(left.code or 0)
    finally:
        sys.argv = before
