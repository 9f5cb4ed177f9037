"""A server on loopback that speaks the language models' protocols and says what a test wants said."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

Speak = Callable[[dict[str, str]], str]
"""The passages' texts by the identifiers that were given -> what the model says."""

READ, WRITTEN = 900, 100
"""Tokens that it says it counted."""


@dataclass(frozen=True)
class Sent:
    """One request as it came over the wire."""

    path: str
    headers: Mapping[str, str]
    body: str

    @property
    def fields(self) -> dict[str, Any]:
        """The request's JSON."""
        fields: dict[str, Any] = json.loads(self.body)
        return fields

    @property
    def messages(self) -> list[tuple[str, str]]:
        """Role and text of every message, the system's first, whichever the protocol."""
        system = [("system", text_of(self.fields["system"]))] if "system" in self.fields else []
        return system + [(one["role"], text_of(one["content"])) for one in self.fields["messages"]]

    @property
    def data(self) -> dict[str, Any]:
        """The question and the passages, as the prompt gives them."""
        data: dict[str, Any] = json.loads(self.messages[-1][1])
        return data

    @property
    def passages(self) -> dict[str, str]:
        """The passages' texts by their identifiers."""
        return {one["id"]: one["text"] for one in self.data["passages"]}


def text_of(content: str | list[dict[str, str]]) -> str:
    """A message's text, be it plain or in blocks."""
    return content if isinstance(content, str) else "".join(block["text"] for block in content)


class SpokenModel:
    """Answers in the protocol that it is asked in, and keeps every request.

    `status` other than 200 is an error that repeats the request's headers, keys and all; `delay` is in seconds;
    `cut` ends the body after so many bytes, although more were announced; `raw` is sent instead of an answer.
    """

    def __init__(self) -> None:
        self.speak: Speak = lambda passages: "NOTHING"
        self.status, self.delay = 200, 0.0
        self.cut: int | None = None
        self.raw: bytes | None = None
        self.requests: list[Sent] = []
        self.root = ""

    @property
    def address(self) -> str:
        """LLM_BASE_URL for OpenAI's protocol."""
        return f"{self.root}/v1"

    async def complete(self, request: web.Request) -> web.StreamResponse:
        """Keep what came, and answer."""
        sent = Sent(request.path, dict(request.headers), await request.text())
        self.requests.append(sent)
        await asyncio.sleep(self.delay)
        if self.status != 200:
            told = {"type": "error", "message": f"no: {sent.headers}"}
            return web.json_response({"type": "error", "error": told}, status=self.status)
        body = self.raw
        if body is None:
            # where the prompt can't be read the test is to fail, and not for want of an answer
            body = json.dumps(ANSWERS[request.path](self.speak(sent.passages))).encode()
        answer = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
        await answer.prepare(request)
        await answer.write(body[: self.cut])
        if self.cut is not None and request.transport:
            request.transport.close()
        return answer


def as_openai(said: str) -> dict[str, Any]:
    """https://platform.openai.com/docs/api-reference/chat/object"""
    message = {"role": "assistant", "content": said}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": READ, "completion_tokens": WRITTEN, "total_tokens": READ + WRITTEN}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}


def as_anthropic(said: str) -> dict[str, Any]:
    """https://docs.anthropic.com/en/api/messages"""
    content = [{"type": "text", "text": said}]
    usage = {"input_tokens": READ, "output_tokens": WRITTEN}
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": content,
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": usage,
    }


def as_ollama(said: str) -> dict[str, Any]:
    """https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion"""
    return {
        "model": "m",
        "created_at": "2025-01-18T00:00:00Z",
        "message": {"role": "assistant", "content": said},
        "done": True,
        "done_reason": "stop",
        "prompt_eval_count": READ,
        "eval_count": WRITTEN,
    }


ANSWERS = {"/v1/chat/completions": as_openai, "/v1/messages": as_anthropic, "/api/chat": as_ollama}


@asynccontextmanager
async def speaking(spoken: SpokenModel | None = None) -> AsyncIterator[SpokenModel]:
    """A model that listens on loopback."""
    spoken = spoken or SpokenModel()
    app = web.Application()
    for path in ANSWERS:
        app.router.add_post(path, spoken.complete)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    spoken.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield spoken
    finally:
        await runner.cleanup()
