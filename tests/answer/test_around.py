"""Guards that a passage is widened by whole sentences of its own article only, and never beyond what is promised."""

from hypothesis import given
from hypothesis import strategies as st

from index.answer.around import MOST_WORDS, widened
from tests.answer.found import hit

TEXT = "Ann Lee spoke first. She said no. He said yes.\n\nThe bridge was closed."


def test_the_sentences_before_come_first() -> None:
    start = TEXT.index("She")
    assert widened(hit(TEXT, start=start, end=start + len("She said no."))).passage.text == TEXT


def test_no_sentence_is_cut_and_no_more_than_200_words_are_shown() -> None:
    text = "One two three four five. " * 60 + "The end of it is here. " + "Six seven eight nine ten. " * 900
    start = text.index("The end")
    passage = widened(hit(text, start=start, end=start + len("The end of it is here."))).passage
    assert MOST_WORDS - 5 < len(passage.text.split()) <= MOST_WORDS
    assert passage.text.startswith("One two") and passage.text.endswith("is here.")
    assert "The end of it is here." in passage.text


@given(st.text("ab .\n", min_size=1, max_size=400), st.data())
def test_the_passage_stays_a_slice_that_holds_what_it_held(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = widened(hit(text, start=start, end=end)).passage
    assert passage.start <= start and end <= passage.end
    assert passage.text == text[passage.start : passage.end]
