"""Guards every measure against answers counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.evaluate.cases import Case, Place
from index.evaluate.metrics import MEASURES, outcome
from index.types import Answer, Hit, Searched
from tests.answer.found import hit

WRONG = "Nothing of interest happened in Lill."
RIGHT = "A ticket will cost 12 crowns, two more than today. Children pay half."
CASE = Case(
    "q1", "What does it cost?", answers=("12 crowns",), answerable=True, support=(Place("article-2", 0, len(RIGHT)),)
)


def answer(hits: list[Hit], *quoted: tuple[Hit, int, int], speaker: str | None = None) -> Answer:
    """An answer that cites slices of its hits; refused where it cites none."""
    quotes = [replace(slice_of(one, start, end), speaker=speaker) for one, start, end in quoted]
    cited = tuple(citation(n, quote) for n, quote in enumerate(quotes, 1))
    return Answer("Q?", bool(cited), "text", cited, tuple(hits), Searched(2, None, None), 12.5)


def measured(case: Case, given: Answer) -> dict[str, float]:
    return dict(outcome(case, given).measures)


def test_the_place_of_the_first_supporting_passage_counts() -> None:
    hits = [hit(WRONG, 1), hit(RIGHT, 2), hit(RIGHT, 3)]
    found = measured(CASE, answer(hits))
    assert (found["support R@1"], found["support R@4"], found["support R@10"], found["MRR@10"]) == (0, 1, 1, 0.5)
    assert (found["string @1"], found["string @4"], found["string @10"]) == (0, 1, 1)


def test_a_passage_with_the_words_elsewhere_holds_the_string_but_supports_nothing() -> None:
    found = measured(CASE, answer([hit(RIGHT, 1)]))
    assert found["string @1"] == 1 and found["support R@10"] == found["MRR@10"] == 0


def test_a_supporting_passage_must_hold_the_answer_and_meet_the_place() -> None:
    beside = [hit(RIGHT, 2, start=51), hit(WRONG, 2)]
    assert measured(CASE, answer(beside))["support R@10"] == 0
    far = replace(CASE, support=(Place("article-2", 40, 60),))
    assert measured(far, answer([hit(RIGHT, 2, end=39)]))["support R@10"] == 0
    assert measured(far, answer([hit(RIGHT, 2, end=41)]))["support R@10"] == 1


def test_only_ten_passages_count() -> None:
    hits = [hit(WRONG, 1)] * 10 + [hit(RIGHT, 2)]
    found = measured(CASE, answer(hits))
    assert found["support R@10"] == found["MRR@10"] == found["string @10"] == 0


def test_an_article_may_be_named_by_its_address() -> None:
    case = replace(CASE, support=(Place("https://news.example/story"),))
    assert measured(case, answer([hit(RIGHT, 7)]))["support R@1"] == 1


def test_the_answer_must_stand_in_the_first_quoted_words() -> None:
    right, long = hit(RIGHT, 2), hit("word " * 100 + RIGHT, 3)
    first = measured(CASE, answer([right], (right, 0, len(RIGHT))))
    assert first["quoted answer"] == first["quoted answer, all"] == first["first citation"] == 1
    late = measured(CASE, answer([long], (long, 0, len(long.passage.text))))
    assert late["quoted answer"] == 1 and late["first citation"] == 0
    padding = hit("word " * 119, 4)
    beyond = measured(CASE, answer([padding, right], (padding, 0, len(padding.passage.text)), (right, 0, len(RIGHT))))
    assert beyond["quoted answer"] == beyond["first citation"] == 0


def test_a_refusal_quotes_nothing() -> None:
    found = measured(CASE, answer([hit(RIGHT, 2)]))
    assert found["answered"] == found["quoted answer"] == found["first citation"] == 0


def test_the_first_citation_must_be_of_an_article_that_answers() -> None:
    right, wrong = hit(RIGHT, 2), hit(WRONG, 1)
    assert measured(CASE, answer([wrong, right], (right, 0, 9), (wrong, 0, 9)))["right article"] == 1
    assert measured(CASE, answer([wrong, right], (wrong, 0, 9), (right, 0, 9)))["right article"] == 0
    assert measured(CASE, answer([right]))["right article"] == 0
    only_known = replace(CASE, answers=())
    assert measured(only_known, answer([right], (right, 0, 9))) == {"answered": 1, "right article": 1}


def test_an_unanswerable_question_counts_for_the_string_and_all_alone() -> None:
    case = replace(CASE, answerable=False, support=())
    assert set(measured(case, answer([]))) == {"string @1", "string @4", "string @10", "quoted answer, all"}


def test_refusing_is_right_where_nothing_answers() -> None:
    case = Case("q", "Q?", answerable=False, refusal="future_event", until=datetime(2025, 1, 1, tzinfo=UTC))
    right = hit(RIGHT, 2)
    assert measured(case, answer([right])) == {"refused future_event": 1}
    assert measured(case, answer([right], (right, 0, 10))) == {"refused future_event": 0}
    assert measured(replace(case, refusal=""), answer([])) == {"refused": 1}


def test_the_speaker_is_compared_by_the_last_name_and_the_place_by_overlap() -> None:
    said = hit("“Never again,” said Runa Dahl of the board.", 5)
    case = Case("w", "Who said it?", speaker="Chairwoman Dahl", support=(Place("article-5", 0, 13),))
    right = measured(case, answer([said], (said, 0, 20), speaker="Runa Dahl"))
    assert right == {"speaker": 1, "passage": 1, "both": 1}
    assert measured(case, answer([said], (said, 14, 30), speaker="Runa Dahl")) == {
        "speaker": 1,
        "passage": 0,
        "both": 0,
    }
    assert measured(case, answer([said], (said, 0, 20), speaker="Dahlberg")) == {"speaker": 0, "passage": 1, "both": 0}
    assert measured(case, answer([said], (said, 0, 20))) == {"speaker": 0, "passage": 1, "both": 0}
    assert measured(case, answer([said])) == {"speaker": 0, "passage": 0, "both": 0}


def test_every_citation_is_held_against_the_article() -> None:
    right = hit(RIGHT, 2)
    true = answer([right], (right, 0, 10), (right, 11, 20))
    assert outcome(CASE, true).verbatim == 2
    moved = replace(true, citations=(replace(true.citations[0], start=1), true.citations[1]))
    assert outcome(CASE, moved).verbatim == 1
    assert outcome(CASE, replace(true, hits=())).verbatim == 0


def test_every_measure_is_explained() -> None:
    names = {name for case in (CASE, Case("w", "Q?", speaker="X")) for name in measured(case, answer([]))}
    assert names <= set(MEASURES)
