"""What an answer is worth, measure by measure. Pure; what many answers are worth together is left to `intervals`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.evaluate.cases import Case, Place
from index.evaluate.matching import holds, opening, plain
from index.types import Answer, Citation, Hit

DEPTHS = (1, 4, 10)
"""After how many passages it is looked whether the right one was among them."""

QUOTED_WORDS, FIRST_WORDS = 120, 60
"""So many quoted words are searched for the answer, and so many of the first citation: quoting more buys nothing."""

VERBATIM = "verbatim"
MS = {"ms p50": 0.5, "ms p95": 0.95}
"""The measures of the time an answer took: which share of the answers was at least as fast."""

MEASURES = {
    "support R@1": "a supporting passage that holds the answer comes first",
    "support R@4": "one is among the first 4 passages",
    "support R@10": "one is among the first 10",
    "MRR@10": "one over the place of the first such passage, 0 beyond 10",
    "string @1": "the answer stands in the first passage, supporting or not",
    "string @4": "in the first 4",
    "string @10": "in the first 10",
    "quoted answer": f"the answer stands in the first {QUOTED_WORDS} words quoted, of answerable questions",
    "quoted answer, all": "the same, of all questions",
    "first citation": f"it stands in the first {FIRST_WORDS} words of the first citation",
    "right article": "the first citation is of an article that is known to answer",
    "speaker": "the first citation names the right speaker",
    "passage": "the first citation overlaps the words asked for",
    "both": "right speaker and right words",
    "outlets read": "the outlets read out of the question are those of its articles that it names",
    "dates read": "the window read out of the question holds the days it names",
    VERBATIM: "citations that stand letter for letter in the article, of all citations",
    "answered": "answerable questions that were answered",
    "refused": "questions without an answer that were refused",
    **dict.fromkeys(MS, "milliseconds for an answer"),
}
"""Every measure and what it counts, in the order of the table. "refused" is told apart by kind."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `measures` holds what it is judged by, 0 to 1 each; `verbatim` counts citations; `ms` is None where it was
    only read.
    """

    id: str
    question: str
    found: bool
    measures: Mapping[str, float]
    citations: tuple[Place, ...]
    verbatim: int
    ms: float | None

    def fields(self) -> dict[str, Any]:
        """For JSON; offsets only, the texts are their publishers'."""
        return {
            "id": self.id,
            "question": self.question,
            "found": self.found,
            "measures": dict(self.measures),
            "citations": [list(place) for place in self.citations],
            "verbatim": self.verbatim,
            "ms": self.ms and round(self.ms, 1),
        }


def outcome(case: Case, answer: Answer) -> Outcome:
    """An answer held against what is known of the question."""
    text = {hit.stored.article_id: hit.stored.article.text for hit in answer.hits}
    return Outcome(
        id=case.id,
        question=case.question,
        found=answer.found,
        measures={name: float(value) for name, value in judged(case, answer)},
        citations=tuple(Place(one.article_id, one.start, one.end) for one in answer.citations),
        verbatim=sum(text.get(one.article_id, "")[one.start : one.end] == one.quote for one in answer.citations),
        ms=answer.ms,
    )


def judged(case: Case, answer: Answer) -> Iterator[tuple[str, float]]:
    """Each measure that the question is judged by, with its value."""
    if case.refusal is not None:
        yield f"refused {case.refusal}".strip(), not answer.found
    if case.answerable:
        yield "answered", answer.found
        if case.support:
            cited = {name for one in answer.citations[:1] for name in (one.article_id, one.url)}
            yield "right article", any(place.article in cited for place in case.support)
    if case.answers:
        yield from of_passages(case, answer.hits[: max(DEPTHS)])
        yield from of_quotes(case, answer)
    if case.speaker is not None:
        yield from of_speaker(case.speaker, case.support, answer)


def of_passages(case: Case, hits: Sequence[Hit]) -> Iterator[tuple[str, float]]:
    """Whether the passages hold the answer, and at which place one does that is known to support it."""
    held = [holds(hit.passage.text, case.answers) for hit in hits]
    for depth in DEPTHS:
        yield f"string @{depth}", any(held[:depth])
    if case.answerable and case.support:
        right = [has and any(meets(place, hit) for place in case.support) for hit, has in zip(hits, held, strict=True)]
        for depth in DEPTHS:
            yield f"support R@{depth}", any(right[:depth])
        yield "MRR@10", 1 / (1 + right.index(True)) if True in right else 0.0


def of_quotes(case: Case, answer: Answer) -> Iterator[tuple[str, float]]:
    """Whether the answer stands in what is quoted."""
    quotes = [citation.quote for citation in answer.citations]
    quoted = answer.found and holds(opening(" ".join(quotes), QUOTED_WORDS), case.answers)
    yield "quoted answer, all", quoted
    if case.answerable:
        yield "quoted answer", quoted
        yield "first citation", answer.found and holds(opening(quotes[0], FIRST_WORDS), case.answers)


def of_speaker(speaker: str, said: Sequence[Place], answer: Answer) -> Iterator[tuple[str, float]]:
    """Whether the first citation is of the right person's words; last names are compared."""
    first = answer.citations[:1] if answer.found else ()
    last_name = plain(speaker).split()[-1:]
    right = any(set(last_name) & set(plain(one.speaker or "").split()) for one in first)
    place = any(overlap(one, cited) for cited in first for one in said)
    yield "speaker", right
    yield "passage", place
    yield "both", right and place


def meets(place: Place, hit: Hit) -> bool:
    """Whether a passage shares characters with a place."""
    return (
        place.article in (hit.stored.article_id, hit.stored.article.url)
        and hit.passage.start < place.end
        and hit.passage.end > place.start
    )


def overlap(place: Place, citation: Citation) -> bool:
    """Whether a citation shares characters with a place."""
    return (
        place.article in (citation.article_id, citation.url)
        and citation.start < place.end
        and citation.end > place.start
    )
