"""Guards /help: it lists what whoever asks may use where they ask, and nothing else."""

from __future__ import annotations

import re

import pytest
import simcord

from bot.cards.limits import MESSAGE, units
from index.servers import Right, ServerSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom


async def helped(newsroom: Newsroom, actor: simcord.MemberActor) -> str:
    result = await actor.slash(newsroom.channel, "help")
    assert result.ephemeral and result.response is not None
    return result.response.content


def listed(said: str) -> set[str]:
    return set(re.findall(r"^• `/(\S+)`", said, re.MULTILINE))


async def test_each_sees_what_they_may_use(newsroom: Newsroom) -> None:
    member = listed(await helped(newsroom, newsroom.member))
    editor = listed(await helped(newsroom, newsroom.editor))
    manager = listed(await helped(newsroom, newsroom.manager))
    assert {"ask", "quotes", "help", "privacy", "status"} <= member
    assert {"add", "reindex", "audit"} <= editor - member
    assert "setup" in manager - editor
    assert member < editor < manager


async def test_a_role_of_the_server_counts(newsroom: Newsroom, canned: CannedIndex) -> None:
    role = newsroom.guild.create_role("Chiefs")
    chief = newsroom.guild.add_member(newsroom.env.create_user("chief"), roles=[role])
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.CONFIGURE: frozenset({role.id})})
    assert "setup" in listed(await helped(newsroom, chief))


async def test_in_direct_messages_only_what_works_there(newsroom: Newsroom) -> None:
    result = await newsroom.manager.user.slash("help")
    assert {"ask", "quotes", "help", "privacy"} <= listed(result.response.content)
    assert not {"add", "setup", "reindex", "status"} & listed(result.response.content)
    assert "just write to me" in result.response.content
    assert "“Ask a server's articles”" in result.response.content


@pytest.mark.parametrize("kind", ["manager", "member"])
async def test_all_of_it_fits_and_says_how_to_ask(newsroom: Newsroom, kind: str) -> None:
    said = await helped(newsroom, getattr(newsroom, kind))
    assert units(said) <= MESSAGE
    assert not said.endswith("…")
    assert "by mentioning me" in said
    assert "none of Discord's privileged intents" in said
    assert "*Apps → Check this quote*" in said
