"""Guards the menus of a message: its text as a question, its links as articles, each for those who may."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.limits import CARD, units
from bot.cards.linked import indexed_card
from bot.cards.plain_text import plain
from bot.cogs.message_menus import LINKS, addresses_in
from bot.permissions import NotAllowed
from index.errors import FetchFailed
from index.news_index import QUESTION_LIMIT
from index.reports import Report, Watch
from index.types import COMMON
from tests.bot.canned_index import CannedIndex
from tests.bot.hostile_text import LONG
from tests.bot.newsroom import Newsroom

ASK, ADD = "Ask about this", "Index links in this message"


async def test_a_message_is_asked_for_the_caller_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    posted = await newsroom.editor.send(newsroom.channel, "What did **Peskov** say?")
    result = await newsroom.member.context_menu(newsroom.channel, ASK, posted)
    assert canned.calls == [("ask", "What did Peskov say?", newsroom.guild.id)]
    assert result.ephemeral
    assert result.response is not None
    assert "> It is too early to speak of timing." in result.response.content
    [kept] = canned.kept.values()
    assert kept.private


async def test_of_a_long_message_as_much_is_asked_as_may_be(newsroom: Newsroom, canned: CannedIndex) -> None:
    posted = await newsroom.editor.send(newsroom.channel, "why " * 500)
    await newsroom.member.context_menu(newsroom.channel, ASK, posted)
    assert len(str(canned.calls[0][1])) <= QUESTION_LIMIT


async def test_links_are_added_up_to_five_with_a_report_each(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = canned.add_address

    async def failing_once(address: str, server: int = COMMON, watch: Watch | None = None, who: str = "") -> Report:
        if address.endswith("/2"):
            raise FetchFailed(address, "it answered 404", 404)
        return await add(address, server, watch, who)

    monkeypatch.setattr(canned, "add_address", failing_once)
    links = " ".join(f"https://daily.example/{n}" for n in range(1, 8))
    posted = await newsroom.member.send(newsroom.channel, links)
    result = await newsroom.manager.context_menu(newsroom.channel, ADD, posted)
    assert result.response is not None
    assert result.response.content.split("\n") == [
        "**5 links**",
        "• Added: https\\://daily\\.example/1, 3 passages ready to be asked about",
        "• I couldn't fetch https\\://daily\\.example/2: it answered 404.",
        *(f"• Added: https\\://daily\\.example/{n}, 3 passages ready to be asked about" for n in (3, 4, 5)),
        "-# 2 more in that message: I take five at a time",
    ]
    assert [call[1] for call in canned.calls] == [f"https://daily.example/{n}" for n in (1, 3, 4, 5)]
    assert {call[2] for call in canned.calls} == {newsroom.guild.id}


async def test_a_message_without_links_says_so(newsroom: Newsroom, canned: CannedIndex) -> None:
    posted = await newsroom.member.send(newsroom.channel, "no links, only http:// and ftp://x.example")
    result = await newsroom.manager.context_menu(newsroom.channel, ADD, posted)
    assert result.response is not None
    assert result.response.content == "There is no web address in that message."


@pytest.mark.parametrize("kind", ["manager", "editor", "member"])
async def test_only_who_may_add_adds(newsroom: Newsroom, canned: CannedIndex, kind: str) -> None:
    newsroom.show_every_command()
    posted = await newsroom.member.send(newsroom.channel, "https://daily.example/1")
    result = await getattr(newsroom, kind).context_menu(newsroom.channel, ADD, posted)
    assert result.response is not None
    if kind == "member":
        assert result.response.content.startswith("Only members who may manage this server")
        assert canned.calls == []
        assert isinstance(newsroom.failure(), NotAllowed)
    else:
        assert canned.calls == [("add_address", "https://daily.example/1", newsroom.guild.id)]


def test_addresses_end_where_the_sentence_goes_on() -> None:
    text = (
        "See https://a.example/x, (https://b.example/y_(z)), [c](https://c.example/d) and <https://e.example/?q=1>. "
        "https://a.example/x! **https://f.example/g**"
    )
    assert addresses_in(text) == [
        "https://a.example/x",
        "https://b.example/y_(z)",
        "https://c.example/d",
        "https://e.example/?q=1",
        "https://f.example/g",
    ]


REPORTS = st.builds(Report, added=st.integers(0, 2), passages=st.integers(0, 10**6))


@given(st.lists(st.tuples(LONG, REPORTS | LONG.map(plain)), max_size=LINKS))
@settings(max_examples=30, deadline=None)
def test_every_card_of_links_fits(outcomes: list[tuple[str, Report | str]]) -> None:
    card = indexed_card(outcomes, 3)
    assert units(card) <= CARD
    assert "@everyone" not in card
