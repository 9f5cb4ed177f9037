"""Made-up articles, as many as one wants, each with passages of its own and a question that only it answers."""

from __future__ import annotations

import json

THINGS = ("sheep", "wells", "bridges", "barns", "orchards", "chapels", "mills", "ferries")
YEARS = range(2020, 2023)


def village(number: int) -> str:
    """An article as a line of a file to import; its identifier is `v` and the number. Three passages or so."""
    text = "\n\n".join(
        " ".join(
            f"Village{number} counted {(number * 7 + year + at) % 900 + 100} {thing} in {year}, and clerk{number} wrote"
            f" the number of {thing} down in the book of Village{number} as in every other year before that one."
            for at, thing in enumerate(THINGS)
        )
        for year in YEARS
    )
    fields = {
        "id": f"v{number}",
        "title": f"The count of Village{number}",
        "source": "Village News",
        "url": f"https://villages.example/{number}",
        "published": f"2025-01-{number % 28 + 1:02d}",
        "text": text,
    }
    return json.dumps(fields)


def question(number: int) -> str:
    """What only that article answers."""
    return f"How many mills did Village{number} count in 2021?"
