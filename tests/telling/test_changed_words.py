"""Guards what counts as a correction: the cited words, a number or a name beside them; no polishing, no typography."""

from __future__ import annotations

import pytest

from index.types import Article
from index.work.changed_words import amendment

TEXT = (
    "Rain fell all week. The minister, Ida Nygaard, said 40 ferries would stop on Monday in Hollum. "
    "Nobody was hurt, the police said on Tuesday."
)
CITED = "40 ferries would stop on Monday"


def article(text: str) -> Article:
    return Article("A title", "The Post", text, "https://post.example/1")


def told(new: str, cited: str = CITED) -> str | None:
    """The words that are told of a new text: "-removed +added", or None where nothing is."""
    start = TEXT.index(cited)
    found = amendment(1, article(TEXT), article(new), start, start + len(cited))
    if found is None:
        return None
    return ("gone " if found.gone else "") + "; ".join(f"-{edit.removed} +{edit.added}" for edit in found.edits)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("40 ferries", "14 ferries", "-40 +14"),
        ("would stop", "would not stop", "- +not"),
        ("on Monday", "on Friday", "-Monday +Friday"),
        ("Ida Nygaard", "Ida Nyberg", "-Nygaard, +Nyberg,"),
        ("in Hollum", "in Elan", "-Hollum. +Elan."),
    ],
)
def test_a_changed_word_number_or_name_is_told(old: str, new: str, expected: str) -> None:
    assert told(TEXT.replace(old, new)) == expected


@pytest.mark.parametrize(
    "new",
    [
        TEXT,
        TEXT.replace("Rain fell all week", "It rained for 9 days in Elan"),
        TEXT.replace("hurt, the police said on Tuesday", "hurt, Elan's 12 officers said"),
        TEXT.replace("The minister", "The responsible minister"),
        TEXT.replace(" said 40", " said\n40"),
        TEXT.replace(". ", ".\n\n") + " It was said again.",
        f"Now and then. {TEXT}",
    ],
)
def test_what_changes_elsewhere_or_only_in_form_is_not(new: str) -> None:
    assert told(new) is None


def test_a_passage_that_went_is_told_with_what_it_said() -> None:
    assert told("Rain fell all week. Nobody was hurt, the police said on Tuesday.") == f"gone -{CITED} +"


def test_a_passage_that_only_moved_is_no_correction() -> None:
    assert told(f"Everything is quite different now: {CITED}, so much is known of it at last, it seems, by us.") is None


def test_a_corrected_quotation_of_two_sentences_is_found_though_one_was_parted() -> None:
    cited = TEXT[TEXT.index("The minister") :]
    new = TEXT.replace("said 40 ferries", "spoke. She said 44 ferries")
    found = told(new, cited)
    assert found is not None and "44" in found
