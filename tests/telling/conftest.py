"""An empty index of real parts, and articles that are handed in as an import does, at moments that a test chooses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.alerts import Every, Rhythm
from index.news_index import NewsIndex
from index.types import COMMON, Article

Publish = Callable[..., Awaitable[None]]

SERVER, OTHER, MEMBER, CHANNEL = 7, 8, 70, 700

NOW = datetime.now(UTC).replace(microsecond=0)
"""When articles come is the store's to note, by the clock; what is decided is told a moment as an argument."""

LATER = NOW + timedelta(hours=1)

SOON = Rhythm(Every.DAY, (NOW + timedelta(minutes=30)).hour * 60 + (NOW + timedelta(minutes=30)).minute)
"""A daily digest that is due within the hour."""


@pytest.fixture
def publish(empty_index: NewsIndex) -> Publish:
    """Adds articles for a server."""

    async def publishing(*articles: Article, server: int = COMMON) -> None:
        await empty_index._adding.take_in(iter(articles), server, ("wire", "import"), total=len(articles))

    return publishing


def report(what: str, outlet: str = "The Post", *, title: str = "", text: str = "", hours: float = 0.5) -> Article:
    """An article about something, published so many hours before NOW; each outlet writes for itself."""
    words = f"{outlet} {what}".replace(" ", "-").lower()
    return Article(
        title=title or what,
        outlet=outlet,
        text=text or f"{what}, {outlet} has learned from people close to it on this day of the year.",
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{words}",
        published=NOW - timedelta(hours=hours),
        has_time=True,
    )


FERRY = (
    "The ferry to Hollum stops on Monday because no captain is left for the winter. Harbour master Ida Nygaard said the"
    ' line will not sail before March. "We have no captain left for the winter," said Ida Nygaard. The ferry carried'
    " 40,000 passengers to Hollum last year, more than ever before, and the island has no other line to the mainland."
)
BRIDGE = (
    "A bridge over the river Elan fell down on Tuesday night after weeks of heavy rain in the valley. Nobody was hurt."
    ' "We heard a noise like thunder," said baker Tom Orme. Engineers had warned of the old stones in the spring, and'
    " the council will decide next week whether a new bridge is built at the same place or a mile to the south of it."
)


def ferry(outlet: str = "The Post", **fields: object) -> Article:
    """The report on the ferry, word for word what another outlet prints."""
    given = {"text": FERRY, "title": "Ferry to Hollum stops for the winter"} | fields
    return report("ferry", outlet, **given)  # type: ignore[arg-type]


def bridge(outlet: str = "The Post", **fields: object) -> Article:
    """The report on the bridge."""
    given = {"text": BRIDGE, "title": "Bridge over the Elan falls"} | fields
    return report("bridge", outlet, **given)  # type: ignore[arg-type]


def files_hold(folder: Path, words: str) -> bool:
    """Whether these words stand in any file of a data folder."""
    return any(words.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())
