"""Tells whether an article has changed for a reader, and by which words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import chain

from index.build.boilerplate import folded, reader_text
from index.revisions import Edit, Revision
from index.types import Article, StoredArticle

COMPARED = 1_000_000
"""Pairs of words (or of lines) that are compared at most, about a second; larger changes are told as one."""

AROUND = 6
"""Words shown on each side of an edit."""


def same(before: Article, article: Article) -> bool:
    """Whether nothing that a reader would call the article has changed.

    White space, typography, lines such as "Updated 3 hours ago", and what one of the two merely does not state (a date,
    an author) make no new version; a word, a number, a name or a date does.
    """
    if facts(before) != facts(complete(before, article)):
        return False
    return before.text == article.text or reader_text(before.text) == reader_text(article.text)


def complete(before: Article, article: Article) -> Article:
    """An article with the date and the author it stated before, where it states none now or a date less exactly."""
    coarser = before.has_time and not article.has_time and same_day(before.published, article.published)
    if article.published is None or coarser:
        article = replace(article, published=before.published, has_time=before.has_time)
    return article if article.author else replace(article, author=before.author)


def same_day(one: datetime | None, other: datetime | None) -> bool:
    """Whether two moments are of one day in UTC."""
    return one is not None and other is not None and one.date() == other.date()


def facts(article: Article) -> tuple[object, ...]:
    """What is said about an article beside its text, folded."""
    return folded(article.title), folded(article.outlet), folded(article.author or ""), article.published


def revisions(versions: Sequence[tuple[datetime, StoredArticle]]) -> tuple[Revision, ...]:
    """The versions of an article, the oldest first, each with how it differs from the one before."""
    told = []
    for number, (stored_at, one) in enumerate(versions, start=1):
        before = versions[number - 2][1].article if number > 1 else None
        told.append(Revision(number, stored_at, one.article, changes(before, one.article) if before else ()))
    return tuple(told)


def changes(before: Article, article: Article) -> tuple[tuple[str, tuple[Edit, ...]], ...]:
    """The edits in the words of every field that differs, by the field's name."""
    fields = [
        ("title", before.title, article.title),
        ("outlet", before.outlet, article.outlet),
        ("author", before.author or "", article.author or ""),
        ("published", said(before), said(article)),
        ("text", before.text, article.text),
    ]
    return tuple((name, edits) for name, old, new in fields if (edits := word_edits(old, new)))


def said(article: Article) -> str:
    """When an article says it was published."""
    if article.published is None:
        return ""
    return f"{article.published:%Y-%m-%d %H:%M UTC}" if article.has_time else f"{article.published:%Y-%m-%d}"


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The words that were removed and added, in order, each with some of the words around it."""
    before, after = old.split(), new.split()
    edits = []
    for begin, end, start, stop in _differing(_lines(old), _lines(new)):
        edits.append(
            Edit(
                before=" ".join(after[max(0, start - AROUND) : start]),
                removed=" ".join(before[begin:end]),
                added=" ".join(after[start:stop]),
                after=" ".join(after[stop : stop + AROUND]),
            )
        )
    return tuple(edits)


def _lines(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in text.splitlines() if line.strip()]


def _differing(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of words that differ: begin and end in the old text and in the new. Lines are matched first, so that
    the time is bounded by the lines that differ."""
    at, place = 0, 0
    for kind, i, j, k, m in _opcodes(old, new):
        if kind != "equal":
            ours, theirs = list(chain.from_iterable(old[i:j])), list(chain.from_iterable(new[k:m]))
            for tag, begin, end, start, stop in _opcodes(ours, theirs):
                if tag != "equal":
                    yield at + begin, at + end, place + start, place + stop
        at += sum(map(len, old[i:j]))
        place += sum(map(len, new[k:m]))


def _opcodes(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    """How to turn one sequence into the other; what is alike at both ends is not searched."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    i, j, k, m = head, len(old) - tail, head, len(new) - tail
    if (j - i) * (m - k) > COMPARED or not (i < j and k < m):
        middle = [("replace", i, j, k, m)] if i < j or k < m else []
    else:
        found = SequenceMatcher(None, old[i:j], new[k:m], autojunk=False).get_opcodes()
        middle = [(tag, i + a, i + b, k + c, k + d) for tag, a, b, c, d in found]
    return [("equal", 0, i, 0, k), *middle, ("equal", j, len(old), m, len(new))]
