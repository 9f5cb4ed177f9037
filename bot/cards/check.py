"""What became of checking quotations as one message: each with its verdict, what differs, and where it stands.

Text gives way to verdicts: quotations are cut and further sources left out before a verdict is.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.answer import searched
from bot.cards.limits import CARD, units
from bot.cards.marks import day, linked, opening
from bot.cards.plain_text import cut, plain
from index.types import COMMON
from index.verdicts import Change, Check, Checked, Difference, Evidence, Verdict

_NAME, _SOURCE, _INSERTED = 60, 120, 80
"""UTF-16 units given to a name, the label of a source, and the words in brackets."""

_SIZES = ((400, 3), (250, 2), (150, 1), (80, 1))
"""UTF-16 units of a quotation (and of its difference twice that), and sources: tried in turn until all fits."""

_CONTEXT = 40
"""UTF-16 units of unchanged words that are kept before and after a difference."""


def check_card(checked: Checked, server: int) -> str:
    """The outcome for the members of `server` (or for a direct message, where it is COMMON)."""
    where = " (in direct messages I look into the common articles only)" if server == COMMON else ""
    small_print = f"-# {searched(checked.searched)}, in all their versions{where}"
    for shown in range(len(checked.checks), 0, -1):
        left_out = len(checked.checks) - shown
        more = [f"-# and {counted(left_out, 'more quotation')}"] if left_out else []
        for length, sources in _SIZES:
            blocks = [_block(one, length, sources) for one in checked.checks[:shown]]
            card = "\n".join([*blocks, *more, small_print])
            if units(card) <= CARD:
                return card
    return small_print


def _block(one: Check, length: int, sources: int) -> str:
    """One quotation, its verdict, what differs and the first of its sources."""
    lines = [f"> {plain(one.asked, length) or '…'}\n", _verdict(one)]
    if one.differences:
        lines.append(_difference(one.differences, 2 * length))
    elif one.verdict is Verdict.SHORTENED:
        lines.append(f"In full: {plain(one.evidence[0].citation.quote, 2 * length)}")
    elif one.evidence and one.evidence[0].goes_on:
        lines.append(f"In its sentence: {plain(one.evidence[0].sentences, 2 * length)}")
    lines += [_source(each) for each in one.evidence[:sources]]
    left_out = len(one.evidence) - sources
    return "\n".join([*lines, *([f"-# and {counted(left_out, 'more article')}"] if left_out > 0 else [])])


def _verdict(one: Check) -> str:
    """The verdict in words; nothing but EXACT is called word for word without a "but"."""
    given = plain(one.speaker, _NAME) if one.speaker else "that speaker"
    match one.verdict:
        case Verdict.EXACT:
            return "**Word for word.**"
        case Verdict.SHORTENED:
            inserted = plain(", ".join(one.inserted), _INSERTED)
            return f"**Shortened:** these words, in this order, but with gaps{_not_there(inserted)}."
        case Verdict.OTHER_SPEAKER:
            return f"**Right words, but not as {given}'s.**"
        case Verdict.OTHER_DATE:
            return f"**Right words, but not reported around {day(one.day)}.**" if one.day else "**Right words.**"
        case Verdict.AMBIGUOUS:
            return "**Right words, but several people are quoted with them.**"
        case Verdict.ALTERED if one.same_words:
            return "**Altered:** the words are the same, punctuation or capitals are not."
        case Verdict.ALTERED:
            return "**Altered.** The nearest I hold, ~~struck out~~ what is missing and **bold** what was put in:"
        case Verdict.TOO_SHORT:
            return "**Too short to tell:** so few words stand in many articles."
        case Verdict.UNKNOWN:
            return "**Not found** in the articles I may read here. That does not say it was never said."


def _not_there(inserted: str) -> str:
    return f"; in brackets, and not in the article: {inserted}" if inserted else ""


def _difference(differences: Sequence[Difference], limit: int) -> str:
    """The words of both, marked, in about `limit` UTF-16 units: a mark is never cut in two."""
    last = len(differences) - 1
    pieces: list[str] = []
    for number, one in enumerate(differences):
        piece = _marked(one, first=number == 0, last=number == last)
        if units(" ".join([*pieces, piece])) > limit:
            return " ".join([*pieces, "…"])
        pieces.append(piece)
    return " ".join(pieces)


def _marked(one: Difference, first: bool, last: bool) -> str:
    if one.change is Change.MISSING:
        return f"~~{plain(one.words, 2 * _CONTEXT)}~~"
    if one.change is Change.ADDED:
        return f"**{plain(one.words, 2 * _CONTEXT)}**"
    words = plain(one.words)
    if units(words) <= 2 * _CONTEXT + 3:
        return words
    begins = "" if first else cut(words, _CONTEXT)
    ends = "" if last else f"…{plain(one.words[-_CONTEXT:].partition(' ')[2])}"
    return " ".join(filter(None, (begins, ends)))


def _source(piece: Evidence) -> str:
    """Whose the words are in an article, and the article; an earlier version of it is called so."""
    cited = piece.citation
    said = f"**{plain(cited.speaker, _NAME)}**" if cited.speaker else "nobody named"
    link = opening(cited.link, cited.url)
    dated = f" · {day(cited.published)}" if cited.published else ""
    earlier = "" if piece.current else " · an earlier version"
    return f"— {said}, {linked(f'{cited.outlet} - {cited.title}', link, _SOURCE)}{dated}{earlier}"
