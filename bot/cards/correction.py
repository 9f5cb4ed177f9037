"""A correction as a reply to the answer that cited the article: which words changed, struck out and in bold."""

from __future__ import annotations

from bot.cards.limits import CARD, units
from bot.cards.marks import linked
from bot.cards.plain_text import plain, visible
from index.alerts import Amendment, Correction
from index.revisions import Edit

_SOURCE = 140
_SIZES = ((160, 60), (90, 30), (50, 0))
"""UTF-16 units of the words that changed and of those around them: tried in turn until all fit."""

_EDITS = 6
"""Changes of one passage that are shown; a passage with more was written anew."""


def correction_card(correction: Correction) -> str:
    """What has changed in what the answer above cites."""
    heading = "**Correction:** what I cited here has changed since."
    for shown in range(len(correction.amendments), 0, -1):
        for sizes in _SIZES:
            blocks = [_block(one, *sizes) for one in correction.amendments[:shown]]
            card = "\n".join([heading, *blocks])
            if units(card) <= CARD:
                return card
    return heading


def _block(one: Amendment, room: int, around: int) -> str:
    source = f"[{one.n}] {linked(f'{one.outlet} - {one.title}', one.url, _SOURCE)}"
    if one.gone:
        words = " ".join(edit.removed for edit in one.edits)
        return f"{source}\n> ~~{plain(words, 2 * room)}~~\n-# The passage does not stand in the article any more."
    edits = "\n".join(f"> {_edit(edit, room, around)}" for edit in one.edits[:_EDITS])
    left_out = f"\n-# and {len(one.edits) - _EDITS} more" if len(one.edits) > _EDITS else ""
    return f"{source}\n{edits}{left_out}"


def _edit(edit: Edit, room: int, around: int) -> str:
    before = f"… {_last(edit.before, around)}" if edit.before and around else ""
    after = f"{plain(edit.after, around)} …" if edit.after and around else ""
    removed = f"~~{plain(edit.removed, room)}~~" if edit.removed else ""
    added = f"**{plain(edit.added, room)}**" if edit.added else ""
    return " ".join(filter(None, (before, removed, added, after)))


def _last(words: str, room: int) -> str:
    """The last of some words, whole ones."""
    shown = visible(words)
    return plain(shown if len(shown) <= room else shown[-room:].partition(" ")[2], 2 * room)
