"""What may never be printed, blanked out of a line: secrets, passwords in addresses, tokens of Discord's. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = "<token>"
SHORTEST = 4
"""Characters; a shorter secret is none, and blanking it would leave holes in ordinary words."""
_TOKENS = (
    # a webhook's or an interaction's token stands in an address; with it anyone may write as the bot
    re.compile(r"(/(?:webhooks|interactions)/\d{1,20}/)[^/\s?\"'<]+"),
    # and in the payloads that a library logs while it is being debugged, as JSON and as Python writes them
    re.compile(r"([\"'](?:token|access_token|refresh_token)[\"']\s{0,3}:\s{0,3}[\"'])[^\"'<]+"),
    re.compile(r"\b((?:Bot|Bearer) )[\w.~+/=-]{16,}"),
    re.compile(r"\b([a-z][a-z0-9+.-]{0,20}://)[^/\s@\"'<>]{1,500}@"),
)


def blanked(text: str, secrets: Iterable[str] = ()) -> str:
    """A text without any of the secrets, and without what looks like one by where it stands."""
    for secret in secrets:
        if len(secret) >= SHORTEST:
            text = text.replace(secret, BLANK)
    for token in _TOKENS[:-1]:
        text = token.sub(rf"\1{BLANK}", text)
    return _TOKENS[-1].sub(rf"\1{BLANK}@", text)
