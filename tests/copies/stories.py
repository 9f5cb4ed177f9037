"""News stories made up of words, long enough to be cut into several passages, and what outlets make of them."""

from __future__ import annotations

import random
import zlib

from index.types import Article

_SYLLABLES = ("ba", "do", "fi", "gul", "har", "kan", "lo", "mer", "nis", "pa", "rud", "sel", "ti", "vo", "wen", "zar")


def story(number: int, sentences: int = 60) -> str:
    """A story of about 20 words a sentence, in paragraphs of four; the same number is the same story."""
    pick = random.Random(number)

    def word() -> str:
        return "".join(pick.choices(_SYLLABLES, k=3))

    lines = [
        f"{word().capitalize()} and {word()} {word()} the {word()} of {word()} because a {word()} had {word()} {word()}"
        f" before {word()} {word()} came to {word()} it."
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, sentences, 4))


def printed(text: str, outlet: str, *, title: str = "What happened", **fields: object) -> Article:
    """A text as an outlet prints it, at an address of its own."""
    address = f"https://{outlet.lower().replace(' ', '-')}.example/{zlib.crc32(title.encode())}"
    return Article(**({"title": title, "outlet": outlet, "text": text, "url": address} | fields))  # type: ignore[arg-type]
