"""Guards where quotations begin and end, with nested and missing marks, and that hostile text takes linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build.quotations import find_quotations
from index.build.quotations.marks import quoted_stretches

OPENING = ("“", '"', "'", "‘", "«", "»", "„", "`", "”", "’", "＂", "‟")
PIECES = st.sampled_from(
    [
        *"“”\"'‘’«»„",
        *(
            "''",
            "``",
            "\n",
            "\n\n",
            " ",
            ".",
            ", ",
            ": ",
            "? ",
            "— ",
            "(",
            ")",
            "Okafor ",
            "Ann Lee ",
            "Mr. ",
            "said ",
            "he ",
        ),
        *(
            "told ",
            "who ",
            "of the ",
            "according to ",
            "U.S. ",
            "it’s ",
            "mayor ",
            "and ",
            "We will. ",
            "Texas",
            "é",
            "\u2028",
        ),
    ]
)


def slices(text: str) -> list[str]:
    return [text[s.start : s.end] for s in quoted_stretches(text)]


STRETCHES = [
    ("He said “go” and “stay”.", ["“go”", "“stay”"]),
    ("“He said ‘go’ to me,” Lee said.", ["“He said ‘go’ to me,”"]),
    ("“He said “go” to me,” Lee said.", ["“He said “go” to me,”"]),
    ("‘He said “go” to me,’ Lee said.", ["‘He said “go” to me,’"]),
    ("'The bosses' pay isn't fair,' Lee said.", ["'The bosses' pay isn't fair,'"]),
    ('“until they know." It ended.', ['“until they know."']),
    ("''Go,'' she said. ``Stay,'' he said.", ["''Go,''", "``Stay,''"]),
    ("He said “go. Lee said “stay” to all.", ["“go.", "“stay”"]),
    ("“We will go.\n\nThen they left.", ["“We will go."]),
    ("He said “go. They left it.\n\nMore text.", ["“go."]),
    ("A closing mark” alone.", []),
]


@pytest.mark.parametrize(("text", "found"), STRETCHES)
def test_stretches_by_their_marks(text: str, found: list[str]) -> None:
    assert slices(text) == found


def test_missing_closing_mark_damages_one_paragraph_only() -> None:
    before = "“We will rebuild,” Ann Lee said.\n\n"
    after = "\n\n“We will not,” Tom Roe said. “Not ever.”"
    healthy = find_quotations(before + "They left." + after)
    broken = find_quotations(before + "They “left." + after)
    assert [(q.speaker, len(q.spans)) for q in healthy] == [("Ann Lee", 1), ("Tom Roe", 2)]
    assert [(q.speaker, len(q.spans)) for q in broken] == [("Ann Lee", 1), ("Tom Roe", 2)]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_lie_in_the_text_in_order_and_begin_with_a_mark(text: str) -> None:
    spans = [span for quotation in find_quotations(text) for span in quotation.spans]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(text[start] in OPENING and "\n\n" not in text[start:end] for start, end in spans)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert find_quotations(text) == find_quotations(text)


HOSTILE = ['"', "' ", "“ ", "'as' ", '"x," ', "A: “x”; ", "(a ", "A of the ", "“Ab cd ef.”\n\n", "“x” who said "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_200_kb_takes_seconds_at_most(piece: str) -> None:
    text = (piece * (200_000 // len(piece))) + ' "So it is," Ann Lee said.'
    began = time.process_time()
    find_quotations(text)
    assert time.process_time() - began < 6
