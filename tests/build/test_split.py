"""Guards the cut into passages: exact offsets, all of the text, and nothing the model would silently drop."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.build.split import MOST_CHARACTERS, MOST_WORDS, Splitter, embedded_text

WINDOW = 64


def count_tokens(text: str) -> int:
    """Stands for a model's tokenizer: four letters make a token, and every other sign is one."""
    return sum(-(-len(run) // 4) for run in re.findall(r"\w+|[^\w\s]", text))


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter(count_tokens, WINDOW)


@given(text=st.text(alphabet='abcdE 1.!?"“”\n\r\t,;\u3000', max_size=800), title=st.text("Ab c", max_size=40))
def test_passages_are_slices_that_cover_the_text(splitter: Splitter, text: str, title: str) -> None:
    end_before = 0
    for passage in splitter.split(text, title):
        assert text[passage.start : passage.end] == passage.text == passage.text.strip() != ""
        assert text[end_before : passage.start].strip() == ""
        assert count_tokens(embedded_text(title, passage.text)) <= WINDOW - 2
        end_before = passage.end
    assert text[end_before:].strip() == ""


def test_the_same_words_twice_keep_their_own_offsets(splitter: Splitter) -> None:
    text = "\n\n".join(["He said the same thing again and again, at length, to everyone."] * 40)
    starts = [passage.start for passage in splitter.split(text)]
    assert starts == sorted(set(starts)) and len(starts) > 5


def test_paragraphs_stay_whole_where_they_fit(splitter: Splitter) -> None:
    paragraph = "One sentence stands here. Another sentence stands here, and a little longer."
    text = "\n\n".join([paragraph] * 9)
    assert all(passage.text.startswith("One") and passage.text.endswith("longer.") for passage in splitter.split(text))


@pytest.mark.parametrize(
    "text", ["word " * 10_000, "x" * 20_000, "词" * 5_000, "a, " * 3_000, "wordy" * 3_000 + " end"]
)
def test_text_without_sentences_is_cut_all_the_same(text: str) -> None:
    passages = Splitter(lambda part: len(part.split())).split(text, "A title")
    assert sum(len(passage.text.replace(" ", "")) for passage in passages) == len(text.replace(" ", ""))
    for passage in passages:
        assert len(passage.text.split()) <= MOST_WORDS and len(passage.text) <= MOST_CHARACTERS + 20


def test_short_words_still_keep_to_the_promised_number() -> None:
    text = " ".join(["So it is as we said it was."] * 300)
    passages = Splitter(lambda part: len(part.split()) // 2).split(text)
    assert all(len(passage.text.split()) <= MOST_WORDS for passage in passages)
    assert all(passage.text.endswith("was.") for passage in passages)


def test_nothing_gives_no_passage(splitter: Splitter) -> None:
    assert splitter.split("") == splitter.split(" \n\n ") == []


def test_a_very_long_title_is_cut_at_a_word() -> None:
    assert embedded_text("Headline " * 40, "text") == ("Headline " * 13).strip() + "\ntext"
    assert embedded_text(" ", "text") == "text"
