"""Guards the folding: only typography goes, and every place in a folded text leads back to its own characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.typography import folded, plain

ODD = st.text(alphabet="aé Z.…—–- -'’“”«»‹›\n\t\xa0\xad\u200b\u0301ﬁＡ()[]|5", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“I won’t”", "'I won't'"),
        ("«\xa0Non\xa0»", "“Non”"),
        ("``so''", '"so"'),
        ("we — they", "we--they"),
        ("we – they", "we—they"),
        ("1990–1995", "1990-1995"),
        ("well… so", "well . . . so"),
        ("a\n\n  b", "a b"),
        ("co\xadoperate", "cooperate"),
        ("ﬁne", "fine"),
        ("cafe\u0301", "café"),
        ("ＣＮＮ", "CNN"),
    ],
)
def test_what_a_typesetter_decides_is_folded(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "102"),
        ("½", "1⁄2"),
        ("resume", "résumé"),
        ("we will", "We will"),
        ("yes.", "yes"),
        ("re-sign", "resign"),
    ],
)
def test_words_capitals_and_punctuation_stay(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@given(ODD | st.text(max_size=40))
def test_every_place_leads_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    fold = folded(text)
    assert fold.text == plain(text)
    spans = [fold.span(at, at + 1) for at in range(len(fold.text))]
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    for at, (start, end) in enumerate(spans):
        assert fold.text[at] in plain(text[start:end]) or fold.text[at] == " "


@given(st.lists(ODD, min_size=1, max_size=4))
def test_slices_are_folded_as_if_they_stood_one_after_the_other(parts: list[str]) -> None:
    text, slices = "", []
    for part in parts:
        text += "|"
        slices.append((len(text), len(text) + len(part)))
        text += part
    assert folded(text, slices).text == " ".join(folded(part).text for part in parts)
