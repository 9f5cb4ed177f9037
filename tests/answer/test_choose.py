"""Guards what is quoted: exact slices, the likeliest first, few words, no filler."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.answer.choose import MOST_IN_ONE, MOST_QUOTES, MOST_WORDS, choose
from index.answer.rank import rank
from index.types import Quote
from tests.answer.found import NOW, asked, equal_weights, hit

LINES = (
    "The council of Springfield met on Monday in the old town hall to talk about the winter.",
    "It voted to buy 14 new buses for the northern line, which carries most of the students.",
    "The mayor thanked the drivers for their patience during the long months of road works.",
    "“We needed them.”",
    "Nobody spoke against it.",
)


def quotes(question: str, *texts: str) -> list[Quote]:
    understood = asked(question)
    hits = [hit(text, key) for key, text in enumerate(texts, 1)]
    return choose(rank(understood, hits, equal_weights(understood), NOW))


def test_the_sentence_that_answers_is_in_the_first_quotation() -> None:
    found = quotes("How many buses did Springfield vote to buy?", " ".join(LINES), "Rain fell in Ohio on Tuesday.")
    assert "14 new buses" in found[0].text


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.sampled_from([" ", "\n\n"]))
def test_quotations_are_short_slices_that_do_not_overlap(lines: list[str], between: str) -> None:
    found = quotes("How many buses did Springfield buy?", between.join(lines), "Rain fell on Springfield.")
    assert 1 <= len(found) <= MOST_QUOTES
    assert sum(len(quote.text.split()) for quote in found) <= MOST_WORDS
    assert all(len(quote.text.split()) <= MOST_IN_ONE for quote in found)
    places = sorted((quote.hit.stored.key, quote.start, quote.end) for quote in found)
    for one, other in pairwise(places):
        assert one[0] != other[0] or one[2] <= other[1]
    assert all(quote.hit.stored.article.text[quote.start : quote.end] == quote.text for quote in found)


def test_what_has_nothing_to_do_with_it_is_not_quoted() -> None:
    found = quotes("How many buses did Springfield vote to buy?", " ".join(LINES), "A quiet night passed.")
    assert all("quiet night" not in quote.text for quote in found)


def test_no_passage_gives_no_quotation() -> None:
    assert choose([]) == []
