"""Tells whether one text is a near copy of another, passage by passage. Pure; which texts are compared is the store's.

Candidates are found by MinHash (Broder, "On the resemblance and containment of documents", 1997), in bands that the
database keeps. What a candidate is, is then decided on the words themselves, so a wrong candidate costs a
millisecond and is never a wrong copy.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from index.build.boilerplate import reader_text
from index.types import Passage

SHINGLE = 3
"""Words that stand side by side in both texts: of 4, a fifth of the words reworded hides half of the copies."""

PERMUTATIONS, ROWS = 128, 2
"""64 bands of two values each: texts that share 30% of their shingles share a band in 99.8% of cases, 10% in half. In
4,525 articles of three outlets a text meets 0.7 candidates that are none."""

SHARE = 0.3
"""So much of a text has to stand in passages of another outlet's for it to be a copy. Of all pairs of articles of
different outlets in the development slice (4,525 articles) one shares 24% of its runs of three words, a list of
countries, and the others less than 16%. A copy in which every tenth word was replaced shares at least 58% of its words,
in 99 of 100 texts 30% where it was every fifth, and in 83 of 100 where two halves of articles were merged."""

SAME_OUTLET_SHARE = 0.95
"""An outlet that prints its own text again brings it up to date: only all of it unchanged is the same article."""

FEWEST_WORDS = 40
"""A shorter text says too little to tell whose it is."""

PASSAGE_SHARE = 0.3
"""So much of a passage's words must stand in the origin for it to stand for one of the origin's."""

LONGEST_REWORDED = 12
"""More words in a row that the origin does not have are a sentence of the copy's own."""

HEAD, FOOT = 15, 30
"""In so many words at the beginning and end of a text stand place, date, agency and credit, which are no news."""

