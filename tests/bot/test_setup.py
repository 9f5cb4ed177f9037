"""Guards /setup: what it says, that each choice is kept and told, who may press, and that it outlives a restart."""

from __future__ import annotations

from datetime import UTC, datetime

import discord
import pytest
import simcord
from simcord import InteractionResult

from bot.cards.limits import CARD, units
from bot.cards.setup import Lack, Standing, setup_card
from bot.client import Verbatim
from bot.permissions import NotAllowed
from bot.settings import BotSettings
from bot.views.setup_panel import AUDIT, CHANNELS, CHECK, LIMITS, MODEL, QUESTIONS, ROLES, TOKENS
from index.servers import MOST_DAILY_QUESTIONS, Quota, Right, ServerSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom


def decided(newsroom: Newsroom, canned: CannedIndex) -> ServerSettings:
    return canned.decided.get(newsroom.guild.id) or ServerSettings()


def card(result: InteractionResult) -> str:
    assert result.response is not None
    return result.response.content


def told(newsroom: Newsroom) -> list[str]:
    """What the bot answered, at once or later."""
    bodies = [body.get("data") or body for body in newsroom.bodies()]
    return [body["content"] for body in bodies if body.get("content")]


async def opened(newsroom: Newsroom, actor: simcord.MemberActor | None = None) -> discord.Message:
    result = await (actor or newsroom.manager).slash(newsroom.channel, "setup")
    assert result.ephemeral and result.response is not None
    return result.response.message


async def test_the_panel_says_how_things_stand(newsroom: Newsroom) -> None:
    said = (await opened(newsroom)).content
    for line in (
        "✅ I may do all I have to in this channel.",
        "**Answering in** every channel",
        "**Audit channel** none",
        "**Asking** everybody",
        "**Setup and purge** who may manage this server",
        "**Language model** none",
        "**Daily limit** 1,000 of today's 1,000 questions left",
    ):
        assert line in said


async def test_channels_chosen_are_kept_and_shown(newsroom: Newsroom, canned: CannedIndex) -> None:
    panel = await opened(newsroom)
    result = await newsroom.manager.select(panel, [newsroom.channel], custom_id=CHANNELS)
    assert decided(newsroom, canned).channels == {newsroom.channel.id}
    assert f"**Answering in** <#{newsroom.channel.id}>" in card(result)
    await newsroom.manager.select(panel, [], custom_id=CHANNELS)
    assert decided(newsroom, canned).channels == frozenset()


async def test_the_audit_channel_is_kept_and_named_when_it_is_gone(newsroom: Newsroom, canned: CannedIndex) -> None:
    await newsroom.manager.select(await opened(newsroom), [newsroom.channel], custom_id=AUDIT)
    assert decided(newsroom, canned).audit_channel == newsroom.channel.id
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=4242)
    assert "<#4242> is gone" in (await opened(newsroom)).content


async def test_roles_of_each_right_are_kept(newsroom: Newsroom, canned: CannedIndex) -> None:
    writers, chiefs = newsroom.guild.create_role("Writers"), newsroom.guild.create_role("Chiefs")
    shown = await newsroom.manager.click(await opened(newsroom), custom_id=ROLES)
    await newsroom.manager.submit_modal(shown, {"add": [writers], "configure": [chiefs]})
    assert decided(newsroom, canned).roles == {
        Right.ADD: frozenset({writers.id}),
        Right.CONFIGURE: frozenset({chiefs.id}),
    }
    again = await newsroom.manager.click(await opened(newsroom), custom_id=ROLES)
    assert str(writers.id) in str(again.modal)
    await newsroom.manager.submit_modal(again, {"add": []})
    assert decided(newsroom, canned).roles == {}


async def test_a_role_that_is_gone_does_not_keep_the_form_from_opening(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ADD: frozenset({4242})})
    shown = await newsroom.manager.click(await opened(newsroom), custom_id=ROLES)
    assert shown.modal is not None and "4242" not in str(shown.modal)


