"""Whether a new version of an article changes what an answer cites of it, so that it is to be told. Pure.

The cited words themselves count, whatever changes in them but typography; beside them, in the same sentences, only
numbers and names do: the rest of a sentence may be polished without anybody having been told something wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from index.alerts import Amendment
from index.answer.typography import plain
from index.build.versions import word_edits
from index.revisions import Edit
from index.sentences import Span, sentence_spans
from index.types import Article

ALIKE = 0.5
"""Two sentences of which less than half of the words are the same, in their order, are not one sentence reworded."""


def amendment(n: int, before: Article, after: Article, start: int, end: int) -> Amendment | None:
    """What is to be told of citation `n`, words `start` to `end` of the text before; None where nothing is."""
    cited = before.text[start:end]
    context = sentences_around(before.text, start, end)
    if plain(context) in plain(after.text):
        return None
    now = counterpart(context, after.text)
    if now is None:
        # What moved without its sentence is no correction.
        if plain(cited) in plain(after.text):
            return None
        return _told(n, after, (Edit("", " ".join(cited.split()), "", ""),), gone=True)
    edits = tuple(edit for edit in word_edits(plain(context), plain(now)) if edit.removed != edit.added)
    if plain(cited) in plain(now) and not any(_tells(edit) for edit in edits):
        return None
    return _told(n, after, edits) if edits else None


def sentences_around(text: str, start: int, end: int) -> str:
    """The sentences that hold some words, whole, from the first to the last."""
    spans = [(s, e) for s, e in sentence_spans(text) if s < end and start < e] or [(start, end)]
    return text[min(spans[0][0], start) : max(spans[-1][1], end)]


def counterpart(context: str, text: str) -> str | None:
    """The sentences of a text that are most like some others; None where none is like them."""
    spans, length = sentence_spans(text), max(1, len(sentence_spans(context)))
    wanted = plain(context).split()
    best, best_share = None, ALIKE
    for first, last in _windows(spans, length):
        candidate = text[first[0] : last[1]]
        share = _share(wanted, plain(candidate).split())
        if share > best_share:
            best, best_share = candidate, share
    return best


def _windows(spans: Sequence[Span], length: int) -> list[tuple[Span, Span]]:
    """Runs of so many sentences, and of one more or less: a sentence may have been parted, or two joined."""
    lengths = [size for size in (length, length + 1, length - 1) if size > 0]
    return [(spans[at], spans[at + size - 1]) for size in lengths for at in range(len(spans) - size + 1)]


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The bounds cost little and rule out nearly every sentence.
    if matcher.real_quick_ratio() <= ALIKE or matcher.quick_ratio() <= ALIKE:
        return 0.0
    return matcher.ratio()


def _tells(edit: Edit) -> bool:
    """Whether a number or a name is among the words of an edit; a capital alone may only begin a sentence."""
    removed, added = edit.removed.split(), edit.added.split()
    if [word.casefold() for word in removed] == [word.casefold() for word in added]:
        return False
    return any(word[:1].isupper() or any(map(str.isdigit, word)) for word in (w.strip("\"'(") for w in removed + added))


def _told(n: int, after: Article, edits: tuple[Edit, ...], gone: bool = False) -> Amendment:
    return Amendment(n, after.title, after.outlet, after.url, edits, gone)
