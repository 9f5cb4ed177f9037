"""Who Verbatim says it is to the hosts it reads: the product token of robots.txt and the User-Agent. Pure."""

from __future__ import annotations

PRODUCT = "Verbatim"
"""The name that a robots.txt addresses (RFC 9309, section 2.2.1)."""


def user_agent(contact: str = "") -> str:
    """The User-Agent of every request; `contact` is an address or e-mail of whoever runs this bot, if they gave one."""
    about = "a news bot for Discord that quotes and links"
    return f"{PRODUCT}/0.1 ({about}; +{contact})" if contact else f"{PRODUCT}/0.1 ({about})"
