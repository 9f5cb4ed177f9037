"""Guards /privacy: everybody reads it, those who may configure can purge their server, by a word they typed."""

from __future__ import annotations

import pytest
import simcord
from simcord import InteractionResult

from bot.cards.limits import MESSAGE, units
from bot.cards.privacy import privacy_card
from bot.client import Verbatim
from bot.purge_form import BUTTON, FIELD, WORD
from bot.settings import BotSettings
from index.servers import Right, ServerSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom
from tests.bot.test_setup import told


async def opened(newsroom: Newsroom, actor: simcord.MemberActor) -> InteractionResult:
    result = await actor.slash(newsroom.channel, "privacy")
    assert result.ephemeral and result.response is not None
    return result


def buttons(result: InteractionResult) -> str:
    assert result.response is not None
    return str(result.response.components)


def purges(canned: CannedIndex) -> list[tuple[object, ...]]:
    return [call for call in canned.calls if call[0] == "forget_server"]


@pytest.mark.parametrize("in_server", [True, False])
@pytest.mark.parametrize("model", [True, False])
def test_it_says_what_is_kept_how_long_and_who_sees_it(in_server: bool, model: bool) -> None:
    said = privacy_card(in_server, model)
    assert units(said) <= MESSAGE
    assert "30 days" in said and "Who sees it" in said
    assert ("language model that whoever runs me" in said) is model
    assert ("a month after I am removed" in said) is in_server


async def test_only_those_who_may_configure_see_the_button(newsroom: Newsroom) -> None:
    newsroom.show_every_command()
    assert BUTTON in buttons(await opened(newsroom, newsroom.manager))
    assert BUTTON not in buttons(await opened(newsroom, newsroom.editor))
    assert BUTTON not in buttons(await opened(newsroom, newsroom.member))


async def test_in_direct_messages_there_is_no_server_to_purge(newsroom: Newsroom) -> None:
    result = await newsroom.manager.user.slash("privacy")
    assert result.response.content.startswith("**What I keep of our direct messages**")
    assert result.response.components == []


async def test_a_typed_word_purges_the_server_and_the_audit_channel_is_told(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    desk = newsroom.guild.create_text_channel("audit-log")
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=desk.id)
    result = await opened(newsroom, newsroom.manager)
    assert result.response is not None
    form = await newsroom.manager.click(result.response.message, custom_id=BUTTON)
    assert purges(canned) == []
    done = await newsroom.manager.submit_modal(form, {FIELD: WORD})
    assert purges(canned) == [("forget_server", newsroom.guild.id, str(newsroom.manager.id))]
    assert done.ephemeral and done.response is not None
    assert done.response.content.startswith("Done: 12 articles and 2 sources")
    (message,) = desk.history(viewer=newsroom.manager)
    assert message.content.startswith(f"<@{newsroom.manager.id}> purged everything")


@pytest.mark.parametrize("typed", ["purge", "yes", "PURGE!"])
async def test_another_word_purges_nothing(newsroom: Newsroom, canned: CannedIndex, typed: str) -> None:
    result = await opened(newsroom, newsroom.manager)
    assert result.response is not None
    form = await newsroom.manager.click(result.response.message, custom_id=BUTTON)
    await newsroom.manager.submit_modal(form, {FIELD: typed})
    assert purges(canned) == []
    assert told(newsroom)[-1].startswith("Nothing was purged")


@pytest.mark.parametrize("lost", ["before the button", "before the form"])
async def test_who_lost_the_right_meanwhile_purges_nothing(newsroom: Newsroom, canned: CannedIndex, lost: str) -> None:
    newsroom.show_every_command()
    role = newsroom.guild.create_role("Chiefs")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.CONFIGURE: frozenset({role.id})})
    chief = newsroom.guild.add_member(newsroom.env.create_user("chief"), roles=[role])
    result = await opened(newsroom, chief)
    assert result.response is not None
    if lost == "before the button":
        canned.decided.clear()
    form = await chief.click(result.response.message, custom_id=BUTTON)
    if lost == "before the form":
        canned.decided.clear()
        await chief.submit_modal(form, {FIELD: WORD})
    assert purges(canned) == []
    assert told(newsroom)[-1].startswith("Only members who may manage this server")


async def test_button_and_form_outlive_a_restart(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex, settings: BotSettings
) -> None:
    result = await opened(newsroom, newsroom.manager)
    assert result.response is not None
    form = await newsroom.manager.click(result.response.message, custom_id=BUTTON)
    again = Verbatim(canned, settings)
    again.shard_count = 1
    await simcord_env.restart_bot(again)
    await newsroom.manager.submit_modal(form, {FIELD: WORD})
    assert len(purges(canned)) == 1
    assert (await newsroom.manager.click(result.response.message, custom_id=BUTTON)).modal is not None
