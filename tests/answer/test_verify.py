"""Guards the last check: nothing leaves as a quotation that does not stand in the article."""

from dataclasses import replace

import pytest

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.verify import stands, verified
from tests.answer.found import hit

FOUND = hit("Mette Frederiksen spoke. “Greenland is not for sale,” she said.")
GOOD = citation(1, slice_of(FOUND, 25, 63))


def test_a_true_citation_stands() -> None:
    assert stands(GOOD, FOUND.stored)
    assert stands(replace(GOOD, speaker="Mette Frederiksen"), FOUND.stored)


@pytest.mark.parametrize(
    "altered",
    [
        replace(GOOD, quote=GOOD.quote.replace("not ", "")),
        replace(GOOD, start=GOOD.start + 1),
        replace(GOOD, quote="", end=GOOD.start),
        replace(GOOD, end=10_000),
        replace(GOOD, speaker="Lars Rasmussen"),
        replace(GOOD, article_id="another"),
        replace(GOOD, outlet="Another Outlet"),
        replace(GOOD, url="https://evil.example/"),
    ],
)
def test_an_altered_one_is_dropped_and_the_rest_numbered_anew(altered: object) -> None:
    assert not stands(altered, FOUND.stored)  # type: ignore[arg-type]
    kept = verified([(altered, FOUND.stored), (replace(GOOD, n=2), FOUND.stored)])  # type: ignore[list-item]
    assert kept == (GOOD,)
