"""What moderators call an outlet, so that whoever reads a citation knows what it is. Values only."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """What an outlet may be called; it may be called several of these."""

    WIRE = "wire"
    OPINION = "opinion"
    STATE_MEDIA = "state media"
    PAYWALLED = "paywalled"
