"""Tries every forbidden form of an address on every way there: `python -m tests.security.forbidden_addresses`.

Prints, for each way, how many forms were tried, how many were let through and how many connections were made that
should not have been; ends with 1 where there was any. What the forms are is `forbidden_forms`' part.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from index.gather.politeness import Politeness
from tests.gather.news_site import LOOPBACK
from tests.security.forbidden_forms import INNER, NOT_PUBLIC, forms
from tests.security.listed_addresses import LISTED
from tests.security.scene import Scene, opened_scene, refused

Way = Callable[[Scene, Sequence[str]], Awaitable[list[str]]]
"""Tries forms; returns those that were not refused."""

ADDRESSES = tuple(one for one in (*INNER, *NOT_PUBLIC) if one != LOOPBACK)
"""What a name may lead to; but for the address at which the news site stands here."""


async def typed(scene: Scene, given: Sequence[str]) -> list[str]:
    """Handed in by a person."""
    fetcher = scene.fetcher()
    return [form for form in given if not await refused(Politeness(fetcher).fetch_for_person(form))]


async def automatic(scene: Scene, given: Sequence[str]) -> list[str]:
    """Read by a program, which asks for robots.txt first."""
    fetcher = scene.fetcher()
    return [form for form in given if not await refused(Politeness(fetcher).fetch(form))]


async def redirect(status: int, scene: Scene, given: Sequence[str]) -> list[str]:
    """Where a page redirects to."""
    through, fetcher = [], scene.fetcher()
    for form in given:
        scene.site.redirect("/a", form, status)
        if not await refused(fetcher.fetch(scene.site.address("/a"))):
            through.append(form)
    return through


async def refresh(scene: Scene, given: Sequence[str]) -> list[str]:
    """Where a page leads on to by <meta http-equiv="refresh">."""
    through, fetcher = [], scene.fetcher()
    for form in given:
        scene.site.html("/a", f'<meta http-equiv="refresh" content="0; url={form}">')
        if not await refused(fetcher.fetch(scene.site.address("/a"))):
            through.append(form)
    return through


async def robots(scene: Scene, given: Sequence[str]) -> list[str]:
    """Where a host's robots.txt redirects to; the page itself is not asked for then."""
    through, fetcher = [], scene.fetcher()
    for form in given:
        scene.site.redirect("/robots.txt", form)
        asked = len(scene.site.requests)
        was_refused = await refused(Politeness(fetcher).fetch(scene.site.address("/a")))
        if not was_refused or len(scene.site.requests) > asked + 1:
            through.append(form)
    del scene.site.pages["/robots.txt"]
    return through


async def turncoat(scene: Scene, given: Sequence[str]) -> list[str]:
    """A name that leads to the news site at first and elsewhere from its second look-up on."""
    scene.site.html("/a", "text")
    through, page = [], scene.site.address("/a", "turncoat.example")
    for address in given:
        by_hand = scene.fetcher(turncoat=[[LOOPBACK], [address]])
        await by_hand.fetch(page)
        read = scene.fetcher(turncoat=[[LOOPBACK], [address]])
        # robots.txt comes from the public address, the page does not
        if not (await refused(by_hand.fetch(page)) and await refused(Politeness(read).fetch(page))):
            through.append(address)
    return through


async def turncoat_between_hops(scene: Scene, given: Sequence[str]) -> list[str]:
    """A name that leads to the news site, which redirects to another name that leads elsewhere."""
    scene.site.redirect("/a", scene.site.address("/b", "other.example"))
    through = []
    for address in given:
        fetcher = scene.fetcher(turncoat=[[LOOPBACK]], other=[[address]])
        if not await refused(fetcher.fetch(scene.site.address("/a", "turncoat.example"))):
            through.append(address)
    return through


async def all_inside(scene: Scene, given: Sequence[str]) -> list[str]:
    """A name with addresses of both families (A and AAAA), none of them public."""
    through = []
    for at, address in enumerate(given):
        fetcher = scene.fetcher(mixed=[[address, given[at - 1], given[at - len(given) // 2]]])
        if not await refused(fetcher.fetch("http://mixed.example/a")):
            through.append(address)
    return through


async def some_inside(scene: Scene, given: Sequence[str]) -> list[str]:
    """A name with one public address among others, wherever it stands: only that one is connected to."""
    scene.site.html("/a", "text")
    through = []
    for address in given:
        for found in ([LOOPBACK, address], [address, LOOPBACK], [address, LOOPBACK, given[0]]):
            page = await scene.fetcher(mixed=[found]).fetch(scene.site.address("/a", "mixed.example"))
            if page.body != b"text":
                through.append(address)
    return through


BY_FORM: dict[str, Way] = {
    "handed in": typed,
    "read by a program": automatic,
    **{f"redirect {status}": partial(redirect, status) for status in (301, 302, 303, 307, 308)},
    "meta refresh": refresh,
    "robots.txt redirect": robots,
    **LISTED,
}
BY_NAME: dict[str, Way] = {
    "public first, private after": turncoat,
    "public, then a private hop": turncoat_between_hops,
    "A and AAAA, all private": all_inside,
    "A and AAAA, one public": some_inside,
}


async def tried(scene: Scene, way: Way, given: Sequence[str]) -> tuple[list[str], int]:
    """The forms let through on one way, and the connections made that should not have been."""
    scene.strayed()
    through = await way(scene, [form.replace("{canary}", str(scene.canary_port)) for form in given])
    return through, scene.strayed()


async def main() -> int:
    """Try everything and print what came of it."""
    every, wrong, total = forms(), 0, 0
    sys.stdout.write(f"{'way':32}{'forms':>8}{'let through':>14}{'connections':>14}\n")
    async with opened_scene() as scene:
        for name, way, given in (
            *((name, way, every) for name, way in BY_FORM.items()),
            *((name, way, ADDRESSES) for name, way in BY_NAME.items()),
        ):
            through, strayed = await tried(scene, way, given)
            wrong += len(through) + strayed
            total += len(given)
            sys.stdout.write(f"{name:32}{len(given):8,}{len(through):14,}{strayed:14,}\n")
            for form in through[:5]:
                sys.stdout.write(f"  let through: {form!r}\n")
    sys.stdout.write(f"{'together':32}{total:8,}{'':14}{wrong or 'none':>14}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
