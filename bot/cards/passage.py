"""A citation in its paragraph, the quoted words in bold: one page of "Show passage"."""

from __future__ import annotations

from bot.cards.limits import CARD, units
from bot.cards.marks import ago, linked, opening
from bot.cards.plain_text import cut, plain
from index.kept_answers import CitedPassage

_SPEAKER, _SOURCE, _NUMBER = 80, 140, 20
"""UTF-16 units given to the speaker, to the label of the source, and to what says which page this is."""

NOTHING_LEFT = "The articles that this answer quoted are not here any more."


def passage_card(passage: CitedPassage) -> str:
    """The paragraph in one message: what stands around the quotation is cut before the quotation is."""
    dated = f" · {ago(passage.published)}" if passage.published else ""
    link = opening(passage.link, passage.url)
    source = f"[{passage.n}] {linked(f'{passage.outlet} - {passage.title}', link, _SOURCE)}{dated}"
    said = f"\n— **{plain(passage.speaker, _SPEAKER)}**" if passage.speaker else ""
    room = CARD - units(f"{source}\n> ****{said}") - _NUMBER
    quote = plain(passage.quote, room)
    around = (room - units(quote)) // 2
    before, after = ending(passage.before, around), plain(passage.after, around)
    spaces = [" " if text[:1].isspace() else "" for text in (passage.before[::-1], passage.after)]
    # an edge that is no word would keep Discord from setting the words in bold
    paragraph = f"{before}{spaces[0]}**{quote or '…'}**{spaces[1]}{after}" if around else f"**{quote or '…'}**"
    return f"{source}\n> {paragraph}{said}"


def ending(text: str, limit: int) -> str:
    """Foreign text in at most `limit` units, cut at its begin."""
    escaped = plain(text)
    if units(escaped) <= limit:
        return escaped
    # escaping may double a text's length; the first word is likely cut and goes
    kept = text[-(limit // 2) :].partition(" ")[2]
    return cut(f"…{plain(kept)}", limit)
