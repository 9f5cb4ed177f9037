"""Menus, buttons and forms with fixed custom ids: a cog names what to do for each, and that outlives a restart.

    @commands.Cog.listener()
    async def on_interaction(self, interaction):
        await route(interaction, {"setup:check": self.check})

A custom id names neither a server nor a member: a press is one of the server that Discord says it comes from, and each
action begins with `require`. What a button stands for that is not the same in every server is `tokens`' part.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import discord

if TYPE_CHECKING:
    from bot.command_tree import CommandTree


Action = Callable[[discord.Interaction[Any]], Awaitable[None]]


async def route(interaction: discord.Interaction[Any], actions: Mapping[str, Action]) -> None:
    """Do what was pressed, chosen or filled in, where it is one of these: noted as running, its error logged and told
    to whoever pressed, as those of a command are.
    """
    custom_id = str(_data(interaction).get("custom_id"))
    action = actions.get(custom_id)
    if action is None or interaction.type is discord.InteractionType.application_command:
        return
    tree: CommandTree = interaction.client.tree
    try:
        if await tree.interaction_check(interaction):
            await action(interaction)
    except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
        await tree.failed(interaction, error, custom_id)


def looked_up(view: discord.ui.View) -> discord.ui.View:
    """A view that discord.py need not remember for each message it stands below: what is pressed is routed here."""
    view.stop()
    return view


def chosen(interaction: discord.Interaction[Any]) -> frozenset[int]:
    """The channels or roles chosen in a menu, by number."""
    return frozenset(int(value) for value in _data(interaction).get("values", ()))


def filled_in(interaction: discord.Interaction[Any]) -> dict[str, Any]:
    """What a form was sent with, by the fields' custom ids: a text, or a list of texts for a menu.

    It is read from the interaction and from no object, so that a form filled in across a restart counts.
    """
    fields = [part.get("component", part) for part in _data(interaction).get("components", ())]
    return {field["custom_id"]: field.get("value", field.get("values")) for field in fields}


def _data(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    return cast(Mapping[str, Any], interaction.data or {})
