"""Guards where sentences are cut: a quotation is whole sentences, so a wrong cut shows half a thought."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Trump met Gov. Newsom and Sen. J. D. Vance on Jan. 20.",
        "The U.S. Senate voted 51.5 to 48.5 at 9 p.m. Eastern on cnn.com.",
        "It ranks No. 3 in the U.S. and no. 12 elsewhere.",
        "“Why now?” she asked.",
        "“Is it over?” John Smith said on Friday.",
        '"Stop!" he shouted, "... or go!" and left.',
        "He said it was ... complicated... and left.",
        "Johnson & Johnson Inc. Chief Executive Alex Gorsky resigned.",
        "Martin Luther King Jr. Day is on Monday.",
        "George W. Bush and Samuel L. Jackson were there.",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“I will go.” Then he left.", ["“I will go.”", "Then he left."]),
        ('He said, "I will go." The rest stayed.', ['He said, "I will go."', "The rest stayed."]),
        ("They flew to the U.S. The visit was short.", ["They flew to the U.S.", "The visit was short."]),
        ("It opens at 9 a.m. Officials said so.", ["It opens at 9 a.m.", "Officials said so."]),
        ("He said no. They agreed.", ["He said no.", "They agreed."]),
        ("(It was cold.) 3,000 came.", ["(It was cold.)", "3,000 came."]),
        ("Really?! Yes… No.", ["Really?!", "Yes…", "No."]),
        ("A heading\n\nThe text. More", ["A heading", "The text.", "More"]),
        ("One paragraph\r\n\r\nAnother one\r\nAnd a third", ["One paragraph", "Another one", "And a third"]),
        (
            "The council met and\nvoted on the plan. It\npassed.",
            ["The council met and\nvoted on the plan.", "It\npassed."],
        ),
        ("会议结束了。他离开了！", ["会议结束了。", "他离开了！"]),
        (" \n\t ", []),
        ("", []),
    ],
)
def test_text_is_cut_here(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="aB 1.!?…\"'“”)\n\r\t\u3000。", max_size=200))
def test_spans_are_ordered_trimmed_and_leave_only_white_space(text: str) -> None:
    end_before = 0
    for begin, end in sentence_spans(text):
        assert text[end_before:begin].strip() == ""
        assert begin < end and text[begin:end] == text[begin:end].strip()
        end_before = end
    assert text[end_before:].strip() == ""


@given(st.lists(st.sampled_from(["He left.", "“We won,” she said.", "It cost $3.5 million!"]), min_size=1))
def test_plain_sentences_are_found_again(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize("unit", [". ", ".", "\n", " ", '"', "a.b ", "U.S. "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    began = time.perf_counter()
    sentence_spans(unit * 200_000)
    assert time.perf_counter() - began < 5
