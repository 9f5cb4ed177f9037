"""Guards that reading a document can neither stall nor fill this process, and that its worker learns no secret."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from index.errors import NotAnArticle
from index.gather.extraction import Extraction, start_worker
from index.pages import Page
from tests.gather.norvik_pages import OPEN_GRAPH, SWEDISH, TEXT, html_page
from tests.load.measuring import Stalls

MANY_ATTRIBUTES = b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x</p></body></html>"
HEAVY = b"<html><body><article>" + b"<b>a</b>" * 200_000 + b"</article></body></html>"


async def test_documents_of_each_kind_are_read(extraction: Extraction) -> None:
    html = html_page(OPEN_GRAPH).encode()
    page, plain, saved, text = await asyncio.gather(
        extraction.read_page(Page("https://norvik.example/a", "text/html", "utf-8", html)),
        extraction.read_page(Page("https://norvik.example/a", "text/plain", None, f"Bridge\n\n{TEXT}".encode())),
        extraction.read_file("a.html", html),
        extraction.read_file("a.txt", f"Bridge\n\n{TEXT}".encode()),
    )
    assert page.text == plain.text == saved.text == text.text == TEXT
    assert page.published is not None
    assert page.published.isoformat() == "2025-02-03T16:30:00+00:00"
    assert (page.url, plain.url, saved.url, text.url) == (*["https://norvik.example/a"] * 2, None, None)


async def test_a_language_that_only_the_large_model_knows_is_named_within_the_limits(extraction: Extraction) -> None:
    article = await extraction.read_file("a.txt", f"Hamnbron\n\n{SWEDISH}".encode())
    assert article.language == "sv"


async def test_a_refusal_comes_through_with_its_place(extraction: Extraction) -> None:
    with pytest.raises(NotAnArticle, match=r"^a\.txt: it is not text"):
        await extraction.read_file("a.txt", b"\x89PNG\0")
    with pytest.raises(NotAnArticle, match=r"^https://norvik\.example/a: it is image/png, not a page of text$"):
        await extraction.read_page(Page("https://norvik.example/a", "image/png", None, b"\x89PNG\0"))


async def test_a_tag_of_200_000_attributes_is_given_up_at_the_deadline_and_stalls_nothing() -> None:
    extraction = Extraction(seconds=1)
    began = time.monotonic()
    async with Stalls() as stalls:
        with pytest.raises(NotAnArticle, match=r"a\.html: reading it took longer than 1 seconds"):
            await extraction.read_file("a.html", MANY_ATTRIBUTES)
    assert time.monotonic() - began < 3
    assert stalls.longest < 0.5


async def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    # which of the two depends on where the memory ends: lxml can't say that it was short of it while parsing
    with pytest.raises(NotAnArticle, match=r"took too much memory|no HTML was found"):
        await Extraction(memory=250_000_000).read_file("a.html", HEAVY)


async def test_closing_ends_what_is_being_read_and_what_waits_its_turn() -> None:
    extraction = Extraction(at_once=1)
    tasks = [asyncio.create_task(extraction.read_file("a.html", MANY_ATTRIBUTES)) for _ in range(2)]
    await asyncio.sleep(0.5)
    extraction.close()
    for task in tasks:
        with pytest.raises(NotAnArticle, match="stopped"):
            await asyncio.wait_for(task, 2)


async def test_giving_up_ends_the_worker(extraction: Extraction) -> None:
    task = asyncio.create_task(extraction.read_file("a.html", MANY_ATTRIBUTES))
    await asyncio.sleep(0.5)
    (worker,) = children()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert worker not in children()


async def test_a_worker_gets_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "opensesame")
    worker = await start_worker()
    given = environment(worker.pid)
    worker.kill()
    await worker.communicate()
    assert b"PYTHONPATH" in given
    assert b"opensesame" not in given


async def test_two_documents_are_read_at_once_and_no_more() -> None:
    extraction = Extraction(seconds=1)
    tasks = [asyncio.create_task(extraction.read_file(f"{n}.html", MANY_ATTRIBUTES)) for n in range(4)]
    await asyncio.sleep(0.5)
    assert len(children()) == 2
    extraction.close()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert children() == set()


def environment(pid: int) -> bytes:
    """The environment that a process was started with."""
    return Path(f"/proc/{pid}/environ").read_bytes()


def children() -> set[int]:
    """The processes that this process started and that still run."""
    return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()}
