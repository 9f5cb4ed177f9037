"""Names a passage so that a browser opens the page there: text fragments, `#:~:text=[prefix-,]start[,end][,-suffix]`.

Written to https://wicg.github.io/scroll-to-text-fragment/ and to what Chromium makes of it. A browser takes the first
place that fits, so a fragment is only given where that is the passage, as far as the text that we hold can tell. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote as percent_encoded

WHOLE = 7
"""A passage of so many words in one block is named whole; of a longer one its first and last words are: what the page
has between them (a note's number, an advertisement) may be what extraction took out."""

SHORTEST, LONGEST = 3, 12
"""How many words name an end of the passage: as few as are unique in the text, of these."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, kana and Han: written without spaces, so that a word may end at any character."""

_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_GLUE = frozenset("'’.:,;·‧\"״׳")
"""One of these between letters or digits may be inside a word: don't, U.S, 1,000, צה"ל (Unicode annex 29, WB6-12)."""


class Word(NamedTuple):
    """A stretch of text with a word boundary at both ends, in one block; `low:high` are the numbers of its tokens."""

    start: int
    end: int
    low: int
    high: int
    line: int


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as a browser searches it. `keys` are those of the tokens with a space around each, `at` where each is."""

    text: str
    words: tuple[Word, ...]
    keys: str
    at: tuple[int, ...]

    def first(self, low: int, high: int, since: int = 0) -> bool:
        """Whether the tokens `low:high` stand nowhere between token `since` and their own place.

        Punctuation, accents and blocks are not looked at, so a browser finds no more than this does.
        """
        wanted = self.keys[self.at[low] - 1 : self.at[high] if high < len(self.at) else len(self.keys)]
        return self.keys.find(wanted, self.at[since] - 1) == self.at[low] - 1


def link(url: str | None, text: str, start: int, end: int) -> str | None:
    """The address of an article with a fragment that opens it at `text[start:end]`; None without an address.

    The address alone where no fragment is sure to open there.
    """
    if not url:
        return None
    address, named = url.split(":~:")[0].rstrip("#"), fragment(text, start, end)
    return f"{address}{':~:' if '#' in address else '#:~:'}text={named}" if named else address


def fragment(text: str, start: int, end: int) -> str | None:
    """What stands behind `text=` for the words of `text[start:end]`, whole ones; None where there is no sure name."""
    page = _page(text)
    low = bisect_right(page.words, start, key=lambda word: word.end)
    high = bisect_left(page.words, end, key=lambda word: word.start)
    inside = page.words[low:high]
    if not inside:
        return None
    if inside[0].line == inside[-1].line and len(inside) <= WHOLE:
        return _exact(page, low, high)
    return _range(page, low, high) or (_exact(page, low, high) if inside[0].line == inside[-1].line else None)


def _exact(page: _Page, low: int, high: int) -> str | None:
    """The words `low:high`, with as much before or behind them as tells them from others."""
    term, tokens = _term(page, low, high), (page.words[low].low, page.words[high - 1].high)
    if page.first(*tokens):
        return term
    for before in _before(page, low):
        if page.first(page.words[before].low, tokens[1]):
            return f"{_prefix(page, before, low)},{term}"
    for after in _after(page, high):
        if page.first(tokens[0], page.words[after - 1].high):
            return f"{term},{_suffix(page, high, after)}"
    return None


def _range(page: _Page, low: int, high: int) -> str | None:
    """The first and the last of the words `low:high`, with as much around them as tells them from others."""
    words = page.words
    same_line = words[low].line == words[high - 1].line
    begin_limit = high - SHORTEST if same_line else _line_end(page, low)
    for begin in _growing(low, begin_limit):
        if page.first(words[low].low, words[begin - 1].high):
            prefix = ""
            break
    else:
        begin = min(low + SHORTEST, begin_limit)
        fitting = (one for one in _before(page, low) if page.first(words[one].low, words[begin - 1].high))
        before = next(fitting, None)
        if before is None:
            return None
        prefix = f"{_prefix(page, before, low)},"
    end = _end(page, begin, max(begin, _line_begin(page, high - 1)), high)
    return f"{prefix}{_term(page, low, begin)},{end}" if end else None


def _end(page: _Page, begin: int, earliest: int, high: int) -> str | None:
    """The last words before `high` that don't come earlier behind the word `begin`, none of them before `earliest`."""
    words = page.words
    since = words[begin].low
    for count in range(min(SHORTEST, high - earliest), min(LONGEST, high - earliest) + 1):
        if page.first(words[high - count].low, words[high - 1].high, since):
            return _term(page, high - count, high)
    last = max(earliest, high - SHORTEST)
    for after in _after(page, high):
        if page.first(words[last].low, words[after - 1].high, since):
            return f"{_term(page, last, high)},{_suffix(page, high, after)}"
    return None


def _growing(low: int, limit: int) -> Iterator[int]:
    """Where the first few words from `low` on may end, at the latest at `limit`."""
    yield from range(min(low + SHORTEST, limit), min(low + LONGEST, limit) + 1)


def _before(page: _Page, low: int) -> Iterator[int]:
    """Where words that come directly before the word `low`, in its block, may begin: ever farther away."""
    yield from range(low - 1, _line_begin(page, low) - 1, -1)


def _after(page: _Page, high: int) -> Iterator[int]:
    """Where words that come directly behind the word before `high`, in its block, may end: ever farther away."""
    yield from range(high + 1, _line_end(page, high - 1) + 1)


def _line_begin(page: _Page, number: int) -> int:
    return bisect_left(page.words, page.words[number].line, key=lambda word: word.line)


def _line_end(page: _Page, number: int) -> int:
    return bisect_right(page.words, page.words[number].line, key=lambda word: word.line)


def _term(page: _Page, low: int, high: int) -> str:
    return _encoded(page.text[page.words[low].start : page.words[high - 1].end])


def _prefix(page: _Page, before: int, low: int) -> str:
    """From the word `before` up to the word `low`: only white space may be between a prefix and what it stands for."""
    return f"{_encoded(page.text[page.words[before].start : page.words[low].start])}-"


def _suffix(page: _Page, high: int, after: int) -> str:
    return f"-{_encoded(page.text[page.words[high - 1].end : page.words[after - 1].end])}"


def _encoded(words: str) -> str:
    """Percent-encoded as the specification wants it: beside the usual signs also `-`, `,` and `&`."""
    return percent_encoded(" ".join(words.split()), safe="").replace("-", "%2D")


@lru_cache(maxsize=16)
def _page(text: str) -> _Page:
    """The words of a text; several passages of an article are named one after the other."""
    words: list[Word] = []
    keys: list[str] = []
    at: list[int] = []
    length, low, line, begin, end = 1, 0, 0, 0, -1
    for start, stop in _tokens(text):
        between = text[end:start] if end >= 0 else ""
        if keys and between and between not in _GLUE:
            words.append(Word(begin, end, low, len(keys), line))
            low, line = len(keys), line + ("\n" in between)
        begin = start if low == len(keys) else begin
        end = stop
        key = _key(text[start:stop])
        keys.append(key)
        at.append(length)
        length += len(key) + 1
    if keys:
        words.append(Word(begin, end, low, len(keys), line))
    return _Page(text, tuple(words), f" {' '.join(keys)} ", tuple(at))


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Letters and digits with the marks on them; a character of a script without spaces is one by itself."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while end < len(text) and text[end] > "\u02ff" and _is_mark(text[end]):
            end += 1
        yield start, end


def _is_mark(sign: str) -> bool:
    """Whether a character belongs to the one before it; joiners are inside words of Persian and Hindi."""
    return sign in "\u200c\u200d" or unicodedata.category(sign).startswith("M")


def _key(word: str) -> str:
    """A word without case and accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum() or c == "_") or word
