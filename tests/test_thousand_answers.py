"""The count of the thousand answers, in small: on the starter articles, and that it sees what is wrong."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.settings import IndexSettings
from index.types import Answer, Citation, Searched
from tests.adversarial_writer import AdversarialWriter
from tests.answer_checks import citation_faults, lead_faults, link_faults, quotation_faults
from tests.spoken_model import speaking
from tests.starter import QUESTIONS
from tests.thousand_answers import Asked, both, false_shown, kinds_shown
from tests.word_hash import CountingEmbedder


async def test_nothing_unverified_is_shown_of_a_writer_that_does_its_worst(
    settings: IndexSettings, filled_folder: Path
) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    questions = [Asked(one["question"], datetime(2025, 1, 18, tzinfo=UTC)) for one in QUESTIONS]
    writer = AdversarialWriter(seed=7)
    async with speaking() as model:
        model.speak = writer
        quoting, worded = await both(questions, settings.data_dir, 30, model, CountingEmbedder())
    assert quoting.faults == worded.faults == []
    assert quoting.answers == worded.answers >= 15
    assert quoting.in_place == quoting.citations >= quoting.answers
    assert worded.well_formed == worded.links > 0
    # it was really asked, and what was true was really shown
    assert len(model.requests) == worded.answers
    kinds = kinds_shown(writer.said, worded.shown)
    assert worded.leads >= 8 and kinds["true"][1] >= 0.8 * kinds["true"][0] - 10
    assert len(kinds) >= 8
    assert false_shown(writer.said, worded.shown) == []


TEXT = "It rained. “We will wait,” the mayor said on 5 May, and 40 people waited. It rained. Nobody came to see her."
LINK = "https://news.example/rain#:~:text="


def cited(quote: str, directive: str = "") -> Citation:
    start = TEXT.index(quote)
    fields = {"article_id": "a", "title": "Rain", "outlet": "The Outlet", "url": "https://news.example/rain"}
    link = f"{LINK}{directive}" if directive else None
    rest = {"published": None, "has_time": False, "speaker": None, "link": link}
    return Citation(n=1, quote=quote, start=start, end=start + len(quote), **fields, **rest)  # type: ignore[arg-type]


def answer(lead: str, text: str | None = None) -> Answer:
    one = cited("“We will wait,” the mayor said on 5 May, and 40 people waited.")
    return Answer("?", True, f"{lead}\n\n{text or one.quote}", (one,), (), Searched(1, None, None), 1.0, lead=lead)


def test_a_citation_in_another_place_is_seen() -> None:
    one = cited("It rained.")
    assert not list(citation_faults(one, TEXT))
    assert list(citation_faults(replace(one, start=1, end=11), TEXT))
    assert list(citation_faults(replace(one, quote="It snowed."), TEXT))


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("Nobody came to see her.", "Nobody%20came%20to%20see%20her"),
        ("“We will wait,” the mayor said on 5 May, and 40 people waited.", "We%20will%20wait,40%20people%20waited"),
        ("It rained.", "It%20rained"),
        ("said", "the%20mayor-,said,-on%205%20May"),
    ],
)
def test_a_directive_that_opens_there_is_well_formed(quote: str, directive: str) -> None:
    assert list(link_faults(cited(quote, directive), TEXT)) == []


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("Nobody came to see her.", "Nobody came"),
        ("Nobody came to see her.", "Nobody%20came,to,see,her"),
        ("Nobody came to see her.", "Nobody%20came%20to%2"),
        ("Nobody came to see her.", "Nobody-came"),
        ("Nobody came to see her.", "Somebody%20came"),
        ("Nobody came to see her.", "Nobody%20came"),
        ("Nobody came to see her.", "It%20rained,her"),
        ("Nobody came to see her.", "the%20mayor-,Nobody,her"),
        ("40 people waited", "0%20people%20waited"),
    ],
)
def test_a_directive_that_is_none_or_opens_elsewhere_is_seen(quote: str, directive: str) -> None:
    assert list(link_faults(cited(quote, directive), TEXT))


@pytest.mark.parametrize(
    "lead",
    [
        "The mayor said she would wait.",
        "The mayor said she would wait. [2]",
        "“We won’t wait,” the mayor said. [1]",
        "The mayor said: ‘We won’t wait.’ [1]",
        "The mayor said: “We will wait. [1]",
        "And 41 people waited. [1]",
        "And six people waited. [1]",
        "The mayor of Paris waited. [1]",
        "“We will wait,” the mayor said. [1] Nobody came.",
    ],
)
def test_a_sentence_that_is_not_proven_is_seen(lead: str) -> None:
    assert list(lead_faults(answer(lead), {1: TEXT}))


def test_what_stands_is_not_complained_of_and_a_quotation_beside_the_lead_is_looked_at() -> None:
    good = answer("“We will wait,” the mayor said on 5 May. [1]")
    assert not list(lead_faults(good, {1: TEXT})) and not list(quotation_faults(good, {1: TEXT}))
    assert list(quotation_faults(answer("x", text="“We won’t wait.”"), {1: TEXT}))
