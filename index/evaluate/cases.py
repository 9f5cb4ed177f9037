"""What a line of a set of questions asks and what a right answer to it holds. Pure; reading files is `datasets`' part.

A line is an object with `id`, `question` and perhaps `asked`, the moment that counts as now. What else it has says how
it is judged:

- `answers` (or `answer`): words that must all stand in what is found and quoted;
- `article`: the identifier or address of the article that answers; null where none does and refusing is right;
- `speaker` and `evidence`, of `type` "who_said": whose words they are, and where they stand;
- `kind` and `corpus_cutoff`: no article of that day or before answers, refusing is right.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from index.gather.dates import parse_date
from index.questions import asked_at

WHOLE = sys.maxsize
"""The end of a place that reaches to the end of its article."""


class Place(NamedTuple):
    """A stretch of an article, `text[start:end]`; `article` is its identifier or its address."""

    article: str
    start: int = 0
    end: int = WHOLE


@dataclass(frozen=True, slots=True)
class Case:
    """One question and how its answer is judged.

    `answerable` is None where nothing is known of it, `refusal` says of which kind a question is that must be refused,
    `until` is the last day whose articles it may see. `support` are the places that hold the answer; where `speaker` is
    given, those of the words that were said.
    """

    id: str
    question: str
    asked: datetime | None = None
    answers: tuple[str, ...] = ()
    answerable: bool | None = None
    refusal: str | None = None
    until: datetime | None = None
    speaker: str | None = None
    support: tuple[Place, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether any measure reads it."""
        return bool(self.answers or self.speaker or self.refusal is not None or self.support)


def case_of(fields: Mapping[str, Any]) -> Case:
    """The question on a line; ValueError, KeyError or TypeError where it has none or its fields are of another kind."""
    if not isinstance(fields["question"], str) or not isinstance(fields["id"], str | int):
        raise TypeError("«question» is to be text, and «id» text or a whole number")
    case = Case(str(fields["id"]), fields["question"], asked_at(fields.get("asked")))
    if "corpus_cutoff" in fields:
        until, _ = parse_date(fields["corpus_cutoff"])
        return replace(case, answerable=False, refusal=str(fields.get("kind", "")), until=until)
    if fields.get("type") == "who_said":
        return replace(case, speaker=text_of(fields, "answer"), support=evidence(fields))
    if fields.get("type") == "what_said":
        return case
    case = replace(case, answers=answers_of(fields))
    if "article" not in fields:
        return case
    if fields["article"] is None:
        return replace(case, answers=(), answerable=False, refusal="")
    return replace(case, answerable=True, support=(Place(text_of(fields, "article")),))


def read_only_case_of(fields: Mapping[str, Any]) -> Case:
    """A question that is only read, with the articles it rests on (`gold_article_ids`); raises as `case_of` does."""
    articles = tuple(Place(str(one)) for one in fields["gold_article_ids"])
    return Case(str(fields["id"]), text_of(fields, "question"), asked_at(fields.get("asked")), support=articles)


def answers_of(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The words that a right answer holds: one text or several."""
    given = fields.get("answers", fields.get("answer", []))
    answers = [given] if isinstance(given, str) else given
    if not isinstance(answers, list) or not all(isinstance(one, str) for one in answers):
        raise TypeError("«answers» is neither text nor a list of texts")
    return tuple(answers)


def evidence(fields: Mapping[str, Any]) -> tuple[Place, ...]:
    """Where the words stand that are asked for."""
    return tuple(
        Place(str(one["article_id"]), int(start), int(end)) for one in fields["evidence"] for start, end in one["spans"]
    )


def text_of(fields: Mapping[str, Any], name: str) -> str:
    """A field that is to be text."""
    if not isinstance(fields[name], str) or not fields[name].strip():
        raise TypeError(f"«{name}» is to be text")
    value: str = fields[name]
    return value


class Support(NamedTuple):
    """What a file beside the questions says of one: whether its articles answer it, and where."""

    id: str
    answerable: bool
    places: tuple[Place, ...]


def support_of(fields: Mapping[str, Any]) -> Support:
    """A line of the file of supporting places: `id`, `answerable`, `support` [[article, start, end, ...], ...]."""
    places = tuple(Place(str(place[0]), int(place[1]), int(place[2])) for place in fields["support"])
    return Support(str(fields["id"]), bool(fields["answerable"]), places)


def supported(cases: Sequence[Case], support: Sequence[Support]) -> list[Case]:
    """The cases with what is known of their places."""
    known = {one.id: one for one in support}
    return [
        replace(case, answerable=known[case.id].answerable, support=known[case.id].places) if case.id in known else case
        for case in cases
    ]


def needed(cases: Iterable[Case]) -> set[str]:
    """Identifiers or addresses of the articles that the questions rest on."""
    return {place.article for case in cases for place in case.support}


def day_after(day: datetime) -> datetime:
    """The first moment that a day's articles were not published at."""
    return day.replace(hour=0, minute=0, second=0) + timedelta(days=1)
