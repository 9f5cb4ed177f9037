"""Guards the text of an answer: the article's own words, whose they are, and what was searched."""

from dataclasses import replace

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.quoting import in_words, nothing_found
from index.types import Answer, Citation, Disagreement, Searched, Side
from tests.answer.found import day, hit

SEARCHED = Searched(16, day(1, 3), day(1, 17))


def answer(*citations: Citation, question: str = "Was it close?") -> Answer:
    return Answer(question, bool(citations), "", citations, (), SEARCHED, 1.0)


def test_an_answer_reads_like_this() -> None:
    plain = citation(1, slice_of(hit("The vote was close.", published=day(1, 10)), 0, 19))
    spoken = replace(citation(2, slice_of(hit("“It was close,” he said.", published=None), 0, 24)), speaker="Ann Lee")
    assert in_words(answer(plain, spoken)) == (
        "“The vote was close.” [1]\n— The Outlet, 10 January 2025\n\n"
        "“It was close,” he said. [2]\n— Ann Lee, The Outlet, undated\n\n"
        "As of 10 January 2025; 16 articles searched."
    )


def test_words_of_several_paragraphs_stay_letter_for_letter() -> None:
    text = "One.\n\n\tTwo \u00a0three."
    assert f"“{text}” [1]" in in_words(answer(citation(1, slice_of(hit(text), 0, len(text)))))


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
    assert in_words(answer(undated)).splitlines()[-1] == "16 articles searched."


def test_who_asks_for_the_speaker_reads_the_name_and_the_role_first() -> None:
    text = "“It was close,” said Ann Lee, the mayor of Springfield."
    said = replace(
        citation(1, slice_of(hit(text, published=day(1, 10)), 0, len(text))), speaker="Ann Lee", role="mayor"
    )
    below = f"{text} [1]\n— Ann Lee, mayor, The Outlet, 10 January 2025"
    assert in_words(answer(said)).startswith(below)
    first = f"Ann Lee, mayor:\n{text} [1]\n— The Outlet, 10 January 2025"
    assert in_words(answer(said, question="Who said it was close?")).startswith(first)


def test_a_short_title_stands_before_the_name() -> None:
    text = "“It was close,” said Gov. Ann Lee."
    said = replace(citation(1, slice_of(hit(text), 0, len(text))), speaker="Ann Lee", role="Gov.")
    assert "— Gov. Ann Lee, The Outlet" in in_words(answer(said))


def test_sides_stand_side_by_side_and_a_warning_is_the_last_line() -> None:
    one = citation(1, slice_of(hit("14 buses were bought.", published=day(1, 10)), 0, 21))
    other = replace(one, n=2, outlet="Other", published=day(1, 12), quote="The city bought 16 buses.")
    differing = Disagreement("buses", (Side("14 buses", one), Side("16 buses", other)))
    told = in_words(replace(answer(one), disagreements=(differing,), stale="The newest I have on this is old."))
    assert told.endswith(
        "Outlets differ on buses:\n  14 buses [1] The Outlet, 10 January 2025\n"
        "  16 buses [2] Other, 12 January 2025\n\n"
        "As of 10 January 2025; 16 articles searched.\nThe newest I have on this is old."
    )
