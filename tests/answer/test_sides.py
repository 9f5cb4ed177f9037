"""Guards the numbers of a disagreement's sides: those of the answer's citations where it quotes them, else the next."""

from dataclasses import replace

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.claims import Claim
from index.answer.differing import claims, disagreements
from index.answer.sides import numbered, sides
from index.types import Citation, Hit, Quote
from tests.answer.found import hit

ONE = "The flood in Ogdenville killed 24 people. Boats were torn away."
OTHER = "The flood in Ogdenville killed 31 people. She said that more are missing."


def reports() -> list[Hit]:
    return [
        replace(one, stored=replace(one.stored, article=replace(one.stored.article, outlet=outlet)))
        for one, outlet in ((hit(ONE, 1), "First"), (hit(OTHER, 2), "Second"))
    ]


def found() -> list[tuple[Claim, ...]]:
    told = claims(reports())
    return disagreements(told, told)


def cite(quote: Quote) -> Citation:
    return citation(0, quote)


def test_a_side_is_its_sentence_and_a_claim_in_it() -> None:
    [one] = sides(found(), cite)
    assert one.about == "people killed"
    assert [(side.claim, side.citation.quote) for side in one.sides] == [
        ("24 people", ONE[: ONE.index(" Boats")]),
        ("31 people", OTHER[: OTHER.index(" She")]),
    ]


def test_a_side_whose_words_are_quoted_has_that_number_and_the_others_go_on() -> None:
    quoted = citation(1, slice_of(reports()[1], 0, len(OTHER)))
    unrelated = replace(quoted, n=2, article_id="another")
    [one] = numbered(sides(found(), cite), (quoted, unrelated))
    assert [side.citation.n for side in one.sides] == [3, 1]
    assert one.sides[1].citation == quoted


def test_other_citations_give_other_numbers() -> None:
    """As when a language model words the answer, and what it cites takes the place of what was quoted."""
    first = numbered(sides(found(), cite), ())
    quoted = citation(1, slice_of(reports()[0], 0, len(ONE)))
    [one] = numbered(first, (quoted,))
    assert [side.citation.n for side in one.sides] == [1, 2]


def test_a_side_that_does_not_stand_is_no_side() -> None:
    def unless_second(quote: Quote) -> Citation | None:
        return None if quote.hit.stored.key == 2 else cite(quote)

    assert sides(found(), unless_second) == ()
