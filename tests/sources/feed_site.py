"""A news site whose feed a test fills: entries with their whole text, or with pages of their own."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from html import escape

from aiohttp import web

from tests.gather.news_site import NewsSite


def story(number: int, changed: str = "") -> str:
    """The text of an article: two paragraphs of English that share hardly a word with those of another number."""
    names = [hashlib.blake2b(f"{number} {n}".encode(), digest_size=4).hexdigest() for n in range(120)]
    words = [f"{name} of the" if at % 3 == 2 else name for at, name in enumerate(names)]
    first = " ".join([f"Council {number} decided on Tuesday", *filter(None, [changed]), *words[:60], "year."])
    return f"{first}\n\nClerk {number} said that {' '.join(words[60:])} year."


class FeedSite(NewsSite):
    """Serves `/feed` with an ETag, and a page for each entry without a text; `fetched` are the pages asked for.

    What is held is answered only once it is let go; `waited_for` are the paths that somebody waited for.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, asyncio.Event] = {}
        self.waited_for: list[str] = []

    def hold(self, path: str) -> None:
        """Let a path be answered later."""
        self._held[path] = asyncio.Event()

    def let_go(self) -> None:
        """Answer whoever waits, and everybody from now on."""
        for held in self._held.values():
            held.set()

    async def answer(self, request: web.BaseRequest) -> web.Response:
        if request.path in self._held:
            self.waited_for.append(request.path)
            await self._held[request.path].wait()
        return await super().answer(request)

    def feed(
        self,
        numbers: Iterable[int],
        *,
        whole: bool = True,
        title: str = "The Elan Courier",
        path: str = "/feed",
        note: str = "",
        etag: bool = True,
        ttl: str = "",
        changed: dict[int, str] | None = None,
    ) -> None:
        """Let the feed list the articles of these numbers; `note` changes its bytes and nothing else."""
        changed = changed or {}
        entries = "".join(self.entry(number, whole, changed.get(number, "")) for number in numbers)
        body = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>{escape(title)}</title><link>{self.address('/')}</link>{ttl}<!-- {note} -->{entries}"
            "</channel></rss>"
        )
        self.conditional(path, body, "application/rss+xml", etag)

    def entry(self, number: int, whole: bool, changed: str) -> str:
        """One entry of a feed, and its page where the entry does not carry the text."""
        text = story(number, changed)
        paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
        if not whole:
            self.conditional(f"/news/{number}", self.page(number, paragraphs), "text/html", True)
        content = f"<content:encoded>{escape(paragraphs)}</content:encoded>" if whole else ""
        return (
            f"<item><title>Council {number} decides</title><link>{self.address(f'/news/{number}')}</link>"
            f"<guid>{self.address(f'/news/{number}')}</guid>"
            f"<pubDate>Tue, {number % 28 + 1:02d} Sep 2026 10:00:00 GMT</pubDate>"
            f"<description>What council {number} decided. {changed}</description>{content}</item>"
        )

    def page(self, number: int, paragraphs: str) -> str:
        """The page of an article."""
        return (
            f"<!doctype html><html lang=en><head><title>Council {number} decides</title></head><body><article>"
            f"<h1>Council {number} decides</h1>{paragraphs}</article></body></html>"
        )

    def conditional(self, path: str, body: str, kind: str, etag: bool) -> None:
        """Let a path answer 304 to those who have it already."""
        mark = f'"{hashlib.blake2b(body.encode(), digest_size=8).hexdigest()}"' if etag else ""

        def page() -> web.Response:
            if mark and self.requests[-1].headers.get("If-None-Match") == mark:
                return web.Response(status=304, headers={"ETag": mark})
            return web.Response(text=body, content_type=kind, headers={"ETag": mark} if mark else {})

        self.pages[path] = page

    @property
    def fetched(self) -> list[str]:
        """The paths of articles that were asked for, in order."""
        return [one.path for one in self.requests if one.path.startswith("/news/")]
