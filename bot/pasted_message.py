"""A message as the text that is checked: Discord's formatting taken off, block quotes put between marks. Pure."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"(?m)^>>> (?P<rest>[\s\S]*)|(?:^> ?.*(?:\n|\Z))+")
_LINE = re.compile(r"(?m)^> ?")
_FORMATTING = re.compile(r"\\(?P<sign>[^\w\s])|\*{1,3}|__|\|\||~~|`{1,3}|(?m:^(?:#{1,3}|-#) )")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?https?://[^()\s]*>?\)")
_MARKS = frozenset('"“”„«»')


def pasted_text(content: str) -> str:
    """The content of a message without what formats it; a block quote without marks of its own gets a pair."""
    bare = _BLOCK.sub(_marked, content)
    return _FORMATTING.sub(lambda mark: mark["sign"] or "", _LINK.sub(r"\1", bare)).strip()


def _marked(block: re.Match[str]) -> str:
    words = (block["rest"] if block["rest"] is not None else _LINE.sub("", block.group())).strip()
    return f"{words}\n" if _MARKS & set(words) or not words else f"“{words}”\n"
