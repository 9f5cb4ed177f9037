"""The base of buttons that outlive a restart: a button's custom id is an action and a random token.

What the token stands for is looked up at each press, and who may press it is checked then; both are each button's part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import discord

if TYPE_CHECKING:
    from bot.client import Verbatim
    from bot.command_tree import CommandTree


def pattern(action: str) -> str:
    """What the custom ids of an action look like: "passage:<token>", with a page "passage:<token>:2".

    Tokens are those of `secrets.token_urlsafe(16)`: 128 random bits, so that nobody guesses one.
    """
    return rf"{action}:(?P<token>[A-Za-z0-9_-]{{22}})(?::(?P<page>\d{{1,4}}))?"


class TokenButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"(?!)"):
    """Subclass it with an action, `class Unfollow(TokenButton, action="unfollow", label="Unfollow")`, write `pressed`
    and name the class to `Verbatim.add_dynamic_items` in `setup_hook`.

    `pressed` may raise: the error is logged and told to whoever pressed, as an error of a command is. It must begin
    with an acknowledgement (3 s) and look up the token for the server (and message) of the press.
    """

    action: ClassVar[str]
    label: ClassVar[str]
    emoji: ClassVar[str | None]
    style: ClassVar[discord.ButtonStyle]

    def __init_subclass__(
        cls,
        *,
        action: str,
        label: str = "",
        emoji: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init_subclass__(template=pattern(action))
        cls.action, cls.label, cls.emoji, cls.style = action, label, emoji, style

    def __init__(
        self, token: str, page: int | None = None, *, label: str | None = None, row: int | None = None
    ) -> None:
        self.token, self.page = token, page
        custom_id = f"{self.action}:{token}" if page is None else f"{self.action}:{token}:{page}"
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label or self.label or None, emoji=self.emoji, style=self.style, custom_id=custom_id
        )
        super().__init__(button, row=row)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Any, /
    ) -> Self:
        """The button that was pressed, read from its custom id."""
        page = match["page"]
        return cls(match["token"], int(page) if page is not None else None)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """What discord.py calls at a press."""
        tree: CommandTree = interaction.client.tree
        try:
            if await tree.interaction_check(interaction):
                await self.pressed(interaction)
        except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
            await tree.failed(interaction, error, f"button {self.action}")

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Do what the button is for."""
        raise NotImplementedError


def row_of(*buttons: TokenButton) -> discord.ui.View:
    """The buttons below one message; nothing of it has to be remembered, so it never times out."""
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view
