"""All that can be asked or done in a server, with something of another in mind; what is told is `telling_deeds`'."""

from __future__ import annotations

from datetime import timedelta
from json import dumps

from index.labels import Label
from index.reports import Awaited
from index.servers import Right, ServerSettings
from index.types import COMMON, Filters
from tests.security.places import LATER, NOW, NUMBERS, TOGETHER, Deed, Place, World
from tests.security.telling_deeds import (
    digest,
    drop_digest,
    follow,
    leave_and_come_back,
    pause,
    shown_elsewhere,
    tell,
    unfollow,
)


def story_file(place: Place, n: int) -> bytes:
    title, outlet, text = place.story(n)
    address = f"https://{place.secret}.example/{place.name}/{n}"
    day = f"2025-0{n % 9 + 1}-03"
    return f"---\ntitle: {title}\nsource: {outlet}\nurl: {address}\npublished: {day}\n---\n\n{text}".encode()


async def add_file(world: World, here: Place, there: Place, n: int) -> object:
    report = await world.index.add_file(f"{here.secret}-{n}.md", story_file(here, n), here.server, who=here.who)
    here.articles += report.article_ids
    return report


async def add_text(world: World, here: Place, there: Place, n: int) -> object:
    # the same words everywhere, under an outlet of its own
    address = f"https://{here.secret}.example/lock" if n % 2 else "https://lock.example/a"
    report = await world.index.add_text(
        f"Lock opens {here.secret}",
        f"The {here.secret.title()} Post",
        TOGETHER,
        here.server,
        published="2025-02-03",
        address=address,
        who=here.who,
    )
    here.articles += report.article_ids
    return report


