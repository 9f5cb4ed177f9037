"""Finds what stands between quotation marks; who said it is left to the rest of the package.

A stretch never leaves its paragraph, so that a missing closing mark damages one paragraph at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_LINE_BREAK = re.compile(r"[ \t\r]*\n\s*")
_MARK = re.compile(r"'''?|``|’’|‘‘|[\"“”„‟«»＂'‘’]")
_SINGLE = frozenset("'‘’")
_OPENERS = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSERS = frozenset("”»") | {"’’"}
_ELIDED = re.compile(r"(?:em|cause|til|till|tis|twas|n|round|bout|cos|\d\ds?)\b", re.IGNORECASE)
_DROPPED_G = re.compile(r"\w{2}in\Z")
_LEFT_OF_OPENING = frozenset(" \t\u00a0\u202f\u2009([{—–-/:…")
_RIGHT_OF_CLOSING = frozenset(" \t\u00a0\u202f\u2009)]}—–-/:;,.!?…'’\"”")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_EMPTY = 2
_FARTHEST = 40
"""How many marks past a doubtful closing one are looked at; without a bound the search would be quadratic."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words with their marks, `[start, end)`; `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that opens ("o"), closes ("c") or may do either ("?"), as its sign and neighbours say."""

    start: int
    end: int
    single: bool
    side: str


def unwrapped(text: str) -> str:
    """The text with a space for each line break inside a paragraph, where it is wrapped at a column; offsets hold."""
    breaks = [m for m in _LINE_BREAK.finditer(text) if m.group().count("\n") == 1]
    if 2 * sum(text[m.end() : m.end() + 1].islower() for m in breaks) <= len(breaks):
        return text
    single = {m.start() + m.group().index("\n") for m in breaks}
    return "".join(" " if at in single else sign for at, sign in enumerate(text))


def quoted_stretches(text: str) -> list[Stretch]:
    """Every outermost quoted stretch in order, disjoint; marks nested inside another pair belong to that pair."""
    found: list[Stretch] = []
    for paragraph in _PARAGRAPH.finditer(text):
        if _MARK.search(text, paragraph.start(), paragraph.end()):
            found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return [s for s in found if s.end - s.start > _EMPTY]


def _in_paragraph(text: str, start: int, end: int) -> list[Stretch]:
    marks = [_mark(text, m, start, end) for m in _MARK.finditer(text, start, end)]
    surplus = _surplus_of_closing(marks)
    found: list[Stretch] = []
    at, singles_left = 0, True
    while at < len(marks):
        mark, close = marks[at], None
        if mark.single and mark.side == "o" and singles_left:
            close = _closing_single(text, marks, at)
            singles_left = close is not None
        elif not mark.single and mark.side != "c":
            close = _closing_double(marks, at, surplus)
            if close is None or marks[close].side == "o":
                limit = end if close is None else marks[close].start
                found.append(Stretch(mark.start, _bounded(text, mark, start, limit, close is None), closed=False))
                at = len(marks) if close is None else close
                continue
        if close is not None:
            found.append(Stretch(mark.start, marks[close].end))
            at = close
        at += 1
    return found


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    left = text[match.start() - 1] if match.start() > start else " "
    right = text[match.end()] if match.end() < end else " "
    sign = match.group()
    return _Mark(match.start(), match.end(), sign in _SINGLE, _side(text, sign, left, right, match.end()))


def _side(text: str, sign: str, left: str, right: str, after: int) -> str:
    near = "?"
    if left in _LEFT_OF_OPENING and not right.isspace():
        near = "o"
    elif right in _RIGHT_OF_CLOSING and not left.isspace():
        near = "c"
    if sign in _OPENERS:
        return near if near == "c" or right.isspace() else "o"
    if sign in _CLOSERS:
        return "o" if near == "o" and left.isspace() else "c"
    if sign not in _SINGLE:
        return near
    if (near == "o" and _ELIDED.match(text, after)) or (sign == "’" and near != "c"):
        return "?"
    return "o" if sign == "‘" else near


def _surplus_of_closing(marks: list[_Mark]) -> list[int]:
    """For each mark, how many more double marks close than open from there to the paragraph's end."""
    steps = (0 if m.single else {"o": -1, "c": 1, "?": 0}[m.side] for m in reversed(marks))
    return list(accumulate(steps))[::-1]


def _closing_double(marks: list[_Mark], at: int, surplus: list[int]) -> int | None:
    """The mark that closes the one at `at`; an opening mark where the closing one is missing before it; or None."""
    depth = 1
    for k in range(at + 1, len(marks)):
        if marks[k].single:
            continue
        if marks[k].side == "o":
            if surplus[k] < depth:
                return k
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return k
    return None


def _closing_single(text: str, marks: list[_Mark], at: int) -> int | None:
    """The mark that closes a single-quoted stretch; plural possessives are passed over while they can be."""
    doubtful: int | None = None
    for k in range(at + 1, len(marks)):
        if doubtful is not None and k > doubtful + _FARTHEST:
            break
        mark = marks[k]
        if not mark.single or mark.side != "c":
            continue
        left, right = text[mark.start - 1], text[mark.end : mark.end + 1]
        if left in ",.?!…—" or right in ",.;:?!)—\n":
            return k
        if left not in "sS" and not _DROPPED_G.search(text, max(0, mark.start - 4), mark.start):
            return k
        doubtful = k if doubtful is None else doubtful
    return doubtful


def _bounded(text: str, mark: _Mark, paragraph: int, limit: int, last: bool) -> int:
    """Where a stretch without a closing mark ends: with its paragraph if it began it, else with its sentence."""
    if last and (mark.start == paragraph or text[paragraph : mark.start].rstrip().endswith(":")):
        return limit
    stop = _SENTENCE_END.search(text, mark.end, limit)
    end = stop.end() if stop else limit
    return mark.start + len(text[mark.start : end].rstrip())
