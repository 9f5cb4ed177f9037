"""Every provider's own protocol, through LlamaIndex's integration, against a loopback server that speaks it.

Guards that each can be given an address, that what went wrong leaves the quotations with a note, and that the key is
where the provider reads it and nowhere else.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any

import pytest

from index.answer.llm.model import WINDOW, counted, load_language_model
from index.answer.llm.prompt import Prompt
from index.errors import SettingsError
from index.settings import IndexSettings
from index.types import Filters
from index.work.language import DOWN, SLOW, UNPROVEN
from tests.spoken_model import READ, WRITTEN, SpokenModel, as_ollama, as_openai
from tests.test_language import QUESTION, model, opened, repairs, settings

__all__ = ["model", "settings"]

KEY = "sk-opensesame"
SHORT = Prompt("Be brief.", '{"question": "Why?", "passages": []}', {})
PROVIDERS = {
    "openai": ("gpt-4o", "/v1/chat/completions", "/v1"),
    "openai-like": ("any", "/v1/chat/completions", "/v1"),
    "anthropic": ("claude-sonnet-5-5", "/v1/messages", ""),
    "ollama": ("llama3.2", "/api/chat", ""),
}
"""LLM -> a model's name, the path it is asked at, and what LLM_BASE_URL has behind the host."""

EVERY = pytest.mark.parametrize("kind", PROVIDERS)


def chosen(kind: str, model: SpokenModel) -> dict[str, Any]:
    """The settings for a provider at the loopback server."""
    name, _, behind = PROVIDERS[kind]
    return {"llm": kind, "llm_model": name, "llm_base_url": f"{model.root}{behind}", "llm_api_key": KEY}


@EVERY
async def test_an_answer_its_tokens_and_a_prompt_of_two_messages(kind: str, model: SpokenModel) -> None:
    name, path, behind = PROVIDERS[kind]
    model.speak = lambda passages: "Said so."
    language = load_language_model(kind, name, f"{model.root}{behind}", KEY, 5, most=77)
    try:
        reply = await language.reply(SHORT)
    finally:
        await language.close()
    assert reply == ("Said so.", READ + WRITTEN)
    (sent,) = model.requests
    assert (sent.path, sent.fields["model"]) == (path, name)
    assert sent.messages == [("system", SHORT.system), ("user", SHORT.user)]
    # nothing is shown before it is checked, so nothing is streamed
    assert not sent.fields.get("stream")
    assert 77 in (sent.fields.get("max_tokens"), sent.fields.get("options", {}).get("num_predict"))
    if kind == "ollama":
        assert sent.fields["options"]["num_ctx"] == WINDOW
    # the key is where the provider looks for it, and nowhere else
    assert [name for name, value in sent.headers.items() if KEY in value] in (["Authorization"], ["X-Api-Key"])
    assert KEY not in sent.body + sent.path


@EVERY
async def test_whatever_goes_wrong_the_answer_is_quoted_and_no_key_is_told(
    kind: str, settings: IndexSettings, model: SpokenModel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    notes: dict[int | str, str | None] = {}
    async with opened(settings, model, **chosen(kind, model), llm_seconds=1.0) as index:
        for status in (400, 401, 429, 500, 503):
            model.status = status
            notes[status] = (await index.ask(QUESTION)).note
        model.status = 200
        for what, raw in MALFORMED.items():
            model.raw = raw
            notes[what] = (await index.ask(QUESTION)).note
        model.raw, model.cut = None, 60
        notes["cut off"] = (await index.ask(QUESTION)).note
        model.cut, model.delay = None, 3.0
        notes["slow"] = (await index.ask(QUESTION)).note
        model.delay = 0.0
        model.speak = lambda passages: f"The repairs cost 4.2 million crowns [{repairs(passages)}]."
        proven = await index.ask(QUESTION)
    assert notes.pop("slow") == SLOW, notes
    assert set(notes.values()) <= {DOWN, UNPROVEN}
    assert {notes[one] for one in (400, 401, 429, 500, 503, "no JSON", "cut off")} == {DOWN}
    assert (proven.note, proven.lead) == (None, "The repairs cost 4.2 million crowns. [1]")
    assert len(model.requests) == len(notes) + 2, "it is asked once each time: whoever waits has waited long enough"
    # also where everything is logged, and where the server repeats the key in its error
    assert "the language model failed with" in caplog.text
    assert KEY not in caplog.text
    assert not any(KEY in sent.body for sent in model.requests)


MALFORMED = {
    "no JSON": b"<html>Bad gateway</html>",
    "empty": b"",
    "nothing": b"null",
    "a list": b"[]",
    "no field": b"{}",
    "no choice": b'{"choices": [], "content": [], "message": {}}',
    "null": b'{"choices": [{"message": {"role": "assistant", "content": null}}], "content": null, "message": null}',
    "other types": b'{"choices": 7, "content": 7, "message": 7, "usage": "none"}',
    "no text": b"\xff\xfe\x00",
}


@EVERY
async def test_a_model_that_lets_wait_stops_nobody_else(kind: str, model: SpokenModel) -> None:
    name, _, behind = PROVIDERS[kind]
    model.delay = 1.0
    language = load_language_model(kind, name, f"{model.root}{behind}", KEY, 5)
    waits: list[float] = []

    async def watch() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.01)
            waits.append(time.perf_counter() - before)

    # what is imported and built at the first call is not what is measured
    model.delay = 0.0
    await language.reply(SHORT)
    model.delay = 1.0
    watching = asyncio.create_task(watch())
    try:
        await language.reply(SHORT)
    finally:
        watching.cancel()
        await language.close()
    # a call that stops the event loop would be as long as the delay
    assert max(waits) < 0.7


async def test_a_provider_that_says_nothing_of_tokens_is_estimated_and_a_lie_is_not_believed(
    settings: IndexSettings, model: SpokenModel
) -> None:
    for lie in (-(10**9), 10**30, 2.5, True, "many", None):
        assert counted({"usage": {"prompt_tokens": lie, "completion_tokens": 7}}) == 7
    said = as_openai("NOTHING") | {"usage": {"prompt_tokens": -(10**9), "completion_tokens": 10**30, "total_tokens": 1}}
    model.speak = lambda passages: "NOTHING"
    async with opened(settings, model, llm_daily_tokens=6_000) as index:
        for _ in range(12):
            model.raw = None if not model.requests else json.dumps(said).encode()
            await index.ask(QUESTION, Filters(server=7))
    # it counts as estimated, so the budget still ends
    assert 2 <= len(model.requests) < 12


@pytest.mark.parametrize("kind", ["openai", "anthropic"])
def test_a_name_that_the_integration_cannot_use_is_refused_at_the_start(kind: str) -> None:
    with pytest.raises(SettingsError, match=f"LLM={kind} does not know LLM_MODEL=model-of-tomorrow.*openai-like"):
        load_language_model(kind, "model-of-tomorrow", None, KEY, 5)


def test_the_tokens_of_ollama_are_counted_where_it_says_them() -> None:
    assert counted(as_ollama("x")) == READ + WRITTEN
