"""A text that many outlets print is embedded and searched once, and found under each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.news_index import NewsIndex
from index.types import Answer, Article, Filters
from tests.copies.clusters import check
from tests.copies.conftest import TakeIn
from tests.copies.stories import printed, story
from tests.word_hash import CountingEmbedder

WIRE, OTHER = story(1), story(2)
SENTENCE = WIRE.split("\n\n")[3].split(". ")[1]
QUESTION = f"Who {SENTENCE}?"
DAY = datetime(2025, 1, 5, tzinfo=UTC)


async def answered(index: NewsIndex, filters: Filters = Filters(), question: str = QUESTION) -> Answer:
    answer = await index.ask(question, filters, DAY + timedelta(days=60))
    for citation in answer.citations:
        hit = next(one for one in answer.hits if one.stored.article_id == citation.article_id)
        assert hit.stored.article.text[citation.start : citation.end] == citation.quote
    return answer


def outlets(answer: Answer) -> set[str]:
    return {hit.stored.article.outlet for hit in answer.hits}


async def test_a_page_in_fifty_outlets_is_embedded_once(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    first = await take_in(printed(WIRE, "Wire"))
    assert first.embedded == len(embedder.embedded) == first.passages
    embedder.embedded.clear()
    headings = ["{}", "NORVIK, March 4 (AP) - {}", "By Ada Bell\n\n{}", "{}\n\nSource: AP", "{}\n\n© 2025 Town Crier"]
    report = await take_in(
        *(printed(headings[n % 5].format(WIRE), f"Outlet {n}", title=f"Title {n}") for n in range(49))
    )
    assert (report.copies, report.added, report.embedded, embedder.embedded) == (49, 0, 0, [])
    status = await empty_index.status()
    assert (status.articles, status.passages) == (50, first.passages)
    answer = await answered(empty_index)
    assert len({hit.passage_id for hit in answer.hits}) == len(answer.hits) <= first.passages
    assert outlets(answer) == {"Wire"}
    assert len(answer.outlets) == 50 and answer.origins == ("AP",)
    assert "50 outlets, 1 origin (AP).\n" in answer.text
    check(empty_index._store, (0,))


async def test_the_whole_report_is_searched_in_place_of_its_first_lines(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    brief = "\n\n".join(WIRE.split("\n\n")[:8])
    await take_in(printed(brief, "Brief"))
    before = len(embedder.embedded)
    for number in range(3):
        await take_in(printed(WIRE, f"Outlet {number}", title=f"Title {number}"))
    whole = (await empty_index.status()).passages
    # Only what the brief had left out was embedded, once.
    assert before < len(embedder.embedded) <= whole + 1
    last = WIRE.split("\n\n")[-1].split(". ")[1]
    answer = await answered(empty_index, question=f"Who {last}?")
    assert outlets(answer) == {"Outlet 0"}
    assert set(answer.outlets) == {"Outlet 0", "Outlet 1", "Outlet 2"}
    assert set((await answered(empty_index)).outlets) == {"Outlet 0", "Outlet 1", "Outlet 2", "Brief"}
    assert outlets(await answered(empty_index, Filters(source="Brief"))) == {"Brief"}
    check(empty_index._store, (0, 1))


async def test_copies_of_one_batch_find_each_other(empty_index: NewsIndex, take_in: TakeIn) -> None:
    report = await take_in(*(printed(WIRE, f"Outlet {n}") for n in range(5)), printed(OTHER, "Outlet 9"))
    assert (report.added, report.copies) == (2, 4)
    check(empty_index._store, (0,))


@pytest.mark.parametrize(
    "filters",
    [
        Filters(source="Second"),
        Filters(since=DAY + timedelta(days=1)),
        Filters(since=DAY + timedelta(days=1), before=DAY + timedelta(days=9)),
    ],
)
async def test_filters_that_leave_out_the_origin_find_the_copys_own_words(
    empty_index: NewsIndex, take_in: TakeIn, filters: Filters
) -> None:
    await take_in(printed(WIRE, "First", published=DAY), printed(OTHER, "Second", published=DAY + timedelta(days=2)))
    copy = f"NORVIK (dpa) - {WIRE}"
    await take_in(printed(copy, "Second", title="Copied", published=DAY + timedelta(days=2)))
    answer = await answered(empty_index, filters)
    assert outlets(answer) == {"Second"}
    assert answer.hits[0].stored.article.text == copy
    assert SENTENCE in answer.hits[0].passage.text
    assert answer.searched.articles == 2


async def test_a_question_that_names_the_copying_outlet_is_shown_its_text(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(printed(WIRE, "First", published=DAY), printed(OTHER, "Third", published=DAY))
    await take_in(printed(WIRE, "The Norvik Herald", title="Copied", published=DAY + timedelta(days=2)))
    question = f"According to The Norvik Herald, who {SENTENCE}?"
    assert (await answered(empty_index, question=question)).hits[0].stored.article.outlet == "The Norvik Herald"
    assert (await answered(empty_index)).hits[0].stored.article.outlet == "First"


async def test_filters_that_allow_neither_find_nothing_of_them(empty_index: NewsIndex, take_in: TakeIn) -> None:
    await take_in(printed(WIRE, "First", published=DAY), printed(WIRE, "Second", published=DAY))
    await take_in(printed(OTHER, "Third", published=DAY + timedelta(days=9)))
    assert outlets(await answered(empty_index, Filters(since=DAY + timedelta(days=5)))) == {"Third"}


async def test_what_a_copy_says_of_its_own_is_found_as_its_own(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    await take_in(printed(WIRE, "Wire"))
    embedder.embedded.clear()
    own = "The mayor of Norvik, Odile Marchetti, told this newspaper that 17 ferries would stay in the harbour."
    report = await take_in(printed(f"{WIRE}\n\n{own}\n\n{OTHER[:600]}", "Local"))
    assert report.copies == 1
    assert 1 <= report.embedded <= 3
    answer = await answered(empty_index, question="How many ferries would stay in the harbour of Norvik?")
    assert own in answer.hits[0].passage.text
    assert answer.hits[0].stored.article.outlet == "Local"


async def test_a_copy_that_changed_the_words_quoted_does_not_carry_them(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(printed(WIRE, "Wire"), printed(WIRE, "Faithful"))
    await take_in(printed(WIRE.replace(SENTENCE, SENTENCE.replace("because", "not because")), "Changed"))
    answer = await answered(empty_index, Filters(source="Wire"))
    first = next(one for one in answer.citations if SENTENCE in one.quote)
    assert first.copies == ("Faithful",)


@pytest.mark.parametrize("how", ["removed", "changed"])
async def test_a_copy_is_searched_in_place_of_an_origin_that_goes(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder, how: str
) -> None:
    await take_in(printed(WIRE, "First"), printed(WIRE, "Second"), printed(WIRE, "Third"))
    embedder.embedded.clear()
    address = printed(WIRE, "First").url
    assert address is not None
    if how == "removed":
        await empty_index.remove(address)
        assert embedder.embedded == []
    else:
        await take_in(printed(OTHER, "First", url=address))
    answer = await answered(empty_index)
    assert SENTENCE in answer.hits[0].passage.text
    assert answer.hits[0].stored.article.outlet == "Second"
    assert next(one for one in answer.citations if SENTENCE in one.quote).copies == ("Third",)
    assert (await empty_index.status()).waiting == 0
    check(empty_index._store, (0,))


async def test_a_corrected_origin_keeps_its_copies(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    first, corrected = (
        WIRE.replace(SENTENCE, SENTENCE.replace("because", f"after {days} days because")) for days in (12, 14)
    )
    await take_in(printed(first, "First"), printed(first, "Second"))
    embedder.embedded.clear()
    report = await take_in(printed(corrected, "First"))
    assert (report.updated, report.embedded) == (1, 1)
    # The copy still says what the origin said before: both can be found.
    assert outlets(await answered(empty_index)) == {"First", "Second"}
    check(empty_index._store, (0,))
    embedder.embedded.clear()
    await take_in(printed(corrected, "Second"))
    assert embedder.embedded == []
    assert outlets(await answered(empty_index)) == {"First"}
    check(empty_index._store, (0,))


async def test_a_reindex_keeps_what_is_a_copy_of_what(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    await take_in(printed(WIRE, "First"), printed(WIRE, "Second"), source="one")
    await take_in(printed(WIRE, "Third"), source="two")
    before = await empty_index.status()
    embedder.embedded.clear()
    for source in (None, "one", "two"):
        await empty_index.reindex(source)
        assert (await empty_index.status()).passages == before.passages
        assert len(next(one for one in (await answered(empty_index)).citations).copies) == 2
        check(empty_index._store, (0,))
    assert embedder.embedded == []


async def test_servers_are_apart_and_share_what_is_common(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    await take_in(printed(WIRE, "Mine"), server=1)
    embedder.embedded.clear()
    assert (await take_in(printed(WIRE, "Theirs"), server=2)).added == 1
    assert embedder.embedded == []
    answer = await answered(empty_index, Filters(server=2))
    assert (outlets(answer), answer.outlets) == ({"Theirs"}, ("Theirs",))
    # Once the text is common it is the origin for both; neither learns of the other.
    assert (await take_in(printed(WIRE, "Common"))).added == 1
    check(empty_index._store, (0, 1, 2, 3))
    for server, name in ((1, "Mine"), (2, "Theirs")):
        answer = await answered(empty_index, Filters(server=server))
        assert outlets(answer) == {"Common"}
        assert set(answer.outlets) == {"Common", name}
    assert (await answered(empty_index)).outlets == ("Common",)
    address = printed(WIRE, "Common").url
    assert address is not None
    await empty_index.remove(address)
    check(empty_index._store, (0, 1, 2, 3))
    assert outlets(await answered(empty_index, Filters(server=1))) == {"Mine"}
    assert outlets(await answered(empty_index, Filters(server=2))) == {"Theirs"}


async def test_a_servers_own_text_takes_the_place_of_the_common_one(empty_index: NewsIndex, take_in: TakeIn) -> None:
    common = printed(WIRE, "Courier")
    await take_in(common, printed(WIRE, "Reprint"))
    mine = replace(common, text=WIRE.replace(SENTENCE, SENTENCE.replace("because", "after 14 days because")))
    assert (await take_in(mine, server=1)).added == 1
    check(empty_index._store, (0, 1, 2))
    hits = (await answered(empty_index, Filters(server=1))).hits
    assert {hit.stored.server for hit in hits if hit.stored.article.outlet == "Courier"} == {1}
    # The reprint has the words that the server's own article replaced: it is found although its origin is not seen.
    assert outlets(await answered(empty_index, Filters(server=1))) == {"Courier", "Reprint"}
    assert {hit.stored.server for hit in (await answered(empty_index, Filters(server=2))).hits} == {0}
    assert (await empty_index.status(1)).articles == 2
    assert common.url is not None
    await empty_index.remove(common.url, server=1)
    assert {hit.stored.server for hit in (await answered(empty_index, Filters(server=1))).hits} == {0}
    check(empty_index._store, (0, 1, 2))


async def test_a_servers_copies_leave_an_origin_that_it_does_not_see_any_more(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    common = printed(WIRE, "Courier")
    await take_in(common)
    assert (await take_in(printed(WIRE, "Mine"), server=1)).copies == 1
    await take_in(replace(common, text=f"{OTHER}"), server=1)
    check(empty_index._store, (0, 1, 2))
    assert "Mine" in outlets(await answered(empty_index, Filters(server=1)))


async def test_one_that_comes_to_be_common_later_does_not_push_a_servers_own_aside(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    mine = printed(WIRE, "Courier")
    await take_in(mine, server=1)
    await take_in(replace(mine, text=f"{WIRE}\n\nThe mayor, Ada Bell, resigned on 5 May."))
    hits = (await answered(empty_index, Filters(server=1))).hits
    assert {hit.stored.server for hit in hits} == {1}
    check(empty_index._store, (0, 1))


async def test_what_was_stored_before_copies_were_known_is_an_origin_too(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(printed(WIRE, "First"))
    store = empty_index._store
    await empty_index._run(lambda: store.database.write("DELETE FROM bands"))
    await empty_index._run(lambda: store.database.write("UPDATE articles SET signed = 0"))
    assert (await take_in(printed(WIRE, "Second"))).copies == 1
    assert await empty_index._run(store.copies.unsigned, 10) == []


async def test_the_wire_service_is_who_is_behind_two_reports(empty_index: NewsIndex, take_in: TakeIn) -> None:
    parts = WIRE.split("\n\n")
    own: list[Article] = []
    for outlet in ("First", "Second"):
        lines = [story(number + len(outlet), 8) for number in range(3)]
        own.append(printed("\n\n".join([parts[3], *lines]), outlet, author="Reuters"))
    await take_in(*own)
    answer = await answered(empty_index)
    assert answer.origins == ("Reuters",)
    assert all(citation.agency == "Reuters" for citation in answer.citations)
