"""Guards what a timeline shows: dated texts on the topic, copies once, a sentence that tells of it."""

from dataclasses import replace
from datetime import datetime

from index.answer.chronicle import in_order, on_topic
from index.types import Hit
from tests.answer.found import asked, day, equal_weights, hit

TOPIC = asked("Ogdenville flood")
WEIGHTS = equal_weights(TOPIC)
TENTH = day(1, 10)
FLOOD = "A flood hit Ogdenville on Monday and tore boats away."


def report(key: int, text: str = FLOOD, *, published: datetime | None = TENTH, cosine: float = 0.5) -> Hit:
    return hit(text, key, title="News", published=published, cosine=cosine)


def keys(*hits: Hit) -> list[int]:
    return [one.hit.stored.key for one in on_topic(TOPIC, hits, WEIGHTS)]


def test_texts_on_the_topic_are_taken_the_nearest_first() -> None:
    assert keys(report(1), report(2, cosine=0.7), report(3, "A flood hit Springfield hard.")) == [2, 1]


def test_a_text_and_its_copies_are_one_entry() -> None:
    copy = replace(report(2, cosine=0.7), stored=replace(report(2).stored, origin=1))
    assert keys(report(1), copy) == [2]


def test_what_has_no_date_or_one_outside_the_topic_is_left_out() -> None:
    assert keys(report(1, published=None)) == []
    topic = asked("Ogdenville flood on 5 January 2025")
    told = on_topic(topic, [report(1), report(2, published=day(1, 6))], equal_weights(TOPIC))
    assert [one.hit.stored.key for one in told] == [2]


def test_the_oldest_comes_first_and_the_same_words_once() -> None:
    late, early, again = (report(key, published=day(1, number)) for key, number in ((1, 12), (2, 10), (3, 11)))
    other = report(4, "The flood in Ogdenville killed 24 people.", published=day(1, 9))
    quotes = in_order(TOPIC, [late, early, again, other], WEIGHTS)
    assert [quote.hit.stored.key for quote in quotes] == [4, 2]


def test_a_sentence_without_the_topic_is_not_quoted_for_it() -> None:
    text = f"Jane Roe writes for The Daily.\n\n{FLOOD}\n\nBakeries in Springfield sold more bread than ever before."
    [quote] = in_order(TOPIC, [report(1, text)], WEIGHTS)
    assert quote.text == FLOOD
    assert in_order(TOPIC, [report(1, "Flood in Ogdenville")], WEIGHTS) == []