async def test_limits_are_kept(newsroom: Newsroom, canned: CannedIndex) -> None:
    shown = await newsroom.manager.click(await opened(newsroom), custom_id=LIMITS)
    result = await newsroom.manager.submit_modal(shown, {QUESTIONS: "1,500"})
    assert decided(newsroom, canned).daily_questions == 1_500
    assert "of today's 1,500 questions" in card(result)


@pytest.mark.parametrize("typed", ["many", "-1", "1000000", "٣", "1.5"])
async def test_what_is_no_number_changes_nothing(newsroom: Newsroom, canned: CannedIndex, typed: str) -> None:
    panel = await opened(newsroom)
    shown = await newsroom.manager.click(panel, custom_id=LIMITS)
    result = await newsroom.manager.submit_modal(shown, {QUESTIONS: typed})
    assert decided(newsroom, canned) == ServerSettings()
    assert any("is no whole number from 0 to 100,000" in text for text in told(newsroom))
    assert result.ephemeral


async def test_without_a_language_model_there_is_no_button_for_one(newsroom: Newsroom) -> None:
    assert MODEL not in str((await opened(newsroom)).components)


async def test_the_bot_says_what_it_lacks_and_sees_when_it_is_mended(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex
) -> None:
    quiet = newsroom.guild.create_text_channel(
        "quiet", overwrites={newsroom.guild.default_role: discord.PermissionOverwrite(attach_files=False)}
    )
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({quiet.id, newsroom.channel.id}))
    panel = await opened(newsroom)
    assert f"In <#{quiet.id}> I lack *Attach Files*:" in panel.content
    assert f"In <#{newsroom.channel.id}>" not in panel.content
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({newsroom.channel.id}))
    assert "✅" in card(await newsroom.manager.click(panel, custom_id=CHECK))


def test_the_fullest_card_fits() -> None:
    many = frozenset(range(1456074443980800019, 1456074443980800019 + 25))
    names = ("View Channel", "Send Messages", "Send Messages in Threads", "Attach Files", "Read Message History")
    decided = ServerSettings(many, dict.fromkeys(Right, many), min(many), True, 999_999_999, MOST_DAILY_QUESTIONS)
    lacks = tuple(Lack(one, names) for one in sorted(many))
    quota = Quota(MOST_DAILY_QUESTIONS, MOST_DAILY_QUESTIONS, datetime(2026, 11, 2, tzinfo=UTC))
    said = setup_card(Standing(decided, lacks, quota, 999_999_999))
    assert units(said) <= CARD
    assert "and something in 22 more channels" in said
    assert said.count("21 more") == 5


async def test_in_an_audit_channel_it_only_has_to_post(newsroom: Newsroom, canned: CannedIndex) -> None:
    bare = discord.PermissionOverwrite(attach_files=False, read_message_history=False)
    desk = newsroom.guild.create_text_channel("audit-log", overwrites={newsroom.guild.default_role: bare})
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=desk.id)
    assert "✅" in (await opened(newsroom)).content


@pytest.mark.parametrize("custom_id", [CHANNELS, AUDIT, ROLES, LIMITS, CHECK])
async def test_who_lost_the_right_meanwhile_can_press_nothing(
    newsroom: Newsroom, canned: CannedIndex, custom_id: str
) -> None:
    newsroom.show_every_command()
    chiefs = newsroom.guild.create_role("Chiefs")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.CONFIGURE: frozenset({chiefs.id})})
    chief = newsroom.guild.add_member(newsroom.env.create_user("chief"), roles=[chiefs])
    panel = await opened(newsroom, chief)
    now = canned.decided[newsroom.guild.id] = ServerSettings()
    if custom_id in (CHANNELS, AUDIT):
        result = await chief.select(panel, [newsroom.channel], custom_id=custom_id)
    else:
        result = await chief.click(panel, custom_id=custom_id)
    assert decided(newsroom, canned) == now
    assert result.modal is None
    assert any(text.startswith("Only members who may manage this server") for text in told(newsroom))


