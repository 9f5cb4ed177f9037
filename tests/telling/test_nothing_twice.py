"""Guards the promise over random histories: whatever comes in whatever order, with copies, corrections, takedowns and
stops between sending and noting, no story is told twice in one place, and nothing of another server's is told at all.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.alerts import FollowKind, Story
from index.assemble import open_news_index
from index.errors import UnknownArticle
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Article
from tests.telling.conftest import CHANNEL, MEMBER, NOW, OTHER, SERVER, SOON, report
from tests.word_hash import CountingEmbedder

MATTERS = ("ferry to Hollum harbour", "bridge over Elan river", "mayor of Norvik elections")
OUTLETS = ("The Post", "The Sun", "The Herald")

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), st.integers(0, 2), st.integers(0, 2), st.sampled_from([0, SERVER, OTHER])),
        st.tuples(st.just("correct"), st.integers(0, 2), st.integers(0, 2), st.sampled_from([0, SERVER])),
        st.tuples(st.just("remove"), st.integers(0, 2), st.integers(0, 2), st.sampled_from([0, SERVER])),
        st.tuples(st.just("tell"), st.booleans(), st.booleans(), st.booleans()),
    ),
    max_size=14,
)


def matter(number: int, outlet: int, *, corrected: bool = False) -> Article:
    """What an outlet prints on a matter: one text for all of them, each matter in words of its own."""
    words = [f"{MATTERS[number].replace(' ', chr(97 + at))}{at}" for at in range(60)]
    text = f"News on the {MATTERS[number]} came this morning from the town hall. {' '.join(words)}."
    text += " Nine were hurt." if corrected else " Two were hurt."
    return report(f"{MATTERS[number]} matter", OUTLETS[outlet], text=text)


class History:
    """An index that is told what happens, and what it told so far: each message by its nonce, as Discord has it."""

    def __init__(self, index: NewsIndex) -> None:
        self.index = index
        self.messages: dict[str, tuple[int, Sequence[Story]]] = {}
        self.days = 0

    async def step(self, what: str, *given: int) -> None:
        index = self.index
        if what == "tell":
            await self.tell(*map(bool, given))
            return
        number, outlet, server = given
        article = matter(number, outlet, corrected=what == "correct")
        if what == "remove":
            try:
                await index.remove(str(article.url), server)
            except UnknownArticle:
                return
        else:
            began = time.time()
            await index._adding.take_in(iter([article]), server, ("wire", "import"))
            # What came just now came on the day of this history.
            came = (NOW + timedelta(days=self.days)).timestamp()
            index._store.database.write("UPDATE articles SET added = ? WHERE added >= ?", (came, began))

    async def tell(self, noted: bool, a_day_later: bool, stopped: bool) -> None:
        """Send what is due; where it is not noted, the process was killed between the two."""
        self.days += a_day_later
        now = NOW + timedelta(hours=1, days=self.days)
        for alert in await self.index.alerts_due(now):
            self.messages.setdefault(alert.nonce, (alert.follow.server, alert.stories))
            if noted or not stopped:
                await self.index.alert_told(alert)
        for issue in await self.index.digests_due(now):
            self.messages.setdefault(issue.nonce, (issue.digest.server, issue.stories))
            if noted or not stopped:
                await self.index.digest_told(issue, now)


async def play(steps: Sequence[tuple[object, ...]], folder: Path) -> History:
    index = await open_news_index(IndexSettings(data_dir=folder), for_questions=False, embedder=CountingEmbedder())
    try:
        for server in (SERVER, OTHER):
            for words in MATTERS:
                await index.follow(server, MEMBER, CHANNEL, FollowKind.TOPIC, f"News on the {words}", NOW)
            await index.set_digest(server, CHANNEL, SOON, NOW)
        history = History(index)
        for what, *given in steps:
            await history.step(str(what), *given)  # type: ignore[arg-type]
        return history
    finally:
        await index.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_no_story_is_told_twice_in_one_place(steps: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = asyncio.run(play(steps, Path(folder) / "data"))
    told: Counter[tuple[int, str, str]] = Counter()
    for nonce, (server, stories) in history.messages.items():
        for story in stories:
            told[server, nonce[0], story.citation.title] += 1
    published = {
        (matter(number, outlet).url, server)
        for what, number, outlet, server in steps
        if what in ("publish", "correct") and isinstance(number, int) and isinstance(outlet, int)
    }
    for server, stories in history.messages.values():
        for story in stories:
            seen = {address for address, owner in published if owner in (0, server)}
            assert story.citation.url in seen, "a server was told of what another one added"
    removed = any(what == "remove" for what, *_ in steps)
    assert removed or all(times == 1 for times in told.values()), told


def test_the_histories_do_tell(tmp_path: Path) -> None:
    """A play in which nothing is told would prove nothing."""
    steps = [("publish", 0, 0, 0), ("tell", True, False, False), ("publish", 0, 1, 0), ("tell", True, True, False)]
    history = asyncio.run(play(steps, tmp_path / "data"))
    kinds = Counter((server, nonce[0]) for nonce, (server, _) in history.messages.items())
    assert kinds == {(SERVER, "f"): 1, (OTHER, "f"): 1, (SERVER, "d"): 1, (OTHER, "d"): 1}
