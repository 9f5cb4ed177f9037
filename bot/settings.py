"""What the operator can set for the bot, read once at its door; the index's settings come along."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import NoDecode

from index.errors import SettingsError
from index.settings import IndexSettings

NO_TOKEN = (
    "DISCORD_TOKEN is not set: create an application at https://discord.com/developers/applications, "
    "copy its token under Bot > Reset Token, and put DISCORD_TOKEN=<token> into .env or the environment"
)


class BotSettings(IndexSettings):
    """Settings of the bot: those of the index, the token and who may change what the bot knows."""

    discord_token: SecretStr = Field(
        default=SecretStr(""), description="the bot's token from Discord's developer portal"
    )
    editor_role_ids: Annotated[frozenset[int], NoDecode] = Field(
        default=frozenset(),
        description="ids of roles that may add and reindex besides Manage Server, separated by commas",
    )

    @field_validator("editor_role_ids", mode="before")
    @classmethod
    def _split(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        ids = [part.strip() for part in given.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in ids):
            raise ValueError("should be role ids (numbers), separated by commas")
        return ids

    @classmethod
    def read(cls) -> Self:
        """Read the environment and `.env`; `SettingsError` names what is wrong, a missing token included."""
        settings = super().read()
        if not settings.discord_token.get_secret_value().strip():
            raise SettingsError(NO_TOKEN)
        return settings
