"""Guards answers about somebody's words: the right speaker, the whole sentence, never another's words."""

from index.answer.choose import slice_of
from index.answer.spoken import attributed, spoken
from index.types import Hit, Quotation
from tests.answer.found import asked, equal_weights, hit

TEXT = (
    "Talks will be held soon. “We need a mutual desire,” Dmitri Peskov told reporters. “We see readiness.” "
    "Trump disagreed. “He wants to meet,” Donald Trump said on Friday. "
    "Later the spokesman was asked about the price of bread. “It will fall,” he said."
)


def said(words: str, speaker: str | None) -> Quotation:
    start = TEXT.index(words)
    return Quotation(((start, start + len(words)),), speaker)


def found() -> Hit:
    return hit(
        TEXT,
        quotations=(
            said("“We need a mutual desire,”", "Dmitri Peskov"),
            said("“We see readiness.”", "Dmitri Peskov"),
            said("“He wants to meet,”", "Donald Trump"),
            said("“It will fall,”", "Dmitri Peskov"),
        ),
    )


def answers(question: str) -> list[tuple[str, str | None]]:
    understood = asked(question)
    return [(quote.text, quote.speaker) for quote in spoken(understood, [found()], equal_weights(understood))]


def test_only_the_speaker_asked_about_is_quoted() -> None:
    assert {speaker for _, speaker in answers("What did Peskov say about the talks?")} == {"Dmitri Peskov"}
    assert answers("What did Donald Trump say?") == [
        ("“He wants to meet,” Donald Trump said on Friday.", "Donald Trump")
    ]


def test_what_it_is_about_comes_first() -> None:
    assert "It will fall" in answers("What did Peskov say about the price of bread?")[0][0]


def test_words_on_other_matters_are_no_answer() -> None:
    understood = asked("What did Peskov say about sanctions?")
    assert spoken(understood, [found()], equal_weights(understood)) == []


def test_who_said_these_words() -> None:
    assert answers("Who said “he wants to meet”?")[0] == (
        "“He wants to meet,” Donald Trump said on Friday.",
        "Donald Trump",
    )


def test_words_that_nobody_spoke_have_no_speaker() -> None:
    assert answers("Who said “the moon is made of cheese and honey”?") == []
    assert answers("What did Lavrov say about the talks?") == []


def test_other_questions_are_left_to_the_sentences() -> None:
    assert answers("When will the talks be held?") == []


def test_a_quote_gets_the_speaker_of_the_words_in_it() -> None:
    end = TEXT.index(" Trump disagreed")
    assert attributed(slice_of(found(), 0, end)).speaker == "Dmitri Peskov"
    assert attributed(slice_of(found(), 0, 24)).speaker is None
    assert attributed(slice_of(found(), 0, len(TEXT))).speaker is None, "two people speak in it"
