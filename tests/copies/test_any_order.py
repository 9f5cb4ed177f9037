"""Whatever is added, copied, changed, removed and rebuilt, in whatever order: every text is found, once."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index.assemble import open_news_index
from index.errors import UnknownArticle
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Article
from tests.copies.clusters import check
from tests.copies.stories import story
from tests.word_hash import CountingEmbedder

SERVERS = (0, 1, 2)
PARTS = [story(number, 12).split("\n\n") for number in range(2)]

TEXTS = st.builds(
    lambda number, begin, days: "\n\n".join([*PARTS[number][begin:], *([f"It took {days} days."] if days else [])]),
    st.sampled_from((0, 0, 1)),
    st.integers(0, 1),
    st.integers(0, 2),
)
ADD = st.tuples(st.just("add"), st.sampled_from(SERVERS), st.integers(0, 3), TEXTS)
STEPS = st.one_of(
    ADD,
    ADD,
    ADD,
    st.tuples(st.just("remove"), st.sampled_from(SERVERS), st.integers(0, 3), st.just("")),
    st.tuples(st.just("reindex"), st.sampled_from(SERVERS), st.just(0), st.just("")),
)


async def step(index: NewsIndex, what: str, server: int, page: int, text: str) -> None:
    """Do one thing, as a door would."""
    address = f"https://outlet-{page}.example/story"
    if what == "add":
        article = Article("What happened", f"Outlet {page}", text, address)
        await index._run(index._store.blocked.allow, server, address)
        await index._run(index._store.blocked.allow, 0, address)
        await index._adding.take_in(iter([article]), server, ("wire", "import"))
    elif what == "reindex":
        await index.reindex(server=server)
    else:
        try:
            await index.remove(address, server)
        except UnknownArticle:
            return


async def live_through(steps: list[tuple[str, int, int, str]], folder: Path) -> None:
    index = await open_news_index(IndexSettings(data_dir=folder), for_questions=False, embedder=CountingEmbedder())
    try:
        for one in steps:
            await step(index, *one)
            check(index._store, SERVERS)
        await index._writing.catch_up()
        assert (await index.status()).waiting == 0
    finally:
        await index.close()


@given(st.lists(STEPS, min_size=3, max_size=9))
@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_is_found_and_found_once(steps: list[tuple[str, int, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live_through(steps, Path(folder)))
