"""What is told while a question is worked on, and to whoever mentions the bot without one."""

from __future__ import annotations

from bot.cards.plain_text import plain
from index.reports import Progress

HOW_TO_ASK = (
    "Mention me with a question, for example “What did Peskov say about timing?”, and I answer with the exact words, "
    "who said them and where. Reply to an answer of mine, with the mention on, to follow it up. `/ask` works as well."
)


def asking_line(progress: Progress) -> str:
    """ "Searching 16 articles …"; what is checked is not counted, since only what stands the check will be shown."""
    count = "" if progress.stage == "checking" else f"{progress.done:,} "
    return f"-# {plain(progress.stage, 30).capitalize()} {count}{plain(progress.unit, 30)} …"
