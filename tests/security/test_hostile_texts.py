"""Guards that no text can hold up the one thread that answers: built and asked in time, whatever it repeats."""

from __future__ import annotations

import re
import time

import pytest

from index.answer import expected
from index.build.agencies import agency_of
from index.build.ingest import MOST_CHARACTERS
from index.build.quotations import find_quotations
from index.build.split import Splitter
from index.gather.wording import tidy
from index.news_index import NewsIndex
from index.sentences import sentence_spans
from index.types import Article, Filters

UNITS = (
    *(
        "1",
        "1,",
        "a",
        "A",
        "a.",
        "A. ",
        "- \n",
        "“",
        "“a” ",
        "'a' ",
        "``",
        "'' ",
        "...",
        "(",
        "[",
        "_",
        "&",
        "Aa said ",
        "$1 ",
    ),
    *(
        "By A B\n",
        "source: ",
        "(Reuters) - ",
        "jan. ",
        "e.g. ",
        "\u3000",
        "漢",
        "👍",
        "a\u0301",
        "\t",
        "\n\n.",
        "A’",
        "“A” he said, ",
    ),
)
MEGABYTE = 1_000_000
QUESTIONS = (
    "How much did the bridge cost?",
    "How old is the bridge?",
    "What did Ada say about it?",
    "When did it open?",
)


def once(work: object, *given: object) -> float:
    """Seconds of this process that a call takes."""
    began = time.process_time()
    work(*given)  # type: ignore[operator]
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_what_reads_a_whole_article_takes_time_by_its_length_alone(unit: str) -> None:
    text = tidy((unit * MEGABYTE)[:MEGABYTE])
    assert once(agency_of, Article("A", "B", text)) < 1
    assert once(sentence_spans, text[:20_000]) < 1
    assert once(find_quotations, text[:20_000]) < 2


@pytest.mark.parametrize("unit", ["“", "漢", "“a” ", "a, ", "\n\na"])
def test_what_is_cut_letter_by_letter_is_not_counted_letter_by_letter(unit: str) -> None:
    counted: list[str] = []

    def count_tokens(text: str) -> int:
        counted.append(text)
        return len(text)

    text = (unit * MOST_CHARACTERS)[:MOST_CHARACTERS].strip()
    passages = Splitter(count_tokens).split(text)
    assert sum(len(passage.text) for passage in passages) > len(text) // 2
    assert len(counted) < len(text) // 100, "a tokenizer takes 25 µs for a letter, and questions wait for it"


@pytest.mark.parametrize("pattern", [one for one in vars(expected).values() if isinstance(one, re.Pattern)])
@pytest.mark.parametrize("unit", UNITS)
def test_what_reads_a_passage_takes_no_time(unit: str, pattern: re.Pattern[str]) -> None:
    assert once(lambda: list(pattern.finditer((unit * 8_000)[:8_000]))) < 0.5


@pytest.mark.parametrize("unit", ["1", "1,", "...", "“", "Aa said ", "$1 "])
async def test_a_question_is_answered_in_time(news_index: NewsIndex, unit: str) -> None:
    text = "\n\n".join(f"The bridge cost, said Ada, {(unit * 3_800)[:3_800]}" for _ in range(8))
    await news_index.add_text("Bridge", "The Post", text, 7)
    began = time.process_time()
    for question in QUESTIONS:
        await news_index.ask(question, Filters(7))
    assert time.process_time() - began < 5
