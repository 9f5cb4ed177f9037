"""Articles with direct quotations, those that come with Verbatim and invented ones, and a store that holds them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.build.quotations import find_quotations
from index.store import Store
from index.store.articles import Built
from index.types import COMMON, Article, StoredArticle

SEEDS = Path(__file__).parent.parent / "seeds"
DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)

_WORDS = """
    the council will rebuild our old bridge before winter and pay for it with money that nobody in this town has ever
    seen while every driver waits at the river don’t can’t people know 5,000 houses flood again each spring because
    water rises faster than we thought when they built that dam in 1962 so let me say this once more to all of you"""
_FIRST = "Ada Bruno Clara Dario Elsa Fabio Greta Hugo Irma Jonas Karin Luca Marta Nils Olga Pavel Rosa Sven Tessa Uwe"
_LAST = "Abara Bellini Corvo Dorn Eklund Ferro Grieg Hollund Ilves Jansky Kolb Lindt Moreau Nygaard Ostrow Pavic"


@dataclass(frozen=True)
class Said:
    """A quotation in one stretch, without its marks, and its speaker."""

    words: str
    speaker: str


def starter_articles() -> list[Article]:
    """The articles that come with Verbatim: title and text."""
    articles = []
    for path in sorted(SEEDS.glob("*.md")):
        _, head, text = path.read_text("utf-8").split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in head.strip().splitlines())
        articles.append(Article(fields["title"], fields["source"], text.strip(), f"https://seeds.example/{path.stem}"))
    return articles


def invented_articles(count: int, chance: random.Random) -> list[Article]:
    """Articles in which three people say something, each of 8 to 20 words of one small vocabulary."""
    names = [f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()]
    chance.shuffle(names)
    articles = []
    for number in range(count):
        speakers = [names[(3 * number + at) % len(names)] for at in range(3)]
        paragraphs = [f"“{_sentence(chance)},” said {name} of the council on Monday." for name in speakers]
        text = "\n\n".join(["The council met about the river again.", *paragraphs])
        articles.append(Article(f"Day {number}", "The Courier", text, f"https://courier.example/{number}"))
    return articles


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS.split(), k=chance.randint(8, 20))
    words[3] = chance.choice(("…", "—", "and", "-")).join(words[3:5]) if chance.random() < 0.5 else f"{words[3]},"
    return " ".join(words).capitalize()


def quotations_of(articles: Iterable[Article]) -> list[Said]:
    """Every quotation of a named speaker that has six words or more."""
    return [
        Said(words, one.speaker)
        for article in articles
        for one in find_quotations(article.text)
        if one.speaker and len(one.spans) == 1
        if len((words := article.text[slice(*one.spans[0])].strip("“”\"',")).split()) >= 6
    ]


def store_articles(store: Store, articles: Iterable[Article], server: int = COMMON, since: datetime = DAY) -> None:
    """Store articles with their quotations and without passages, one published each day."""
    with store.database.transaction():
        source = store.sources.ensure(server, "a source", "import", 0.0)
        for number, article in enumerate(articles):
            dated = article if article.published else dated_on(article, since + timedelta(days=number))
            built = Built((), (), find_quotations(article.text))
            store.articles.add(dated, f"{server}-{article.title}", server, source, built, store.generations.live, 0.0)


def change_article(store: Store, before: StoredArticle, article: Article) -> None:
    """Store a new version."""
    with store.database.transaction():
        built = Built((), (), find_quotations(article.text))
        store.articles.change(before, article, built, store.generations.live, 1.0)


def dated_on(article: Article, day: datetime) -> Article:
    """The same article, published then."""
    return Article(article.title, article.outlet, article.text, article.url, article.author, day)
