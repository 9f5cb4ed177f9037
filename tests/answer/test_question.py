"""Guards how a question is read: a wrong kind or window sends the search after the wrong sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.question import Kind, in_words_of
from index.answer.words import folded
from tests.answer.found import NOW, asked, day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did Peskov say about timing?", Kind.WHAT_SAID),
        ("How did the minister describe the talks?", Kind.WHAT_SAID),
        ("Who said “we are ready”?", Kind.WHO_SAID),
        ("Who complained that there were too few fire crews?", Kind.WHO_SAID),
        ("Who won the election?", Kind.WHO),
        ("How many tanks were destroyed?", Kind.HOW_MANY),
        ("In Delaware, what percentage of voters agreed?", Kind.HOW_MANY),
        ("How old is Quincy Wilson, who runs for the US?", Kind.HOW_MANY),
        ("When does the ceasefire begin?", Kind.WHEN),
        ("On which day did he arrive?", Kind.WHEN),
        ("What happened when the bridge fell?", Kind.HAPPENED),
        ("What has become of the mayor?", Kind.HAPPENED),
        ("Where is the grave?", Kind.WHERE),
        ("Why was the bridge closed?", Kind.WHY),
        ("The games will be held in which city?", Kind.WHICH),
        ("Mayor Adams was indicted. Which city does he serve?", Kind.WHICH),
        ("Did the Senate agree?", Kind.YES_NO),
        ("the latest on the strike", Kind.OTHER),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    assert asked(text).kind is kind


def test_the_speaker_is_found_in_small_letters_too() -> None:
    assert asked("what did dmitri peskov say about the talks?").speaker == (folded("dmitri"), "peskov")


def test_what_is_wanted_and_how_it_is_measured() -> None:
    assert asked("Which African country devalued its currency?").focus == folded("country")
    assert asked("How many oil tankers were listed?").focus == "oil"
    assert asked("How old was the winner?").measure == "old"
    assert asked("Which share of GDP goes to the army?").measure == "share"


def test_names_leave_out_grammar_and_dates() -> None:
    question = asked("On Monday in January, what did Keir Starmer tell the House of Commons about Gaza?")
    assert [" ".join(name) for name in question.names] == ["keir starmer", "hous common", "gaza"]


def test_quoted_words_are_kept_as_they_are() -> None:
    assert asked('Who said "the war must end now"?').phrases == ("the war must end now",)


def test_the_asking_itself_is_not_searched_for() -> None:
    assert asked("How many days did it last?").terms == ("days", "last")


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("What happened in Ohio this week?", day(1, 12), day(1, 2)),
        ("What was decided on Tuesday?", day(1, 14), day(1, 10)),
        ("Who resigned yesterday?", day(1, 17), day(1, 10)),
        ("Who was elected in November?", day(11, 6, 2024), day(1, 17)),
        ("Who was elected in November 2020?", day(11, 6, 2020), day(11, 6, 2024)),
        ("What was signed on 8 January 2025?", day(1, 8), day(1, 15)),
        ("What was signed on January 8?", day(1, 8), day(1, 5)),
        ("Who won the cup in 2022?", day(12, 18, 2022), day(12, 18, 2023)),
        ("What was said between 6 and 13 January?", day(1, 13), day(1, 4)),
        ("What was said from January 6 to 13, 2025?", day(1, 6), day(1, 17)),
        ("How did the report on 2024-11-24 differ?", day(11, 24, 2024), day(11, 20, 2024)),
        ("Did it change between October 18 and November 6, 2023?", day(10, 18, 2023), day(10, 18, 2024)),
        ("What has happened since Monday?", day(1, 17), day(1, 11)),
        ("What has the mayor said since 2 January?", day(1, 17), day(12, 30, 2024)),
        ("Who resigned two weeks ago?", day(1, 4), day(1, 17)),
        ("Who resigned in the past three days?", day(1, 16), day(1, 12)),
        ("What happened last month?", day(12, 20, 2024), day(1, 15)),
        ("Who won last year?", day(6, 1, 2024), day(1, 10)),
    ],
)
def test_windows(text: str, inside: object, outside: object) -> None:
    window = asked(text).window
    assert window is not None
    assert window.since <= inside < window.before  # type: ignore[operator]
    assert not window.since <= outside < window.before  # type: ignore[operator]


@pytest.mark.parametrize("text", ["What was agreed since the summit?", "Who spoke on 31 February?", "Who won?"])
def test_what_cannot_be_dated_has_no_window(text: str) -> None:
    assert asked(text).window is None


def test_may_and_march_are_months_only_where_they_are() -> None:
    assert asked("What may follow the march on Rome?").window is None
    window = asked("What was decided in May?").window
    assert window is not None and window.first.month == 5 and window.since < NOW


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    question = asked(text)
    assert len(question.terms) == len(question.stems) == len(set(question.stems))


@pytest.mark.parametrize("text", [" ", '"AND (', "?" * 2000, "A " * 1000, "“" * 2000, "what " * 400, "1 " * 1000])
def test_hostile_text_is_read_at_once(text: str) -> None:
    asked(text)


def test_a_question_to_be_answered_in_somebodys_words_asks_for_them() -> None:
    question = in_words_of(asked("How many ferries run?"), ("Ida Nygaard", "Nygaard"))
    assert (question.kind, question.speaker, question.focus, question.measure) == (
        *(Kind.WHAT_SAID, ("ida", "nygaard"), None, ""),
    )
    assert in_words_of(asked("Who said so?"), ("Ida Nygaard",)) == asked("Who said so?")
    assert in_words_of(asked("How many ferries run?"), ()) == asked("How many ferries run?")
