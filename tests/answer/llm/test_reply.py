"""What a model wrote is read as sentences with the passages they name, however it writes them."""

from __future__ import annotations

import pytest

from index.answer.llm.reply import Claim, claims

KNOWN = {"k3x9q2": 1, "zz7777": 2}


@pytest.mark.parametrize(
    "reply",
    [
        "Rain fell all day [k3x9q2]. The river rose [zz7777].",
        "Rain fell all day. [k3x9q2] The river rose. [zz7777]",
        "- Rain fell all day [k3x9q2].\n- The river rose [zz7777].",
        "1. Rain fell all day [id: k3x9q2].\n2. The river rose (zz7777).",
        "**Rain fell all day** [k3x9q2].\n\nThe river rose [zz7777][wrong1].",
    ],
)
def test_every_way_of_citing_is_read(reply: str) -> None:
    assert claims(reply, KNOWN) == [
        Claim("Rain fell all day.", ("k3x9q2",)),
        Claim("The river rose.", ("zz7777",)),
    ]


def test_invented_identifiers_are_dropped() -> None:
    assert claims("Rain fell all day [source1]. The river rose [2].", KNOWN) == [
        Claim("Rain fell all day.", ()),
        Claim("The river rose.", ()),
    ]


def test_two_passages_may_be_named_together() -> None:
    assert claims("Rain fell [k3x9q2, zz7777].", KNOWN) == [Claim("Rain fell.", ("k3x9q2", "zz7777"))]


@pytest.mark.parametrize("reply", ["", "   ", "[k3x9q2]", "\n\n- \n", "[" * 10_000, "a" * 1_000_000])
def test_nonsense_is_read_in_no_time_and_names_nothing(reply: str) -> None:
    assert all(not claim.passages for claim in claims(reply, KNOWN))


@pytest.mark.parametrize(
    "reply",
    [
        "Rain fell all day [[k3x9q2]1].",
        "Rain fell all day [k3x9q2]【1】［2］⟦3⟧.",
        "Rain fell all day.\n[k3x9q2] ]1[ ",
        "Rain\u202e fell\u200b all\U000e0041 day\ufe0f [k3x9q2].",
        "<think>Is it k3x9q2? It rained [k3x9q2]. So:</think>\nRain fell all day [k3x9q2].",
        "Rain fell\u2028\u2028all day [k3x9q2].",
    ],
)
def test_no_number_of_its_own_no_thought_and_nothing_unseen_is_left(reply: str) -> None:
    said = " ".join(claim.text for claim in claims(reply, KNOWN))
    assert set(said) <= set("Rain fell all day. 123")
    assert claims(reply, KNOWN)[0].passages == ("k3x9q2",) or "\u2028" in reply
    assert len(claims("<think>" + "It rained. " * 9_000, KNOWN)) == 0
