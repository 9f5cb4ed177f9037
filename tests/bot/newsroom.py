"""A simulated server with one channel and one of each kind of member, in front of which the bot is tested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord
import simcord
from discord import app_commands

from bot.client import Verbatim

HIDDEN_COMMANDS = ("add url", "add file", "add text", "remove article", "reindex")
"""Commands for editors that Discord shows to nobody else."""

SHOWN_COMMANDS = tuple(f"sources {one}" for one in ("add", "remove", "pause", "resume", "label", "reindex"))
"""Commands for editors in a group of which everybody may use a part, and which Discord therefore shows to all."""

EDITORS_COMMANDS = HIDDEN_COMMANDS + SHOWN_COMMANDS


@dataclass(frozen=True)
class Newsroom:
    """`manager` may manage the server, `editor` has the operator's role, `member` has nothing."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    manager: simcord.MemberActor
    editor: simcord.MemberActor
    member: simcord.MemberActor

    def show_every_command(self) -> None:
        """What an administrator can do under Integrations: show everybody the commands Discord would hide."""
        for kind in (1, 3):  # slash commands and message menus
            place = {"user_id": self.manager.id, "channel_id": self.channel.id}
            for command in self.env.backend.visible_commands(**place, type=kind):
                self.guild.set_command_permissions(int(command["id"]), {self.guild.default_role: True})

    def acknowledgements(self) -> list[int]:
        """How each interaction was acknowledged: 4 with a message, 5 deferred."""
        return [body["type"] for body in self.bodies() if "type" in body]

    def texts(self) -> list[str]:
        """Everything the bot wrote or edited, in order."""
        return [body["content"] for body in self.bodies() if "content" in body]

    def bodies(self) -> list[dict[str, Any]]:
        """What the bot sent to Discord, in order."""
        return [r.json for r in self.env.http_requests if isinstance(r.json, dict)]

    def failure(self) -> BaseException:
        """The one error that ended in the bot's catch-all; simcord fails a test that does not look at it."""
        [error] = self.env.errors
        return error.original if isinstance(error, app_commands.CommandInvokeError) else error

    def messages(self) -> list[str]:
        """What stands in the channel for everybody, in order: seen by a member who called nothing."""
        bystander = self.guild.add_member(self.env.create_user("bystander"))
        return [message.content for message in self.channel.history(viewer=bystander)]


def open_newsroom(env: simcord.Env, name: str = "Newsroom") -> Newsroom:
    """A new server on the simulated Discord; its editors' role is the one the bot's operator named."""
    guild = env.create_guild(name)
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    desk = guild.create_role("Desk")
    bot = env.bot
    assert isinstance(bot, Verbatim)
    roles = bot.settings.editor_role_ids | {desk.id}
    bot.settings = bot.settings.model_copy(update={"editor_role_ids": roles})
    return Newsroom(
        env,
        guild,
        guild.create_text_channel("news"),
        guild.add_member(env.create_user(f"{name}-manager"), roles=[managers]),
        guild.add_member(env.create_user(f"{name}-editor"), roles=[desk]),
        guild.add_member(env.create_user(f"{name}-member")),
    )
