"""Guards that servers are apart: random deeds in three servers and in direct messages, and no word of one in another.

Every value and every error that comes back is searched, field by field, for the secret words and the numbers of other
servers; and whatever is done in one server, the others stand as they stood.
"""

from __future__ import annotations

import asyncio
import dataclasses
import string
from collections.abc import AsyncIterator, Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.assemble import open_news_index
from index.errors import VerbatimError
from index.settings import IndexSettings
from index.types import COMMON
from tests.security.places import LATER, NOW, TOGETHER, Deed, Place, World
from tests.security.three_servers import BEFORE, EVERYWHERE, IN_SERVERS, ask
from tests.word_hash import CountingEmbedder

FIRST = 10**17
"""Numbers as large as Discord's, so that none is one by accident."""
LETTERS = iter(
    f"{a}{b}{c}" for a in string.ascii_lowercase for b in string.ascii_lowercase for c in string.ascii_lowercase
)
SERVERS = count(FIRST)
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(sorted(IN_SERVERS)), st.integers(0, 9)),
    min_size=20,
    max_size=30,
)


def leaves(value: object) -> Iterator[object]:
    """Every text, number and byte in a value, however deep; of an error, what it says and what it carries."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from leaves(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from leaves(list(value.items()))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            yield from leaves(part)
    elif isinstance(value, BaseException):
        yield from (str(value), *leaves(vars(value)))
    else:
        yield value


def leaks(value: object, here: Place, others: list[Place], typed: tuple[str, ...] = ()) -> list[str]:
    """What of other servers stands in a value; not what was typed to get it."""
    found = []
    for leaf in leaves(value):
        words = str(leaf).casefold()
        for known in typed:
            words = words.replace(known.casefold(), "")
        found += [f"{one.secret} in {leaf!r}" for one in others if one.secret in words]
        found += [f"{leaf!r}" for one in others if leaf == one.server and one.server != COMMON]
    return found


async def standing(world: World, place: Place) -> str:
    """How a server stands: all that may be asked of it that nobody else may change."""
    index, server = world.index, place.server
    status = await index.status(server)
    return repr(
        [
            *(status.articles, status.passages, status.sources, status.oldest, status.newest, len(status.jobs)),
            *(await index.sources(server), await index.audit(server), await index.labels(server)),
            *(await index.own_articles("", server), await index.votes(server), await index.server_settings(server)),
            *(await index.quota(server, NOW), await index.digests(server), await index.follows(server, 2)),
            *(await index.channel_follows(server), await index.awaited_reindex(server)),
        ]
    )


async def done(deed: Deed, world: World, here: Place, there: Place, n: int) -> object:
    try:
        return await deed(world, here, there, n)
    except VerbatimError as error:
        return error


def typed_by(deed: str, here: Place, there: Place) -> tuple[str, ...]:
    """What a deed types of another place: the name of an outlet, of a source."""
    if deed in ("ask", "label"):
        return (f"The {there.secret.title()} Post",)
    return tuple(there.sources) if deed in ("source", "reindex") else ()


async def run(world: World, steps: list[tuple[int, int, str, int]]) -> None:
    for here in world.places:
        for n, deed in enumerate(BEFORE if here.server != COMMON else (ask,)):
            value = await done(deed, world, here, here, n)
            assert not isinstance(value, Exception), deed
            assert leaks(value, here, [one for one in world.places if one is not here]) == []
    for at, of, name, n in steps:
        here, there = world.places[at], world.places[of]
        if here.server == COMMON and name not in EVERYWHERE:
            continue
        others = [one for one in world.places if one is not here]
        before = [await standing(world, one) for one in others]
        value = await done(IN_SERVERS[name], world, here, there, n)
        assert leaks(value, here, others, () if here is there else typed_by(name, here, there)) == [], name
        assert [await standing(world, one) for one in others] == before, f"{name} changed another server"
    await told_apart(world)


async def told_apart(world: World) -> None:
    """What is told unasked is handed out for all servers together: each message holds what its own server sees."""
    index = world.index
    alerts, first = await index.alerts_due(LATER), world.places[0].server
    due = [
        *((one.follow.server, one) for one in alerts),
        *((one.digest.server, one) for one in await index.digests_due(LATER)),
        *((one.server, one) for one in await index.corrections_due(LATER)),
        *(await index.untold_audit()).items(),
    ]
    for server, told in due:
        here = next((one for one in world.places if one.server == server), None)
        if here is not None:
            assert leaks(told, here, [one for one in world.places if one is not here]) == []
    for alert in alerts:
        if alert.follow.server == first:
            await index.alert_told(alert)
    assert await index.alerts_due(LATER) == tuple(one for one in alerts if one.follow.server != first)


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.chdir(tmp_path)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "lock.md").write_text(
        f"---\ntitle: Lock opens\nsource: The Common Post\n---\n\n{TOGETHER}", encoding="utf-8"
    )
    opened = IndexSettings(data_dir=tmp_path / "data", seeds_dir=seeds)
    index = await open_news_index(opened, embedder=CountingEmbedder())
    yield World(index, tmp_path, [])
    await index.close()


def places() -> list[Place]:
    """Three new servers, and the direct messages."""
    tags = [next(LETTERS) for _ in range(3)]
    named = [Place(next(SERVERS), f"Quorvex{tag}", f"zeph{tag}rine") for tag in tags]
    return [*named, Place(COMMON, "Quorvexcommon", "no such secret")]


@pytest.mark.parametrize("examples", [4, pytest.param(15, marks=[pytest.mark.slow, pytest.mark.timeout(1_800)])])
async def test_nothing_of_one_server_is_told_or_touched_in_another(world: World, examples: int) -> None:
    loop = asyncio.get_running_loop()

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def property_holds(steps: list[tuple[int, int, str, int]]) -> None:
        fresh = World(world.index, world.folder, places())
        asyncio.run_coroutine_threadsafe(run(fresh, steps), loop).result(timeout=60)

    await asyncio.to_thread(property_holds)
