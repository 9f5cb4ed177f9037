"""Guards that no connection is opened to where it may not be: hundreds of ways to write such addresses, each way there.

Here every way takes its share of the forms; the slow test, and the script, take all of them on every way.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from index.gather.fetch import Fetcher
from tests.security.forbidden_addresses import ADDRESSES, BY_FORM, BY_NAME, main, tried
from tests.security.forbidden_forms import forms
from tests.security.scene import Scene, opened_scene

SHARES = 20
"""Each way tries every twentieth form, beginning at another one: all of it takes half a minute."""


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with opened_scene() as scene:
        yield scene


def test_there_are_enough_forms() -> None:
    assert len(forms()) >= 200
    assert len(set(ADDRESSES)) >= 60


async def test_every_form_is_refused_when_it_is_handed_in(scene: Scene) -> None:
    assert await tried(scene, BY_FORM["handed in"], forms()) == ([], 0)


@pytest.mark.parametrize("way", [way for way in BY_FORM if way != "handed in"])
async def test_nothing_leads_there(scene: Scene, way: str) -> None:
    first = list(BY_FORM).index(way) % SHARES
    assert await tried(scene, BY_FORM[way], forms()[first::SHARES]) == ([], 0)


@pytest.mark.parametrize("way", BY_NAME)
async def test_no_name_leads_there(scene: Scene, way: str) -> None:
    assert await tried(scene, BY_NAME[way], ADDRESSES) == ([], 0)


async def test_a_connection_would_have_been_seen(scene: Scene) -> None:
    async def careless(scene: Scene, given: object) -> list[str]:
        fetching = Fetcher(lambda address, port: True).fetch(f"http://127.0.0.1:{scene.canary_port}/a")
        with pytest.raises(Exception, match="broke"):
            await fetching
        return []

    _, strayed = await tried(scene, careless, [])
    assert strayed >= 2, "once as it was made, once as the canary saw it"


@pytest.mark.slow
async def test_every_form_on_every_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert await main() == 0
    assert "none" in capsys.readouterr().out
