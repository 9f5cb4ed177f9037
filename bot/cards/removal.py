"""Taking an article down: the question before, and what was done, as one message each."""

from __future__ import annotations

from bot.cards.marks import day, linked
from bot.cards.plain_text import plain
from index.types import StoredArticle

_TITLE = 300


def removal_card(stored: StoredArticle, named: bool) -> str:
    """Which article it is and what taking it down means; `named` is whether a button can name it."""
    article = stored.article
    source = linked(f"{article.outlet} - {article.title}", article.url, _TITLE)
    dated = f" · {day(article.published)}" if article.published else ""
    lines = [f"{source}{dated}"]
    if named:
        lines += [
            "Take this article down, with every version of it? Nobody here is shown it any more, and it does not come "
            "back until whoever runs me allows it.",
            "-# To keep it, dismiss this message.",
        ]
    else:
        lines.append("Its identifier is too long for a button: whoever runs me can take it down.")
    return "\n".join(lines)


def removed_card(title: str) -> str:
    """What became of it."""
    return f"Took down **{plain(title, _TITLE)}**. It stays away until whoever runs me allows it."