async def test_a_form_filled_in_after_the_right_was_lost_changes_nothing(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    newsroom.show_every_command()
    chiefs = newsroom.guild.create_role("Chiefs")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.CONFIGURE: frozenset({chiefs.id})})
    chief = newsroom.guild.add_member(newsroom.env.create_user("chief"), roles=[chiefs])
    shown = await chief.click(await opened(newsroom, chief), custom_id=LIMITS)
    canned.decided[newsroom.guild.id] = ServerSettings()
    await chief.submit_modal(shown, {QUESTIONS: "5"})
    assert decided(newsroom, canned) == ServerSettings()
    assert told(newsroom)[-1].startswith("Only members who may manage this server")


@pytest.mark.parametrize("kind", ["editor", "member"])
async def test_others_are_not_let_in(newsroom: Newsroom, kind: str) -> None:
    newsroom.show_every_command()
    result = await getattr(newsroom, kind).slash(newsroom.channel, "setup")
    assert result.ephemeral
    assert isinstance(newsroom.failure(), NotAllowed)


async def test_menus_buttons_and_forms_outlive_a_restart(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex, settings: BotSettings
) -> None:
    panel = await opened(newsroom)
    form = await newsroom.manager.click(panel, custom_id=LIMITS)
    again = Verbatim(canned, settings)
    again.shard_count = 1
    await simcord_env.restart_bot(again)
    await newsroom.manager.submit_modal(form, {QUESTIONS: "7"})
    await newsroom.manager.select(panel, [newsroom.channel], custom_id=AUDIT)
    assert decided(newsroom, canned) == ServerSettings(daily_questions=7, audit_channel=newsroom.channel.id)


async def test_no_view_is_remembered_for_a_panel(simcord_env: simcord.Env, newsroom: Newsroom) -> None:
    await opened(newsroom)
    bot = simcord_env.bot
    assert list(bot.persistent_views) == []
    assert not bot._connection._view_store._synced_message_views


class TestWithALanguageModel:
    """Where the operator set one up."""

    @pytest.fixture
    def settings(self, settings: BotSettings) -> BotSettings:
        return settings.model_copy(update={"llm": "ollama", "llm_daily_tokens": 5_000})

    async def test_it_is_switched_off_and_on(self, newsroom: Newsroom, canned: CannedIndex) -> None:
        panel = await opened(newsroom)
        assert "**Language model** on, up to 5,000 tokens a day" in panel.content
        result = await newsroom.manager.click(panel, custom_id=MODEL)
        assert not decided(newsroom, canned).language_model
        assert "**Language model** off" in card(result)
        await newsroom.manager.click(panel, custom_id=MODEL)
        assert decided(newsroom, canned).language_model

    async def test_its_budget_is_kept_and_never_more_than_the_operators(
        self, newsroom: Newsroom, canned: CannedIndex
    ) -> None:
        shown = await newsroom.manager.click(await opened(newsroom), custom_id=LIMITS)
        result = await newsroom.manager.submit_modal(shown, {QUESTIONS: "9", TOKENS: "2000"})
        assert decided(newsroom, canned) == ServerSettings(daily_questions=9, daily_tokens=2_000)
        assert "up to 2,000 tokens a day" in card(result)
        again = await newsroom.manager.click(await opened(newsroom), custom_id=LIMITS)
        await newsroom.manager.submit_modal(again, {QUESTIONS: "9", TOKENS: "6000"})
        assert decided(newsroom, canned).daily_tokens == 2_000
        again = await newsroom.manager.click(await opened(newsroom), custom_id=LIMITS)
        await newsroom.manager.submit_modal(again, {QUESTIONS: "9"})
        assert decided(newsroom, canned).daily_tokens is None
