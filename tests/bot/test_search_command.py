"""Guards /search: what is shown, pages that turn after a restart, who may turn them, and hostile text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.limits import CARD, CUSTOM_ID, units
from bot.cards.search import PER_PAGE, marked, search_card
from bot.permissions import NotAllowed
from bot.views.search_pages import LAST_PAGE, SearchPage, custom_id, pages
from index.errors import SearchError
from index.findings import Finding, Findings
from index.servers import Right, ServerSettings
from index.types import Searched
from tests.bot.canned.values import DAY, a_citation
from tests.bot.canned_index import CannedIndex
from tests.bot.hostile_text import LONG
from tests.bot.newsroom import Newsroom

MARKED = re.compile(r"\(<[^<>\s]*>\)")


def a_finding(n: int, **given: object) -> Finding:
    cited = a_citation(n, title=f"Ferry {n}", quote="Lorries take the ferry, the authority said.", **given)
    return Finding(cited, ((17, 22),), 2)


async def test_each_article_is_shown_with_its_link_day_label_and_the_words_in_bold(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    canned.findings, canned.labelled = [a_finding(1)], {"The Daily": ("opinion", "wire")}
    result = await newsroom.member.slash(newsroom.channel, "search", words="ferry")
    assert canned.calls == [("search", "ferry", newsroom.guild.id, 0, False)]
    assert result.response is not None
    at = int(DAY.timestamp())
    assert result.response.content.split("\n") == [
        "**1 article** for **ferry**, the best first",
        "**1** [The Daily - Ferry 1](<https://daily.example/kremlin#:~:text=It%20is%20too%20early>) (opinion, wire)"
        f" · <t:{at}:D> · 2 passages",
        "> Lorries take the **ferry**, the authority said.",
    ]
    assert result.response.components == []


async def test_pages_turn_and_do_so_after_a_restart(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.findings = [a_finding(n) for n in range(1, 13)]
    result = await newsroom.member.slash(newsroom.channel, "search", words="ferry", newest=True)
    assert result.response is not None
    assert "page 1 of 3" in result.response.content
    bot = newsroom.env.bot
    bot.remove_dynamic_items(SearchPage)
    bot.add_dynamic_items(SearchPage)
    turned = await newsroom.editor.click(result.response, label="More")
    assert canned.calls[-1] == ("search", "ferry", newsroom.guild.id, PER_PAGE, True)
    [shown] = newsroom.messages()
    assert "page 2 of 3" in shown and "**6**" in shown
    assert turned.response is not None
    await newsroom.member.click(turned.response, label="More")
    [row] = newsroom.bodies()[-1]["components"]
    assert [button["disabled"] for button in row["components"]] == [False, True]


async def test_whoever_may_not_ask_may_not_turn_a_page_either(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.findings = [a_finding(n) for n in range(1, 13)]
    result = await newsroom.manager.slash(newsroom.channel, "search", words="ferry")
    assert result.response is not None
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({1})})
    refused = await newsroom.member.click(result.response, label="More")
    assert refused.ephemeral
    assert len(canned.calls) == 1
    assert (await newsroom.member.slash(newsroom.channel, "search", words="ferry")).ephemeral
    assert isinstance(newsroom.failure(), NotAllowed)
    assert len(canned.calls) == 1


async def test_in_a_direct_message_the_common_articles_are_searched(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.member.user.slash("search", words="xylophone")
    assert canned.calls == [("search", "xylophone", 0, 0, False)]
    assert result.response is not None
    assert result.response.content.startswith("No article holds **xylophone**.\n-# 14 articles searched.")
    assert "the common articles only" in result.response.content


async def test_what_can_not_be_searched_for_is_refused_in_words(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = SearchError(2, 200)
    result = await newsroom.member.slash(newsroom.channel, "search", words="?!")
    assert result.followups[0].content == "There is no word in that to search for."
    assert newsroom.failure() is canned.fails_with


FINDINGS = st.lists(
    st.builds(
        lambda title, quote, link, cut: Finding(a_citation(title=title, quote=quote, link=link, url=link), cut, 1),
        LONG,
        LONG,
        st.none() | st.integers(0, 600).map(lambda n: "https://a.example/" + "x" * n),
        st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=4).map(
            lambda found: tuple((at, at + n) for at, n in sorted(found))
        ),
    ),
    max_size=PER_PAGE,
)


@given(LONG, FINDINGS, st.integers(0, 10**6), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_page_fits_and_nothing_foreign_takes_effect(
    words: str, found: list[Finding], articles: int, newest: bool
) -> None:
    findings = Findings(tuple(found), articles, not newest, Searched(articles, None, None))
    card = search_card(words, findings, 0, 7, {"The Daily": ("wire",)}, newest=newest)
    assert units(card) <= CARD
    assert "@everyone" not in MARKED.sub("", card)
    assert "<@" not in card.replace("\\<", "")


@given(st.text(min_size=1, max_size=200), st.integers(0, LAST_PAGE - 1), st.integers(0, 10**6), st.booleans())
def test_buttons_are_named_within_discords_limit(words: str, page: int, articles: int, newest: bool) -> None:
    view = pages(words, page, articles, newest)
    named = [item.custom_id for item in view.children] if view else []  # type: ignore[attr-defined]
    assert len(set(named)) == len(named) in (0, 2)
    assert all(units(one) <= CUSTOM_ID for one in named)
    for one in named:
        match = SearchPage.__discord_ui_compiled_template__.fullmatch(one)
        assert match is not None and match["words"] == words
        assert custom_id(match["words"], int(match["page"]), newest) == one


def test_a_long_sentence_is_shown_from_shortly_before_the_words_on() -> None:
    text = "Nothing of this matters to anyone. " * 5 + "The ferry sails. " + "Nor does this. " * 20
    at = text.index("ferry")
    shown = marked(text, [(at, at + 5)], 90)
    assert shown.startswith("… ") and "The **ferry** sails." in shown and shown.endswith(" …")
