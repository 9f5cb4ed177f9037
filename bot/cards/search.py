"""What a search for words found as one message: each article with its link, its day and the sentence with the words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.called import Labels, called
from bot.cards.limits import CARD, units
from bot.cards.marks import day, linked, opening
from bot.cards.plain_text import plain
from index.findings import Finding, Findings
from index.types import COMMON

PER_PAGE = 5
"""Articles on a page: as many as fit with a sentence each."""

_SIZES = ((180, 110, True), (110, 80, True), (70, 60, True), (70, 60, False), (0, 40, False))
"""UTF-16 units of the sentence and of the source's label, and whether there is a link: tried in turn until all fit."""

_ASKED, _AHEAD, _LABELS = 100, 40, 40


def search_card(asked: str, findings: Findings, page: int, server: int, labels: Labels, *, newest: bool) -> str:
    """A page, counted from 0, of what was found for the members of `server` (COMMON in a direct message)."""
    words = plain(asked, _ASKED) or "…"
    common = "-# In direct messages I search the common articles only." if server == COMMON else ""
    if not findings.found:
        nothing = f"No article holds **{words}**.\n-# {counted(findings.searched.articles, 'article')} searched."
        return "\n".join(filter(None, (nothing, common)))
    order = "the newest first" if newest else "the best first"
    which = "" if findings.every else "none holds every word, these hold some; "
    heading = f"**{counted(findings.articles, 'article')}** for **{words}**, {which}{order}"
    pages = -(-findings.articles // PER_PAGE)
    footer = f"-# page {page + 1} of {pages:,}" if pages > 1 else ""
    for sizes in _SIZES:
        entries = [_entry(one, labels, *sizes) for one in findings.found]
        card = "\n".join(filter(None, (heading, *entries, footer, common)))
        if units(card) <= CARD:
            return card
    return heading


def _entry(one: Finding, labels: Labels, room: int, label: int, link: bool) -> str:
    cited = one.citation
    address = opening(cited.link, cited.url)
    source = linked(f"{cited.outlet} - {cited.title}", address if link else None, label)
    dated = f" · {day(cited.published)}" if cited.published else ""
    more = f" · {one.passages} passages" if one.passages > 1 else ""
    shown = f"\n> {marked(cited.quote, one.marks, room)}" if room else ""
    return f"**{cited.n}** {source}{called(cited.outlet, labels, _LABELS)}{dated}{more}{shown}"


def marked(text: str, marks: Sequence[tuple[int, int]], room: int) -> str:
    """Part of a text in about `room` UTF-16 units, from shortly before its first mark on, the marks in bold."""
    start, end = _window(text, marks, room)
    pieces, at = ["… " if start else ""], start
    for first, last in marks:
        if at <= first and last <= end:
            pieces += [_spaced(text[at:first]), f"**{plain(text[first:last])}**"]
            at = last
    return "".join([*pieces, _spaced(text[at:end]), " …" if end < len(text) else ""]).strip() or "…"


def _window(text: str, marks: Sequence[tuple[int, int]], room: int) -> tuple[int, int]:
    """Where to begin and end, between words where there are spaces."""
    start = 0
    if marks and len(text) > room and marks[0][1] > room // 2:
        start = max(0, marks[0][0] - _AHEAD)
        start = text.find(" ", start, marks[0][0]) + 1 or start
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > end - _AHEAD else end
    return start, end


def _spaced(text: str) -> str:
    """A piece of a text, escaped, with the space at its edges that separates it from its neighbours."""
    before, after = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return f"{before}{plain(text)}{after}" if text.strip() else before
