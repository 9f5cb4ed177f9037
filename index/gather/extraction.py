"""Reading documents in processes that can be killed: starting them, their deadline, what their end means.

A process for each document: it costs 0.3 s, nothing of a hostile page outlives it, and none idles.
What it does inside is `extraction_worker`'s part.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from index.errors import NotAListing, NotAnArticle
from index.gather.extraction_worker import Task, article_from
from index.gather.listing import Listing, WebPage
from index.gather.listing_lines import from_lines
from index.pages import Page
from index.types import Article

log = logging.getLogger(__name__)

SECONDS = 15.0
"""News pages take 0.02 s (median of 181 of them) to 0.3 s; with a quick fetch, a refusal stays within 20 s."""
MEMORY = 512 * 1024 * 1024
"""Bytes of addresses, for a file that somebody hands in: 10 MB of nothing but paragraphs need 390 MB."""
FETCHED_MEMORY = 88 * 1024 * 1024
"""The same while something fetched is parsed: an ordinary page needs 52 MB, the worst of 181 news pages 64 MB,
1,000 whole articles in a feed of 3.6 MB 80 MB; with the page itself that is 50 MB above an ordinary one."""
AT_ONCE = 2
"""Processes side by side, so that many requests at once do not starve the questions."""
PIECE = 65_536
"""Bytes handed to a worker at a time: as many as a pipe holds."""
STOPPED = "reading it was stopped"


class Extraction:
    """Reads documents, each in a worker process of its own. Close it to end the ones still running."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY, at_once: int = AT_ONCE) -> None:
        self._seconds, self._memory = seconds, memory
        self._places = asyncio.Semaphore(at_once)
        self._running: set[asyncio.subprocess.Process] = set()
        self._closed = False

    async def read_page(self, page: Page) -> Article:
        """The article on a fetched page; NotAnArticle, with `where` its address."""
        return await self._read(self._fetched(page), page.body)

    async def read_file(self, name: str, data: bytes) -> Article:
        """The article in a text, markdown, HTML or PDF file; NotAnArticle, with `where` its name."""
        return await self._read(self._task(name, self._memory), data)

    async def read_listing(self, page: Page, known: Iterable[bytes] = ()) -> Listing | WebPage:
        """What a fetched document lists, or the feeds that a page of HTML names; NotAListing, with `where` its address.

        Items whose fingerprint is `known` come without their text, which takes most of the time to read.
        """
        task = replace(self._fetched(page), listing=True, known=tuple(one.hex() for one in known))
        return await from_lines(await self._answer(task, page.body, NotAListing), page.url)

    def close(self) -> None:
        """End what is still being read; whoever waits for it sees NotAnArticle."""
        self._closed = True
        for process in self._running:
            process.kill()

    def _fetched(self, page: Page) -> Task:
        task = self._task(page.url, min(FETCHED_MEMORY, self._memory))
        return replace(task, url=page.url, content_type=page.content_type, charset=page.charset)

    def _task(self, name: str, parsing: int) -> Task:
        # the CPU limit is for a worker whose parent is gone; the parent's own deadline comes first
        return Task(name, None, "", None, parsing, self._memory, int(self._seconds) + 2, time.time())

    async def _read(self, task: Task, data: bytes) -> Article:
        return article_from(await self._answer(task, data, NotAnArticle), task.name)

    async def _answer(self, task: Task, data: bytes, refused: type[NotAnArticle | NotAListing]) -> bytes:
        """What a worker writes about a document; an error of the class `refused` where it does not come to that."""
        async with self._places:
            if self._closed:
                raise refused(task.name, STOPPED)
            process = await start_worker()
            self._running.add(process)
            try:
                async with asyncio.timeout(self._seconds):
                    answer, trouble = await asked(process, json.dumps(asdict(task)).encode() + b"\n", data)
            except TimeoutError as error:
                raise refused(task.name, f"reading it took longer than {self._seconds:g} seconds") from error
            finally:
                self._running.discard(process)
                await end(process)
        if process.returncode != 0:
            log.warning("reading %s ended with %s: %s", task.name, process.returncode, last_line(trouble))
            raise refused(task.name, why_ended(process.returncode, trouble))
        return answer


async def start_worker() -> asyncio.subprocess.Process:
    """A worker that sees the modules this process sees and nothing of its environment, where secrets are."""
    modules = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-m", "index.gather.extraction_worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        # numpy, which the guess of the language needs, would otherwise claim memory for a thread of every core
        env={"PYTHONPATH": modules, "OPENBLAS_NUM_THREADS": "1"},
    )


async def asked(process: asyncio.subprocess.Process, *request: bytes) -> tuple[bytes, bytes]:
    """What a worker answers and complains of; the request goes out in pieces, so that no second copy of it is held."""
    assert process.stdin and process.stdout and process.stderr, "started with pipes"
    _, answer, trouble = await asyncio.gather(
        handed_over(process.stdin, request), process.stdout.read(), process.stderr.read()
    )
    await process.wait()
    return answer, trouble


async def handed_over(stream: asyncio.StreamWriter, request: Iterable[bytes]) -> None:
    """Write a request; a worker that ends early tells by its status why."""
    with suppress(BrokenPipeError, ConnectionResetError):
        for part in request:
            for at in range(0, len(part), PIECE):
                stream.write(part[at : at + PIECE])
                await stream.drain()
    stream.close()


async def end(process: asyncio.subprocess.Process) -> None:
    """See a process off: kill it if it still runs, whatever became of the task that waited for it."""
    if process.returncode is None:
        process.kill()
    await process.wait()


def why_ended(status: int | None, trouble: bytes) -> str:
    """Why a worker ended without an answer, as a clause for a person."""
    if b"MemoryError" in trouble:
        return "reading it took too much memory"
    if status == -signal.SIGXCPU:
        return "reading it took too long"
    if status == -signal.SIGKILL:
        return STOPPED
    return "it is built in a way that could not be read"


def last_line(trouble: bytes) -> str:
    """The last line of a traceback, which names the error."""
    lines = trouble.decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "no word"
