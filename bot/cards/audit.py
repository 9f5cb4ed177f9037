"""Who changed what, as messages: the pages of /audit, and what is posted to an audit channel. Nobody is pinged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.cards.limits import CARD, units
from bot.cards.marks import ago
from bot.cards.plain_text import plain
from index.reports import AuditEntry

PAGE = 10
"""Entries on a page: about a screen of a phone."""

_WHO, _ACTION, _WHAT = 30, 25, 120
"""UTF-16 units that each may take, so that a page fits into a message with its time marks."""

_DONE = {
    "add": "added",
    "add source": "added the source",
    "allow": "lets come back",
    "configure": "set",
    "import": "imported",
    "label": "labelled",
    "pause source": "paused the source",
    "reindex": "rebuilt",
    "remove": "removed",
    "remove source": "removed the source",
    "resume source": "resumed the source",
    "unlabel": "took a label off",
}
"""What the index calls an action, as it is told."""

_MARKS = (("channels: ", "#"), ("audit channel: ", "#"), ("roles that ", "@&"))
"""Settings whose values are numbers of channels or roles, and how Discord marks these."""


def entry_line(entry: AuditEntry) -> str:
    """One entry: when, who, what."""
    who = f"<@{entry.who}>" if entry.who.isdecimal() else plain(entry.who, _WHO)
    return f"{ago(entry.at)} {who} {_DONE.get(entry.action, plain(entry.action, _ACTION))} {_what(entry)}"


def audit_card(entries: Sequence[AuditEntry], page: int) -> str:
    """One page of a log, counted from 0, newest first."""
    shown = entries[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return "Nothing has been changed here yet." if page == 0 else "There is nothing older."
    return "\n".join(["**Who changed what here**", *map(entry_line, shown)])


def audit_posts(entries: Sequence[AuditEntry]) -> list[str]:
    """Entries as messages for an audit channel, as few as hold them."""
    posts: list[str] = []
    for line in map(entry_line, entries):
        if posts and units(posts[-1]) + units(line) < CARD:
            posts[-1] += f"\n{line}"
        else:
            posts.append(line)
    return posts


def _what(entry: AuditEntry) -> str:
    """What was changed, in plain text; channels and roles of a setting as Discord shows them."""
    if entry.action == "configure":
        for name, mark in _MARKS:
            if entry.what.startswith(name):
                return _marked(entry.what, mark)
    return plain(entry.what, _WHAT)


def _marked(setting: str, mark: str) -> str:
    name, _, value = setting.partition(": ")
    numbers = re.findall(r"\b\d{15,20}\b", value)
    shown = " ".join(f"<{mark}{number}>" for number in numbers[:3])
    more = f" and {len(numbers) - 3} more" if len(numbers) > 3 else ""
    return f"{plain(name, _WHO)}: {shown}{more}" if numbers else plain(setting, _WHAT)
