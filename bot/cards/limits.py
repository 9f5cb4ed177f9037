"""Discord's limits that the cards keep, each beside its source; keeping them is each card's part."""

MESSAGE = 2_000
"""Characters in a message's content. https://docs.discord.com/developers/resources/message#create-message"""

CHOICES = 25
"""Choices an autocomplete may offer. https://docs.discord.com/developers/interactions/application-commands"""

CHOICE = 100
"""Characters in a choice's name and in its value; same page, "Application Command Option Choice Structure"."""

CUSTOM_ID = 100
"""Characters in what a button is named by. https://docs.discord.com/developers/components/reference#button"""

TOKEN_SECONDS = 15 * 60
"""How long an interaction's token edits its answer. https://docs.discord.com/developers/interactions/receiving-and-responding"""

CARD = MESSAGE - 50
"""What a card may fill: a message, less the line that names the asker where the answer has to go to the channel."""

SHOWN = 1_200
"""What an answer may show, link targets not counted: about one screen of a phone."""


def units(text: str) -> int:
    """The length as the strictest of Discord's clients counts it: in UTF-16 units, never fewer than in characters."""
    return len(text.encode("utf-16-le")) // 2
