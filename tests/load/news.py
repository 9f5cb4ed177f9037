"""Invented news in any amount, for what only size shows: words as often as in a language, a town for each article."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

VOCABULARY = 20_000
"""Words in use: about what a month of one newspaper has."""

SENTENCE, PASSAGE_SENTENCES = 15, 10
"""Words a sentence, and sentences a passage: 150 of the 200 words that a passage holds at most."""

OUTLETS = ("The Elan Courier", "Harbour Post", "Norvik Times", "Morning Ledger")
FIRST_DAY = datetime(2026, 9, 1, 6, tzinfo=UTC)
"""As old as what the feed of the soak lists: age is to decide nothing."""
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


def _vocabulary() -> list[str]:
    chance = random.Random(1)
    syllables = [c + v for c in _CONSONANTS for v in _VOWELS]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(syllables, k=chance.randint(2, 4)))] = None
    return list(words)


WORDS = _vocabulary()
OFTEN = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
"""Zipf's law (G. K. Zipf, Human Behavior and the Principle of Least Effort, 1949): the n-th word comes 1/n as often."""


def town(number: int) -> str:
    """The name of the place that only article `number` is about."""
    return f"{WORDS[number % VOCABULARY].capitalize()}ham {number}"


def text(number: int, passages: int) -> str:
    """An article's text: each paragraph about one passage long, the first with a quotation about its town."""
    chance = random.Random(number)
    paragraphs = []
    for at in range(passages):
        sentences = [_sentence(chance) for _ in range(PASSAGE_SENTENCES)]
        if at == 0:
            sentences[0] = f"The council of {town(number)} counted {chance.randint(20, 900)} sheep on Monday."
            sentences[1] = f"“{_sentence(chance)[:-1]},” said mayor {_name(number)} of {town(number)}."
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def question(number: int) -> str:
    """A question that article `number` answers."""
    return f"How many sheep did the council of {town(number)} count?"


def write_records(path: Path, numbers: range, passages: int) -> None:
    """Articles as a file that `import` reads, each of about so many passages."""
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{line}\n" for line in _records(numbers, passages))


def _records(numbers: range, passages: int) -> Iterator[str]:
    for number in numbers:
        yield json.dumps(
            {
                "id": f"n{number}",
                "url": f"https://news.example/{number}",
                "title": f"Council of {town(number)} counts its sheep",
                "source": OUTLETS[number % len(OUTLETS)],
                "published": (FIRST_DAY + timedelta(minutes=number)).isoformat(),
                "text": text(number, passages),
            }
        )


def _sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, cum_weights=OFTEN, k=SENTENCE)
    return f"{' '.join(words).capitalize()}."


def _name(number: int) -> str:
    first, last = WORDS[(number * 7) % VOCABULARY], WORDS[(number * 13 + 5) % VOCABULARY]
    return f"{first.capitalize()} {last.capitalize()}"