async def import_file(world: World, here: Place, there: Place, n: int) -> object:
    path = world.folder / f"{here.secret}-import-{n}.jsonl"
    lines = []
    for at in range(2):
        title, outlet, text = here.story(10 * n + at)
        lines.append(dumps({"title": title, "source": outlet, "text": text, "body": text}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return await world.index.import_file(path, here.server, who=here.who)


async def add_source(world: World, here: Place, there: Place, n: int) -> object:
    folder = world.folder / f"{here.secret}-{next(NUMBERS)}"
    folder.mkdir()
    (folder / f"{here.secret}.md").write_bytes(story_file(here, n))
    read = await world.index.add_local_source(folder, here.server, here.who)
    here.sources.append(read.name)
    return read


async def ask(world: World, here: Place, there: Place, n: int) -> object:
    filters = Filters(here.server, source=f"The {there.secret.title()} Post" if n % 5 == 4 else None)
    question = [
        f"What did they say about the {there.name} bridge?",
        "Who opened the northern lock?",
        "What did Ada say?",
    ]
    answer = await world.index.ask(question[n % 3], filters, NOW)
    direct = here.server == COMMON
    kept = await world.index.keep_answer(answer, here.server, 1, 2, NOW, message=next(NUMBERS), direct=direct)
    here.kept.append(kept)
    return answer, await world.index.cited_passages(kept), await world.index.tried_passages(kept), kept


async def look(world: World, here: Place, there: Place, n: int) -> object:
    index, filters, found = world.index, Filters(here.server), list[object]()
    found.append(await index.find(f"{there.name} bridge", filters, NOW))
    found.append(await index.search(f"{there.name} bridge", filters))
    found.append(await index.search("northern lock", filters, newest=True))
    found.append(await index.check(f"“We close the {there.name} bridge since ice broke it,” she said.", here.server))
    found.append(await index.check(TOGETHER[82:200], here.server, day=NOW))
    found.append(await index.quotes(None, f"{there.name} bridge", filters))
    found.append(await index.quotes("Brook", None, filters))
    found.append(await index.timeline(f"{there.name} bridge", filters, LATER))
    found.append(await index.timeline("northern lock", filters, LATER))
    found.append(await index.otherwise("What does the northern lock cost?", filters, NOW))
    return found


async def listed(world: World, here: Place, there: Place, n: int) -> object:
    index, server = world.index, here.server
    return [
        *(
            await index.sources(server),
            await index.status(server),
            await index.audit(server),
            await index.labels(server),
        ),
        *(await index.outlets(server), await index.speakers("", server), await index.speakers("M", server)),
        *(
            await index.own_articles("", server),
            await index.own_articles(there.name, server),
            await index.votes(server),
        ),
        *(await index.server_settings(server), await index.quota(server, NOW), await index.digests(server)),
        *(await index.follows(server, 2), await index.channel_follows(server), await index.awaited_reindex(server)),
        await index.digest_stories(server, since=NOW - timedelta(days=3), now=LATER),
    ]


async def history(world: World, here: Place, there: Place, n: int) -> object:
    theirs = there.articles[n % len(there.articles)] if there.articles else "none"
    return await world.index.known([theirs], here.server), await world.index.history(theirs, here.server)


async def own_article(world: World, here: Place, there: Place, n: int) -> object:
    return (
        await world.index.own_article(there.articles[n % len(there.articles)], here.server) if there.articles else None
    )


async def remove(world: World, here: Place, there: Place, n: int) -> object:
    return await world.index.remove(there.articles[n % len(there.articles)], here.server) if there.articles else None


async def allow(world: World, here: Place, there: Place, n: int) -> object:
    return await world.index.allow(there.articles[n % len(there.articles)], here.server) if there.articles else None


async def spellings(world: World, here: Place, there: Place, n: int) -> object:
    return await world.index.spellings("Mira" if n % 2 else "Ada Brook", here.server)


async def label(world: World, here: Place, there: Place, n: int) -> object:
    outlet = f"The {(here if n % 2 else there).secret.title()} Post"
    return await world.index.label_outlet(outlet, list(Label)[n % len(Label)], here.server, here.who, off=n % 3 == 2)


async def kept(world: World, here: Place, there: Place, n: int) -> object:
    token, server = there.kept[n % len(there.kept)].token if there.kept else "none", here.server or None
    return await world.index.kept_answer(token, server, NOW)


async def kept_at(world: World, here: Place, there: Place, n: int) -> object:
    message = there.kept[n % len(there.kept)].message if there.kept else 0
    return await world.index.kept_at(message or 0, here.server or None, NOW)


async def vote(world: World, here: Place, there: Place, n: int) -> object:
    token = there.kept[n % len(there.kept)].token if there.kept else "none"
    await world.index.vote(token, here.server or None, 5, bool(n % 2))
    return None


async def settings(world: World, here: Place, there: Place, n: int) -> object:
    def change(before: ServerSettings) -> ServerSettings:
        return ServerSettings(roles={Right.ADD: frozenset({n + 1})}, daily_questions=n + 1)

    return await world.index.change_settings(here.server, change, here.who)


async def questions(world: World, here: Place, there: Place, n: int) -> object:
    return await world.index.count_question(here.server, NOW)


async def source(world: World, here: Place, there: Place, n: int) -> object:
    index = world.index
    deeds = [index.pause_source, index.resume_source, index.read_source, index.remove_source, index.cancel_reading]
    name = there.sources[n % len(there.sources)] if there.sources else "none"
    return await deeds[n % len(deeds)](name, here.server)  # type: ignore[operator]


async def reindex(world: World, here: Place, there: Place, n: int) -> object:
    name = there.sources[0] if there.sources and n % 2 else None
    awaited = Awaited(here.server, f"{here.secret}", 7, 2, name, NOW)
    await world.index.await_reindex(awaited)
    try:
        return await world.index.reindex(name, here.server, who=here.who)
    finally:
        # as a door does; what was typed would else be listed here, and be taken for another server's
        await world.index.let_go(awaited)
        cancelled = await world.index.cancel_reindex(there.server)
        assert not cancelled, "nothing runs there"


async def forget(world: World, here: Place, there: Place, n: int) -> object:
    return await world.index.forget_server(here.server, here.who)


BEFORE: tuple[Deed, ...] = (add_file, add_text, add_source, ask, follow, digest)
"""What is done in every server first, so that there is something to be found, guessed and taken away."""
EVERYWHERE: dict[str, Deed] = {
    one.__name__: one for one in (ask, look, listed, history, own_article, spellings, kept, kept_at, questions)
}
"""What may be done in direct messages as well."""
IN_SERVERS: dict[str, Deed] = EVERYWHERE | {
    one.__name__: one
    for one in (
        *(add_file, add_text, import_file, add_source, remove, allow, label, vote, follow, digest, drop_digest),
        *(settings, source, reindex, forget, unfollow, pause, tell, shown_elsewhere, leave_and_come_back),
    )
}