NEGATIONS = frozenset(("no", "not", "never", "nor", "neither", "without", "none", "nobody", "nothing", "cannot"))

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)*")
_BEGINS = re.compile(r"[.!?:\n“\"][\s“\"'‘]*$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, folded to compare by, and where each stands."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The words of `text`."""
        spans = tuple(match.span() for match in _WORD.finditer(text))
        return cls(text, tuple(_fold(text[start:end]) for start, end in spans), spans)

    def tells(self, at: int) -> bool:
        """Whether a word is a number or, not at the beginning of a sentence, has a capital."""
        start, end = self.spans[at]
        word = self.text[start:end]
        named = word[0].isupper() and not _BEGINS.search(self.text, max(0, start - 8), start)
        return named or any(map(str.isdigit, word))

    def begins_line(self, at: int) -> bool:
        """Whether nothing but marks stands before a word in its line."""
        before = self.spans[at - 1][1] if at else 0
        return at == 0 or "\n" in self.text[before : self.spans[at][0]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a text is like another: for each of its passages the number of the origin's passage it stands for (None: it
    says something of its own), and the share of its words that stand for some."""

    stands_for: tuple[int | None, ...]
    share: float

    def is_copy(self, same_outlet: bool) -> bool:
        """Whether the text is a copy of the other one."""
        if same_outlet:
            return None not in self.stands_for and self.share >= SAME_OUTLET_SHARE
        return self.share >= SHARE


def bands(text: str) -> list[int]:
    """What a text is found by: 64 whole numbers, none where it is too short to tell whose it is."""
    words = [word.removesuffix("'s") for word in _WORD.findall(reader_text(text).lower())]
    if len(words) < FEWEST_WORDS:
        return []
    # datasketch brings scipy along: 0.6 s that a command should not pay which adds nothing.
    from datasketch import MinHash

    # crc32 has hashed already, and 32 bits tell the thousand shingles of a text apart.
    sketch = MinHash(PERMUTATIONS, hashfunc=int)
    sketch.update_batch(list(set(shingles(words))))
    values = sketch.hashvalues.tolist()
    return [at << 32 | zlib.crc32(repr(values[at : at + ROWS]).encode()) for at in range(0, PERMUTATIONS, ROWS)]


def likeness(text: str, passages: Sequence[Passage], origin: str, origin_passages: Sequence[Passage]) -> Likeness:
    """Compare a text, cut into passages, with what may be its origin."""
    ours, theirs = Words.of(text), Words.of(origin)
    found = places_in(shingles(ours.folded), shingles(theirs.folded))
    known, own = covered(found, len(ours.folded)), says_more(ours, theirs, found)
    ours_in, theirs_in = passage_of(ours, passages), passage_of(theirs, origin_passages)
    votes = [Counter[int]() for _ in passages]
    for at, there in enumerate(found):
        if there is not None and ours_in[at] >= 0 and theirs_in[there] >= 0:
            votes[ours_in[at]][theirs_in[there]] += 1
    length, held = (
        Counter(ours_in),
        Counter(number for number, known_word in zip(ours_in, known, strict=True) if known_word),
    )
    saying_more = {ours_in[at] for at in own}
    stands_for = tuple(
        votes[n].most_common(1)[0][0]
        if votes[n] and n not in saying_more and held[n] >= PASSAGE_SHARE * length[n]
        else None
        for n in range(len(passages))
    )
    standing = sum(held[n] for n, there in enumerate(stands_for) if there is not None)
    return Likeness(stands_for, standing / max(1, len(ours.folded)))


def says_more(ours: Words, theirs: Words, found: Sequence[int | None]) -> set[int]:
    """The words at which a text says what its origin does not: a number, a name, a "not", a sentence of its own."""
    said = set(theirs.folded)
    own: set[int] = set()
    for begin, end, there in gaps(found, len(ours.folded)):
        if not _is_frame(ours, begin, end) and (
            end - begin > LONGEST_REWORDED
            or any(ours.tells(at) and ours.folded[at] not in said for at in range(begin, end))
            or _negations(ours, begin, end) != _negations(theirs, *there)
        ):
            own.update(range(begin, end) if end > begin else [begin - 1])
    return own


def gaps(found: Sequence[int | None], words: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Where a text leaves its origin: begin and end in the text (may be equal), and what stands there in the origin
    (nothing where the two go on at places too far apart to say)."""
    at, place = 0, None
    for shingle, there in enumerate(found):
        if there is None:
            continue
        left_out = (place, there) if place is not None and place < there <= place + LONGEST_REWORDED else (0, 0)
        if shingle > at or (shingle == at and left_out[1]):
            yield at, shingle, left_out
        at, place = shingle + SHINGLE, there + SHINGLE
    if at < words:
        yield at, words, (0, 0)


def _is_frame(ours: Words, begin: int, end: int) -> bool:
    """Whether a gap is the place line at the head of a text or the credit lines at its foot."""
    last = len(ours.folded)
    return (begin == 0 and end <= HEAD) or (end == last and begin >= last - FOOT and ours.begins_line(begin))


def _negations(words: Words, begin: int, end: int) -> int:
    return sum(word in NEGATIONS or word.endswith("n't") for word in words.folded[begin:end])


def places_in(ours: Sequence[int], theirs: Sequence[int]) -> list[int | None]:
    """For each shingle where it stands in the other text: next behind the one found before, else where it is first."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, shingle in enumerate(theirs):
        places[shingle].append(at)
    found: list[int | None] = []
    last = -1
    for shingle in ours:
        there = places.get(shingle)
        if there is not None:
            behind = bisect_right(there, last)
            last = there[behind] if behind < len(there) else there[0]
        found.append(None if there is None else last)
    return found


def shingles(words: Sequence[str]) -> list[int]:
    """A number for every `SHINGLE` words that stand side by side, in order."""
    joined = map(" ".join, zip(*(words[at:] for at in range(SHINGLE)), strict=False))
    return [zlib.crc32(one.encode()) for one in joined]


def covered(found: Sequence[int | None], words: int) -> list[bool]:
    """For each word whether a shingle it stands in was found."""
    known = [False] * words
    for at, there in enumerate(found):
        if there is not None:
            known[at : at + SHINGLE] = [True] * SHINGLE
    return known


def passage_of(words: Words, passages: Sequence[Passage]) -> list[int]:
    """For each word the number of the passage it stands in, -1 between passages."""
    numbers, number = [], 0
    for start, _ in words.spans:
        while number < len(passages) and passages[number].end <= start:
            number += 1
        numbers.append(number if number < len(passages) and passages[number].start <= start else -1)
    return numbers


def _fold(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")
