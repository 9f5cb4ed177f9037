"""A language model words the answer, or the answer is quoted and says why: through LlamaIndex, over real HTTP."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.assemble import open_news_index
from index.errors import SettingsError
from index.news_index import NewsIndex
from index.reports import Progress
from index.settings import IndexSettings
from index.types import Exchange, Filters
from index.work.language import DOWN, SLOW, SPENT, UNPROVEN
from tests.spoken_model import SpokenModel, speaking
from tests.test_news_index import HARBOUR
from tests.word_hash import CountingEmbedder

QUESTION = "How much did the repairs of the harbour of Port Elan cost?"


@pytest.fixture
def settings(settings: IndexSettings, filled_folder: Path) -> IndexSettings:
    """Settings of a test whose data folder holds the starter articles already."""
    shutil.copytree(filled_folder, settings.data_dir)
    return settings


@pytest.fixture
async def model() -> AsyncIterator[SpokenModel]:
    async with speaking() as spoken:
        yield spoken


@asynccontextmanager
async def opened(settings: IndexSettings, model: SpokenModel, **changed: Any) -> AsyncIterator[NewsIndex]:
    """An index whose answers the spoken model words, with the article of the harbour."""
    own: dict[str, Any] = {"llm": "openai-like", "llm_model": "m", "llm_base_url": model.address, **changed}
    index = await open_news_index(IndexSettings(data_dir=settings.data_dir, **own), embedder=CountingEmbedder())
    try:
        await index.settled()
        await index.add_file("harbour.md", HARBOUR.encode())
        yield index
    finally:
        await index.close()


def repairs(passages: dict[str, str]) -> str:
    """The identifier of the passage that says what the repairs cost."""
    return next(name for name, text in passages.items() if "4.2 million crowns" in text)


async def test_what_is_proven_leads_and_the_words_that_prove_it_follow(
    settings: IndexSettings, model: SpokenModel
) -> None:
    model.speak = lambda passages: (
        f"The repairs cost 4.2 million crowns [{repairs(passages)}]."
        f" The insurers of the freighter Calypso will pay half [{repairs(passages)}]."
        " The mayor resigned in protest over the repairs [zzzzzz]."
    )
    seen: list[Progress] = []
    async with opened(settings, model) as index:
        answer = await index.ask(QUESTION, watch=seen.append)
    assert answer.lead == (
        "The repairs cost 4.2 million crowns. [1] The insurers of the freighter Calypso will pay half. [1]"
    )
    assert answer.note is None
    assert [one.quote.startswith("The repairs cost 4.2 million") for one in answer.citations] == [True]
    assert answer.text.startswith(answer.lead) and answer.citations[0].quote in answer.text
    assert "resigned" not in answer.text
    assert [one.stage for one in seen] == ["searching", "reading", "checking"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "NOTHING",
        "The repairs cost 5.2 million crowns [{}].",
        "The repairs did not cost 4.2 million crowns [{}].",
        "The repairs cost 4.2 million crowns.",
        "The repairs cost 4.2 million crowns [1].",
        "“The repairs were a bargain for everybody in town,” the mayor said [{}].",
        "“Ships of every size can berth again from tomorrow,” said harbour master Odile Marchetti [{}].",
        "{{" * 5_000,
    ],
)
async def test_what_is_not_proven_is_not_shown(settings: IndexSettings, model: SpokenModel, said: str) -> None:
    model.speak = lambda passages: said.replace("{}", repairs(passages))
    async with opened(settings, model) as index:
        answer = await index.ask(QUESTION)
    assert (answer.found, answer.lead, answer.note) == (True, None, UNPROVEN)
    assert UNPROVEN in answer.text and answer.citations[0].quote in answer.text
    for word in ("5.2", "did not cost", "bargain", "tomorrow"):
        assert word not in answer.text


async def test_a_model_that_is_down_slow_or_over_budget_is_said_to_be(
    settings: IndexSettings, model: SpokenModel
) -> None:
    model.speak = lambda passages: f"The repairs cost 4.2 million crowns [{repairs(passages)}]."
    async with opened(settings, model, llm_seconds=1.0, llm_daily_tokens=5_000) as index:
        model.status = 500
        assert (await index.ask(QUESTION)).note == DOWN
        model.status, model.delay = 200, 3.0
        assert (await index.ask(QUESTION)).note == SLOW
        model.delay = 0.0
        server = Filters(server=7)
        notes = [(await index.ask(QUESTION, server)).note for _ in range(6)]
        assert notes[0] is None and notes[-1] == SPENT
        # one server's spending is not another's
        assert (await index.ask(QUESTION, Filters(server=8))).note is None
        spent = len(model.requests)
        assert (await index.ask(QUESTION, server)).note == SPENT
        assert len(model.requests) == spent


async def test_many_questions_at_once_cannot_spend_one_budget_twice(
    settings: IndexSettings, model: SpokenModel
) -> None:
    model.delay = 0.3
    async with opened(settings, model, llm_daily_tokens=3_000) as index:
        await asyncio.gather(*(index.ask(QUESTION) for _ in range(8)))
    assert len(model.requests) <= 2


async def test_a_question_without_an_answer_is_not_put_to_the_model(
    settings: IndexSettings, model: SpokenModel
) -> None:
    async with opened(settings, model) as index:
        answer = await index.ask("Who won the chess tournament in Ulan Bator?")
    assert (answer.found, answer.lead, answer.note, model.requests) == (False, None, None, [])


async def test_the_prompt_holds_no_secret_and_a_failure_tells_none(
    settings: IndexSettings, model: SpokenModel, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(settings, model, llm_api_key="sk-opensesame") as index:
        await index.ask(QUESTION)
        model.status = 401
        await index.ask(QUESTION)
    assert len(model.requests) == 2
    assert not any("opensesame" in sent.body for sent in model.requests)
    assert str(settings.data_dir) not in "".join(sent.body for sent in model.requests)
    assert "opensesame" not in caplog.text


async def test_a_follow_up_is_put_to_the_model_as_it_was_understood(
    settings: IndexSettings, model: SpokenModel
) -> None:
    before = Exchange("What did Odile Marchetti say about ships?", ("Odile Marchetti",))
    async with opened(settings, model) as index:
        answer = await index.ask("And what did she say?", after=before)
    assert answer.question == "And what did she say?"
    assert answer.understood == "what did Odile Marchetti say about ships?"
    assert answer.citations[0].speaker == "Odile Marchetti"
    assert "Odile Marchetti say about ships" in model.requests[0].data["question"]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"llm": "openai"}, "LLM_MODEL"),
        ({"llm": "openai", "llm_model": "m"}, "LLM_API_KEY"),
        ({"llm": "anthropic", "llm_model": "m"}, "LLM_API_KEY"),
        ({"llm": "openai-like", "llm_model": "m"}, "LLM_BASE_URL"),
    ],
)
async def test_a_setting_that_is_missing_is_named(settings: IndexSettings, wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        await open_news_index(IndexSettings(data_dir=settings.data_dir, **wrong), embedder=CountingEmbedder())


@pytest.mark.parametrize("kind", ["openai", "anthropic", "ollama"])
async def test_a_provider_that_cannot_be_reached_leaves_the_quotations(
    settings: IndexSettings, model: SpokenModel, kind: str
) -> None:
    nowhere = {"llm": kind, "llm_base_url": "http://127.0.0.1:9", "llm_model": "gpt-4o", "llm_api_key": "key"}
    if kind == "anthropic":
        nowhere["llm_model"] = "claude-sonnet-5-5"
    async with opened(settings, model, **nowhere) as index:
        answer = await index.ask(QUESTION)
    assert (answer.found, answer.note) == (True, DOWN)


async def test_a_server_may_do_without_the_model_or_grant_it_less(settings: IndexSettings, model: SpokenModel) -> None:
    model.speak = lambda passages: f"The repairs cost 4.2 million crowns [{repairs(passages)}]."
    async with opened(settings, model) as index:
        await index.change_settings(7, lambda before: replace(before, language_model=False))
        await index.change_settings(8, lambda before: replace(before, daily_tokens=4_000))
        await index.change_settings(9, lambda before: replace(before, daily_tokens=10**9))
        seen: list[Progress] = []
        off = await index.ask(QUESTION, Filters(server=7), watch=seen.append)
        # quoted as where there is no model: nothing to explain, nothing sent, nothing said to be under way
        assert (off.found, off.lead, off.note, model.requests) == (True, None, None, [])
        assert [one.stage for one in seen] == ["searching"]
        assert "language model" not in off.text
        notes = [(await index.ask(QUESTION, Filters(server=8))).note for _ in range(6)]
        assert (notes[0], notes[-1]) == (None, SPENT)
        await index.change_settings(8, lambda before: replace(before, daily_tokens=None))
        assert (await index.ask(QUESTION, Filters(server=8))).note is None
        await index.change_settings(7, lambda before: replace(before, language_model=True))
        assert (await index.ask(QUESTION, Filters(server=7))).lead
    model.requests.clear()
    async with opened(settings, model, llm_daily_tokens=0) as index:
        # nobody grants more than the operator does
        assert (await index.ask(QUESTION, Filters(server=9))).note == SPENT
    assert model.requests == []


async def test_the_operator_decides_how_much_is_read_and_written(settings: IndexSettings, model: SpokenModel) -> None:
    async with opened(settings, model, llm_passages=2, llm_reply_tokens=50) as index:
        await index.ask(QUESTION)
    assert (len(model.requests[0].passages), model.requests[0].fields["max_tokens"]) == (2, 50)


async def test_status_lines_come_in_order_and_before_the_words_and_hold_none_of_them(
    settings: IndexSettings, model: SpokenModel
) -> None:
    told: list[tuple[str, Progress | None]] = []

    def speak(passages: dict[str, str]) -> str:
        told.append(("asked", None))
        return f"The repairs cost 4.2 million crowns [{repairs(passages)}]. Unproven words here [zzzzzz]."

    model.speak = speak
    async with opened(settings, model) as index:
        await index.ask(QUESTION, watch=lambda progress: told.append((progress.stage, progress)))
        assert [what for what, _ in told] == ["searching", "reading", "asked", "checking"]
        lines = [f"{one.stage} {one.done} {one.unit}" for _, one in told[1:] if one]
        assert lines == ["reading 6 passages", "checking 6 quotations"]
        told.clear()
        model.status = 500
        await index.ask(QUESTION, watch=lambda progress: told.append((progress.stage, progress)))
        # nothing came, so nothing is checked
        assert [what for what, _ in told] == ["searching", "reading"]


@pytest.mark.parametrize(
    ("before", "follow_up", "understood"),
    [
        (
            "What did Washington say about the gas transit?",
            "And what did Moscow say?",
            "Moscow say about the gas transit",
        ),
        ("How much did the repairs of the harbour cost?", "And who will pay for it?", "repairs harbour cost"),
        ("What did Odile Marchetti say about ships?", "Why?", "Odile Marchetti"),
    ],
)
async def test_a_follow_up_is_understood_alike_with_and_without_a_model(
    settings: IndexSettings, model: SpokenModel, before: str, follow_up: str, understood: str
) -> None:
    model.speak = lambda passages: f"HACKED, as was said before [{next(iter(passages))}]."
    after = Exchange(before)
    async with opened(settings, model) as index:
        worded = await index.ask(follow_up, after=after)
        await index.change_settings(7, lambda before: replace(before, language_model=False))
        quoted = await index.ask(follow_up, Filters(server=7), after=after)
    assert understood in (worded.understood or "")
    assert worded.understood == quoted.understood
    assert [one.quote for one in worded.citations] == [one.quote for one in quoted.citations]
    assert worded.lead is None
    # the model is put what was understood, and never what it, or anybody, said before
    assert [sent.data["question"] for sent in model.requests] == ([worded.understood] if worded.found else [])
