"""What the bot keeps, for how long and who sees it; and what was purged."""

from __future__ import annotations

from bot.cards.amounts import counted
from index.servers import Forgotten

_READS = (
    "**What I read**: messages that mention me, replies to me that ping, direct messages to me, and a message on which "
    "somebody uses one of my menus. No others: I have none of Discord's privileged intents."
)
_ANSWERS = (
    "• Answers I gave, with the question, who asked and where, and your 👍 and 👎: 30 days, for the buttons below "
    "them, for follow-ups and for corrections."
)


def privacy_card(in_server: bool, model: bool) -> str:
    """For everybody. `model` says whether questions go to a language model."""
    goes = (
        "**Where it goes**: questions, with the passages that answer them, to the language model that whoever runs me "
        "has set up. Nothing else goes anywhere."
        if model
        else "**Where it goes**: nowhere. Answers are made where I run."
    )
    kept = _of_a_server() if in_server else _of_a_person()
    return "\n".join([*kept, goes, _READS])


def _of_a_server() -> list[str]:
    return [
        "**What I keep of this server**",
        "• Articles, sources and labels that members added, until somebody removes them.",
        _ANSWERS,
        "• What members follow and which digests are sent, until they are ended.",
        "• Who added, removed, reindexed or configured what, by member number, and the settings.",
        "• How many questions were asked, quotations checked and tokens of a model spent, by day: 30 days at most.",
        "**Who sees it**: members of this server, in this server, and whoever runs me. No other server does.",
        "**For how long**: a month after I am removed I forget all of it, unless I am invited again. Who may configure "
        "me here can have everything purged at once.",
    ]


def _of_a_person() -> list[str]:
    return [
        "**What I keep of our direct messages**",
        _ANSWERS,
        "• What you follow here, until you unfollow it.",
        "**Who sees it**: you, and whoever runs me. Use /privacy in a server for what I keep there.",
    ]


def purged_card(forgotten: Forgotten) -> str:
    """Told to whoever had it done."""
    went = f"{counted(forgotten.articles, 'article')} and {counted(forgotten.sources, 'source')}"
    return f"Done: {went} of this server are gone, with every answer, setting and log entry. What all share stays."
