"""Guards the decision to answer: what the articles do not know must be refused."""

from dataclasses import replace
from datetime import timedelta

from index.answer.choose import slice_of
from index.answer.floor import answers, named, proper
from index.types import Hit
from tests.answer.found import NOW, asked, equal_weights, hit

TEXT = "Keith Kellogg, the envoy, put off his journey to Kyiv. He spoke of 100 days to end the war in Ukraine."
FOUND = hit(TEXT, cosine=0.7)


def shown(question: str, found: Hit = FOUND, speaker: str | None = None) -> bool:
    understood = asked(question)
    quote = replace(slice_of(found, 0, len(found.passage.text)), speaker=speaker)
    quotes = [quote] if named(understood, quote) else []
    return answers(understood, [found], quotes, equal_weights(understood), 30, NOW)


def test_what_is_held_is_answered() -> None:
    assert shown("How many days does Kellogg want to end the war in Ukraine?")


def test_a_name_that_the_article_lacks_is_refused() -> None:
    assert not shown("How many days does Lavrov want to end the war?")


def test_other_words_far_from_it_are_refused() -> None:
    assert not shown("Which airline bought a stake in the football club?", replace(FOUND, cosine=0.2))


def test_a_time_that_the_article_calls_open_is_refused() -> None:
    assert not shown("When did Kellogg arrive in Kyiv?")


def test_old_news_needs_more_than_fresh_news() -> None:
    question = "How many days does the special envoy foresee for peace?"
    fresh = replace(FOUND, cosine=0.6)
    article = replace(FOUND.stored.article, published=NOW - timedelta(days=400))
    old = replace(fresh, stored=replace(FOUND.stored, article=article))
    assert shown(question, fresh) and not shown(question, old)


def test_words_of_a_speaker_need_every_name() -> None:
    assert shown("What did Kellogg say about timing?", speaker="Keith Kellogg")
    assert not shown("What did Kellogg say about Greenland?", speaker="Keith Kellogg")


def test_words_to_somebody_must_be_quoted_as_said_to_them() -> None:
    spoken = hit("“We are ready,” Kellogg told reporters. On Friday he wrote about Zelensky.")
    assert shown("What did Kellogg say to reporters?", spoken, speaker="Kellogg")
    assert not shown("What did Kellogg say to Zelensky?", spoken, speaker="Kellogg")


def test_the_very_words_asked_for_need_no_more() -> None:
    far = replace(FOUND, cosine=0.0, keyword=0.0)
    question = "Who said “100 days to end the war, no more and no less, whatever anybody may think”?"
    assert shown(question, far, speaker="Keith Kellogg") and not shown(question, far)


def test_no_quotation_and_no_word_to_search_for_are_no_answer() -> None:
    question = asked("How many days?")
    assert not answers(question, [FOUND], [], equal_weights(question), 30, NOW)
    assert not shown("AND (")


def test_acronyms_and_adjectives_are_no_names_to_insist_on() -> None:
    assert proper([("gdp",), ("american",), ("germani",), ("new", "york")]) == [("germani",), ("new", "york")]
