"""Tells a sentence that states something from a heading, a byline, a list's item, a question, a credit line. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.answer.words import stems_of, unspaced
from index.sentences import sentence_spans
from index.types import Quote

FEWEST = 5
"""Words of what can be quoted by itself: who did what to whom. "Divers have recovered six bodies." has five."""

REPEATED = 0.8
"""Share of a quote's words that one before it has, from which on it says nothing more to a reader."""

LEADS_UP = 2
"""Sentences before one that points back that are shown with it: a name stands seldom farther off than that."""

REACH = 600
"""Characters before a sentence in which those are looked for: two long sentences."""

_ENDS = re.compile(r"[.!?…。！？।]+[\"'”’»)\]」』]*$")
_ASIDE = re.compile(
    r"(?:contribut(?:ing|ors?|ed by)\s*:|more(?: on \w+)?:|read (?:more|also|next)\b|see also\b|related:|watch:"
    r"|photos?:|editor['’]s note|this page is a summary|for the latest\b.*\b(?:view|see|follow|visit|read)\b"
    r"|on \w+['’]s episode|follow (?:us|him|her|them)\b|sign up\b|subscribe\b|click (?:here|on)\b"
    r"|(?:e-?mail|reach) (?:us|him|her|them)\b)",
    re.I,
)
_POINTS_BACK = re.compile(
    r"[\"'“‘]?(?:(?:but|and|so|yet|still|then),? )?(?:he|she|it|they|this|these|his|her|their)\b", re.I
)
_DUMMY = re.compile(
    r"[\"“]?(?:but |and )?it(?:’s|'s| is| was| will be| would be)? (?:\w+ ){1,3}(?:that|to|when|whether)\b", re.I
)


_BYLINE = re.compile(
    r"\bis an? (?:[\w’'-]+ ){0,6}(?:reporter|correspondent|journalist|columnist|editor|producer)\b"
    r"(?: (?:at|for|with|in|on)\b|,|\.)"
)
"""Who wrote it, below an article: Jane Roe is a national news reporter at The Daily."""


def repeats(quote: Quote, earlier: Iterable[Quote]) -> bool:
    """Whether a quote says over again what one before it says, as an outlet's reports of several days do."""
    return any(_share(quote.text, one.text) >= REPEATED for one in earlier)


def _share(one: str, other: str) -> float:
    """How many of the shorter text's different words the longer one has, 0 to 1."""
    first, second = set(stems_of(one)), set(stems_of(other))
    return len(first & second) / (min(len(first), len(second)) or 1)


def length(text: str) -> int:
    """How many words a text has; in scripts that put no space between them two characters count as one."""
    return max(len(text.split()), unspaced(text))


def states(text: str, start: int, end: int) -> bool:
    """Whether the sentence `text[start:end]` of news states something; a question does not that has its own line."""
    sentence = text[start:end]
    if (closed := _ENDS.search(sentence)) is None or _ASIDE.match(sentence) or _BYLINE.search(sentence):
        return False
    return "?" not in closed.group() or not _alone(text, start, end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line of `text[start:end]`."""
    before, after = text[:start].rstrip(" \t")[-1:], text[end:].lstrip(" \t")[:1]
    return before in ("", "\n", "\r") and after in ("", "\n", "\r")


def points_back(sentence: str) -> bool:
    """Whether a sentence begins with a word that stands for what was named before; "it is clear that" names nothing."""
    return _POINTS_BACK.match(sentence) is not None and _DUMMY.match(sentence) is None


def led_up(quote: Quote, most: int) -> Quote:
    """The quote with the sentences before it that say who "he" or what "it" is, in at most `most` words in all."""
    text, start = quote.hit.stored.article.text, quote.start
    begin = max(start - REACH, 0)
    before = [(begin + one, begin + other) for one, other in sentence_spans(text[begin:start])]
    for low, high in reversed(before[-LEADS_UP:] if begin == 0 else before[1:][-LEADS_UP:]):
        if not points_back(text[start : quote.end]) or not states(text, low, high):
            break
        if length(text[low : quote.end]) > most:
            break
        start = low
    return Quote(quote.hit, start, quote.end, text[start : quote.end], quote.speaker, quote.role)
