"""Why the bot did not start: pure, error -> the one line and the exit code that the operator gets."""

from __future__ import annotations

import discord

from index.errors import VerbatimError


def start_failure(error: Exception) -> tuple[str, int] | None:
    """The line, and the exit code: 2 for wrong settings, 1 for failed work; None for an error nobody foresaw."""
    if isinstance(error, VerbatimError):
        return str(error), error.exit_code
    if isinstance(error, discord.LoginFailure):
        return (
            "Discord refused DISCORD_TOKEN: copy the token again under Bot > Reset Token at "
            "https://discord.com/developers/applications",
            2,
        )
    if isinstance(error, discord.HTTPException):
        return f"Discord answered {error.status} at the start: see https://discordstatus.com and start again", 1
    if isinstance(error, (discord.GatewayNotFound, discord.ConnectionClosed, OSError)) or _of_the_connection(error):
        reason = " ".join(str(error).split()) or type(error).__name__
        return f"Discord can't be reached: {reason}", 1
    return None


def _of_the_connection(error: Exception) -> bool:
    """discord.py lets the errors of its HTTP library through; the library itself is index.gather's alone to import."""
    return type(error).__module__.partition(".")[0] == "aiohttp"
