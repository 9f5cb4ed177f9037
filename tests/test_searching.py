"""Guards the search for words: every word before any, phrases, order, pages, one entry an article, whose articles."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.door.arguments import parser
from index.door.searching import search
from index.errors import SearchError, UnknownSource
from index.news_index import NewsIndex
from index.types import Filters
from index.work.search_calls import SEARCH_LIMIT, searchable_terms
from index.work.snippets import sentences, terms_of

HERE = 7
TEXTS = {
    "Ferry to Sant Avel": "The ferry to Sant Avel sails again. Its captain thanked the bridge wardens for their help.",
    "Bridge closed": "The bridge of Sant Avel was closed on Tuesday. Lorries take the ferry, the authority said.",
    "Wells counted": "The clerk counted the wells of the valley. He wrote down forty of them, and one ferry.",
}


@pytest.fixture
async def index(news_index: NewsIndex, tmp_path: Path) -> NewsIndex:
    lines = [
        json.dumps({"id": title, "title": title, "source": "The Ferryman", "text": text, "published": f"2031-03-0{n}"})
        for n, (title, text) in enumerate(TEXTS.items(), 1)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    await news_index.import_file(tmp_path / "many.jsonl", HERE)
    return news_index


async def titles(index: NewsIndex, words: str, **given: object) -> list[str]:
    found = await index.search(words, Filters(HERE, source="The Ferryman"), **given)  # type: ignore[arg-type]
    return [one.citation.title for one in found.found]


async def test_what_holds_every_word_is_found_and_only_without_it_what_holds_some(index: NewsIndex) -> None:
    assert sorted(await titles(index, "ferry bridge")) == ["Bridge closed", "Ferry to Sant Avel"]
    every = await index.search("ferry bridge", Filters(HERE))
    some = await index.search("forty lighthouses", Filters(HERE, source="The Ferryman"))
    assert (every.every, some.every) == (True, False)
    assert [one.citation.title for one in some.found] == ["Wells counted"]
    assert await titles(index, "“Sant Avel was closed”") == ["Bridge closed"]


async def test_the_sentence_shown_holds_the_words_and_says_where(index: NewsIndex) -> None:
    found = await index.search("bridge wardens", Filters(HERE))
    [one] = found.found
    quote = one.citation.quote
    assert quote == "Its captain thanked the bridge wardens for their help."
    assert [quote[start:end] for start, end in one.marks] == ["bridge", "wardens"]
    assert TEXTS[one.citation.title][one.citation.start : one.citation.end] == quote


async def test_the_newest_come_first_where_that_is_asked_and_pages_follow_each_other(index: NewsIndex) -> None:
    newest = await titles(index, "ferry", newest=True)
    assert newest == ["Wells counted", "Bridge closed", "Ferry to Sant Avel"]
    assert [await titles(index, "ferry", newest=True, limit=1, skip=n) for n in range(4)] == [
        *([one] for one in newest),
        [],
    ]
    beyond = await index.search("ferry bridge", Filters(HERE), skip=5)
    assert (beyond.found, beyond.every) == ((), True)
    page = await index.search("ferry", Filters(HERE, source="The Ferryman"), limit=2)
    assert (len(page.found), page.articles, page.found[1].citation.n) == (2, 3, 2)


async def test_a_server_finds_its_own_articles_and_the_common_ones(index: NewsIndex) -> None:
    assert (await index.search("ferry wells", Filters(8))).every is False
    assert (await index.search("ferry", Filters(8, since=datetime(2031, 1, 1, tzinfo=UTC)))).found == ()
    assert (await index.search("Putin", Filters(8))).articles > 0


@pytest.mark.parametrize("words", ["", "  ", "?! —", "w" * (SEARCH_LIMIT + 1)])
async def test_what_can_not_be_searched_for_is_refused(index: NewsIndex, words: str) -> None:
    with pytest.raises(SearchError):
        await index.search(words)


async def test_an_outlet_nobody_knows_is_refused(index: NewsIndex) -> None:
    with pytest.raises(UnknownSource):
        await index.search("ferry", Filters(HERE, source="No Such Paper"))


async def test_the_operators_door_prints_each_with_its_source_and_the_words_marked(index: NewsIndex) -> None:
    called = ["search", "bridge wardens", "--server", str(HERE)]
    printed = await search(index, parser().parse_args(called))
    assert printed.split("\n") == [
        "1 article: hold every word",
        "",
        "[1] The Ferryman - Ferry to Sant Avel, 2031-03-01",
        "Its captain thanked the «bridge» «wardens» for their help.",
    ]
    [line] = (await search(index, parser().parse_args([*called, "--json"]))).split("\n")
    assert json.loads(line)["marks"] == [[24, 30], [31, 38]]
    nothing = await search(index, parser().parse_args(["search", "xylophone"]))
    assert nothing.startswith("No article holds these words")


def test_words_of_grammar_are_searched_for_only_where_there_is_nothing_else() -> None:
    assert terms_of("what did the ferry do") == ("ferry",)
    assert terms_of("who is he") == ("who", "is", "he")
    assert terms_of('the "of the bridge" and a') == ("of the bridge",)


@given(st.text(max_size=SEARCH_LIMIT))
def test_whatever_is_typed_becomes_terms_or_a_refusal(typed: str) -> None:
    try:
        terms = searchable_terms(typed)
    except SearchError:
        return
    assert terms and all(any(map(str.isalnum, term)) for term in terms)


@given(st.text(min_size=1, max_size=300))
def test_a_passage_always_has_a_sentence_to_show(text: str) -> None:
    assert all(0 <= start <= end <= len(text) for start, end in sentences(text))
