"""Guards /add text, /remove article and labels: what was typed is not lost, the question before, who may press."""

from __future__ import annotations

import pytest

from bot.cards.limits import CHOICE, CUSTOM_ID, units
from bot.cogs.articles import titled
from bot.permissions import NotAllowed
from bot.views.taking_down import TakeDown, named
from index.errors import NoDate, UnknownArticle
from index.servers import Right, ServerSettings
from index.types import Article, StoredArticle
from tests.bot.canned.values import DAY
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

TYPED = {
    "title": "Bridge closed",
    "outlet": "The Daily",
    "date": "2026-11-02",
    "address": "https://daily.example/bridge",
    "text": "The bridge was closed.\n\n“Cars may cross,” said Ferro.",
}
ADDED = ("add_text", "Bridge closed", "The Daily", TYPED["text"])


def stored(article_id: str = "a1", **given: object) -> StoredArticle:
    fields: dict[str, object] = {
        "title": "Kremlin waits",
        "outlet": "The Daily",
        "text": "It waits.",
        "url": "https://daily.example/kremlin",
        "published": DAY,
    }
    return StoredArticle(1, 1, article_id, 7, "added by hand", Article(**(fields | given)))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["manager", "editor"])
async def test_an_article_is_added_as_it_was_typed(newsroom: Newsroom, canned: CannedIndex, kind: str) -> None:
    newsroom.show_every_command()
    actor = getattr(newsroom, kind)
    form = await actor.slash(newsroom.channel, "add text")
    assert form.modal is not None
    sent = await actor.submit_modal(form, TYPED)
    assert canned.calls == [(*ADDED, newsroom.guild.id, TYPED["date"], TYPED["address"], str(actor.id))]
    assert newsroom.messages() == ["Added: Bridge closed\n-# as **a1** · 3 passages, ready to be asked about"]
    assert sent.response is not None


async def test_what_may_be_left_out_may(newsroom: Newsroom, canned: CannedIndex) -> None:
    form = await newsroom.manager.slash(newsroom.channel, "add text")
    await newsroom.manager.submit_modal(form, TYPED | {"date": "", "address": ""})
    assert canned.calls == [(*ADDED, newsroom.guild.id, None, None, str(newsroom.manager.id))]


async def test_a_wrong_date_is_told_and_what_was_typed_can_be_corrected(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    canned.fails_with = NoDate("yesterday")
    form = await newsroom.manager.slash(newsroom.channel, "add text")
    sent = await newsroom.manager.submit_modal(form, TYPED | {"date": "yesterday"})
    [told] = sent.followups
    assert told.ephemeral and told.content.startswith("I don't read “yesterday” as a date.")
    assert newsroom.messages() == []
    canned.fails_with = None
    again = await newsroom.manager.click(told, label="Correct it")
    assert again.modal is not None
    values = {one["component"]["custom_id"]: one["component"].get("value") for one in again.modal["components"]}
    assert values == TYPED | {"date": "yesterday"}
    await newsroom.manager.submit_modal(again, TYPED)
    assert canned.calls[-1][5] == TYPED["date"]


async def test_whoever_lost_the_right_can_not_send_the_form(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ADD: frozenset({newsroom.guild.id})})
    newsroom.show_every_command()
    form = await newsroom.member.slash(newsroom.channel, "add text")
    assert form.modal is not None
    canned.decided.clear()
    sent = await newsroom.member.submit_modal(form, TYPED)
    assert sent.ephemeral
    assert canned.calls == []
    assert isinstance(newsroom.failure(), NotAllowed)


async def test_an_article_is_taken_down_after_a_question_that_names_it(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.own = [stored()]
    asked = await newsroom.manager.slash(newsroom.channel, "remove article", article="a1")
    assert asked.ephemeral and asked.response is not None
    assert asked.response.content.startswith("[The Daily - Kremlin waits](<https://daily.example/kremlin>)")
    assert canned.calls == [("own_article", "a1", newsroom.guild.id)]
    newsroom.env.bot.remove_dynamic_items(TakeDown)
    newsroom.env.bot.add_dynamic_items(TakeDown)
    await newsroom.manager.click(asked.response, label="Take it down")
    assert canned.calls[-1] == ("remove", "a1", newsroom.guild.id, str(newsroom.manager.id))
    assert newsroom.texts()[-1].startswith("Took down **Kremlin waits for a date**")
    assert newsroom.bodies()[-1]["components"] == []
    assert newsroom.messages() == []


async def test_the_right_is_checked_again_at_the_press(newsroom: Newsroom, canned: CannedIndex) -> None:
    newsroom.show_every_command()
    canned.own = [stored()]
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.REINDEX: frozenset({newsroom.guild.id})})
    asked = await newsroom.member.slash(newsroom.channel, "remove article", article="a1")
    assert asked.response is not None
    canned.decided.clear()
    refused = await newsroom.member.click(asked.response, label="Take it down")
    assert refused.ephemeral
    assert [call[0] for call in canned.calls] == ["own_article"]


async def test_an_article_that_is_not_this_servers_is_answered_in_words(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "remove article", article="zz")
    assert result.followups[0].content.startswith("This server has added no article “zz”.")
    assert isinstance(newsroom.failure(), UnknownArticle)


async def test_titles_are_offered_to_those_who_may_take_them_down(newsroom: Newsroom, canned: CannedIndex) -> None:
    newsroom.show_every_command()
    canned.own = [stored(), stored("x" * 101), stored("a3", title="Long " * 60)]
    offered = await newsroom.manager.autocomplete(newsroom.channel, "remove article", "article", "krem")
    assert canned.calls == [("own_articles", "krem", newsroom.guild.id)]
    assert [one["value"] for one in offered] == ["a1", "a3"]
    assert offered[0]["name"] == "The Daily: Kremlin waits"
    assert await newsroom.member.autocomplete(newsroom.channel, "remove article", "article", "krem") == []


def test_buttons_and_choices_keep_discords_limits() -> None:
    assert named(stored("x" * 200)) == "https://daily.example/kremlin"
    assert named(stored("x" * 200, url=None)) is None
    for title in ("🌍" * 120, "a" * 300, "a\u202e" * 200, ""):
        assert 0 < units(titled(stored(title=title))) <= CHOICE
    name = named(stored("x" * 90))
    assert name is not None and units(TakeDown(name).item.custom_id or "") <= CUSTOM_ID


async def test_labels_are_set_and_taken_off_and_outlets_are_offered(newsroom: Newsroom, canned: CannedIndex) -> None:
    manager, channel, here = newsroom.manager, newsroom.channel, newsroom.guild.id
    options = {"outlet": "The Daily", "label": "state media"}
    on = await manager.slash(channel, "sources label", **options)
    off = await manager.slash(channel, "sources label", **options, off=True)
    assert on.response is not None and off.response is not None
    assert on.response.content.startswith("**The Daily** is called so here: state media.")
    assert off.response.content == "**The Daily** has no label here any more."
    assert [call[:4] for call in canned.calls] == [("label_outlet", "The Daily", "state media", here)] * 2
    choices = await manager.autocomplete(channel, "sources label", "outlet", "dai")
    assert [one["value"] for one in choices] == ["Daily Wire", "The Daily"]
    assert await newsroom.member.autocomplete(channel, "sources label", "outlet", "dai") == []


async def test_everybody_sees_what_is_followed(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.member.slash(newsroom.channel, "sources list")
    assert result.ephemeral
    assert canned.calls == [("sources", newsroom.guild.id)]
