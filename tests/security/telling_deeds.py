"""What can be done in a server about what is told unasked, where answers were shown, and the bot's coming and going."""

from __future__ import annotations

from datetime import timedelta

from index.alerts import Every, FollowKind, Rhythm
from index.work.server_calls import GRACE
from tests.security.places import LATER, NOW, NUMBERS, Place, World


async def follow(world: World, here: Place, there: Place, n: int) -> object:
    words = [there.name, "northern lock", "Ada Brook"][n % 3]
    kind = list(FollowKind)[n % len(FollowKind)]
    here.follows.append(await world.index.follow(here.server, 2, None if n % 2 else 7, kind, words, NOW))
    return here.follows[-1]


async def digest(world: World, here: Place, there: Place, n: int) -> object:
    here.digests.append(await world.index.set_digest(here.server, 7 + n, Rhythm(Every.DAY, 60), NOW))
    return here.digests[-1], await world.index.digest_issue(here.digests[-1], LATER)


async def drop_digest(world: World, here: Place, there: Place, n: int) -> object:
    await world.index.drop_digest(here.server, there.digests[0].channel if there.digests else 99)
    return None


async def unfollow(world: World, here: Place, there: Place, n: int) -> object:
    # whose a follow is, and who may end it, is looked up by the door before
    if here.follows:
        await world.index.unfollow(here.follows.pop())
    return await world.index.follows(here.server, 2)


async def pause(world: World, here: Place, there: Place, n: int) -> object:
    for one in here.follows[:1]:
        await world.index.pause_follow(one, "the channel is gone")
    for digesting in here.digests[:1]:
        await world.index.pause_digest(digesting, "the channel is gone")
    return await world.index.channel_follows(here.server), await world.index.digests(here.server)


async def tell(world: World, here: Place, there: Place, n: int) -> object:
    # what is due is asked for all servers at once, and so at the end, when nobody else's standing is looked at
    issues = [await world.index.digest_issue(one, LATER) for one in await world.index.digests(here.server)]
    for issue in issues:
        await world.index.digest_told(issue, LATER)
    return issues


async def shown_elsewhere(world: World, here: Place, there: Place, n: int) -> object:
    message = next(NUMBERS)
    for one in here.kept[-1:]:
        await world.index.answer_shown(one.token, 1, message)
    return await world.index.kept_at(message, here.server, NOW)


async def leave_and_come_back(world: World, here: Place, there: Place, n: int) -> object:
    await world.index.left(here.server, NOW - GRACE - timedelta(days=1))
    if n % 2:
        await world.index.joined(here.server)
    return await world.index.forget_left(NOW)
