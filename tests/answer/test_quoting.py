"""Guards the text of an answer: the article's own words, whose they are, and what was searched."""

from dataclasses import replace

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.quoting import nothing_found, quoting
from index.types import Searched
from tests.answer.found import day, hit

SEARCHED = Searched(16, day(1, 3), day(1, 17))


def test_an_answer_reads_like_this() -> None:
    plain = citation(1, slice_of(hit("The vote was close.", published=day(1, 10)), 0, 19))
    spoken = replace(citation(2, slice_of(hit("“It was close,” he said.", published=None), 0, 24)), speaker="Ann Lee")
    assert quoting([plain, spoken], SEARCHED) == (
        "“The vote was close.” [1]\n— The Outlet, 10 January 2025\n\n"
        "“It was close,” he said. [2]\n— Ann Lee, The Outlet, undated\n\n"
        "As of 10 January 2025; 16 articles searched."
    )


def test_words_of_several_paragraphs_stay_letter_for_letter() -> None:
    text = "One.\n\n\tTwo \u00a0three."
    assert f"“{text}” [1]" in quoting([citation(1, slice_of(hit(text), 0, len(text)))], SEARCHED)


def test_nothing_found_says_what_was_searched() -> None:
    assert nothing_found(SEARCHED) == (
        "No answer found in the index: 16 articles from 3 January 2025 to 17 January 2025 searched."
    )
    assert (
        nothing_found(Searched(1, day(1, 3), day(1, 3)))
        == "No answer found in the index: 1 article of 3 January 2025 searched."
    )
    assert "Nothing to search" in nothing_found(Searched(0, None, None))


def test_undated_evidence_has_no_date_to_be_as_of() -> None:
    undated = citation(1, slice_of(hit("The vote was close.", published=None), 0, 19))
    assert quoting([undated], SEARCHED).splitlines()[-1] == "16 articles searched."
