"""The promise in the README, on the real model: what the starter articles know is answered, all else refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from index.door.cited import answer_text
from index.settings import STARTER_ARTICLES
from index.types import Answer
from tests.starter import QUESTIONS, TIMING, StarterRun

ARTICLES = sorted(STARTER_ARTICLES.glob("*.md"))


@pytest.fixture
def answers(starter_run: StarterRun) -> dict[str, Answer]:
    """The answer to every starter question, and to one of them asked today."""
    return starter_run.answers | {"today": starter_run.today}


def slug(url: str | None) -> str:
    return (url or "").rsplit("/", 1)[-1]


def test_there_are_enough_of_them() -> None:
    assert len(ARTICLES) >= 12
    assert len(QUESTIONS) >= 30
    assert sum(one["article"] is None for one in QUESTIONS) >= 8
    assert len({one["id"] for one in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_starter_article_has_its_front_matter(path: Path) -> None:
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    assert set(fields) == {"title", "source", "url", "author", "published"}
    assert slug(fields["url"]) == path.stem
    assert len(text.split()) > 150


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one["article"]], ids=lambda one: one["id"])
def test_what_the_articles_know_is_answered_from_the_right_one(
    answers: dict[str, Answer], question: dict[str, Any]
) -> None:
    answer = answers[question["id"]]
    quotes = [c.quote.lower() for c in answer.citations if slug(c.url) == question["article"]]
    assert any(all(words.lower() in quote for words in question["answer"]) for quote in [*quotes, " ".join(quotes)]), (
        question["question"], answer.text,
    )  # fmt: skip


@pytest.mark.parametrize("question", [one for one in QUESTIONS if not one["article"]], ids=lambda one: one["id"])
def test_what_the_articles_do_not_know_is_refused(answers: dict[str, Answer], question: dict[str, Any]) -> None:
    answer = answers[question["id"]]
    assert not answer.found, (question["question"], answer.text)
    assert answer.citations == ()
    assert "16 articles" in answer.text


def test_peskov_is_quoted_on_timing(answers: dict[str, Answer]) -> None:
    first = answers["seed-01"].citations[0]
    assert "it looks like things will start to move after Trump enters the Oval Office" in first.quote
    assert first.speaker == "Dmitri Peskov"
    assert slug(first.url) == "trump-putin-meeting-being-arranged"


def test_every_quotation_is_a_slice_of_its_article(answers: dict[str, Answer]) -> None:
    checked = 0
    for answer in answers.values():
        text = {hit.stored.article_id: hit.stored.article.text for hit in answer.hits}
        for one in answer.citations:
            assert text[one.article_id][one.start : one.end] == one.quote
            checked += 1
    assert checked >= 22


def test_the_readme_shows_the_answer_word_for_word(answers: dict[str, Answer]) -> None:
    """Asked today, years after the articles: what the README shows is what `make ask` prints."""
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.split(f'$ make ask Q="{TIMING}"\n')[1].split("```")[0]
    assert shown == answer_text(answers["today"]) + "\n"
