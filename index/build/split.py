"""Cuts an article's text into passages with exact offsets, and says which words are embedded for one."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from index.sentences import sentence_spans
from index.types import Passage

MOST_WORDS = 200
"""Words in a passage at most: what the JSON of an answer promises."""

MOST_CHARACTERS = 4_000
"""Characters in a passage at most; ordinary ones have 1,200, an endless string has no words."""

TITLE_CHARACTERS = 120
"""How much of a title is embedded with each passage; headlines have 60 to 90 characters."""

_UNBROKEN = 1_000
"""A longer run without white space is cut here rather than letter by letter."""

_SHORT, _SHORT_KEPT = 8, 20_000
"""What has at most so many characters is counted once, so many such pieces are remembered: where a text is cut letter
by letter (a dense script, a row of signs), counting each anew takes most of the time. There are fewer letters."""


def embedded_text(title: str, passage_text: str) -> str:
    """What is embedded for a passage: the headline says whom and what a passage from the middle is about."""
    headline = title if len(title) <= TITLE_CHARACTERS else title[:TITLE_CHARACTERS].rsplit(" ", 1)[0]
    return f"{headline.strip()}\n{passage_text}" if headline.strip() else passage_text


class Splitter:
    """LlamaIndex's sentence splitter with our sentences, counting in the model's own tokens.

    `count_tokens` counts a text's tokens without the special ones; `window` is how many the model reads.
    """

    def __init__(self, count_tokens: Callable[[str], int], window: int = 256) -> None:
        # takes seconds to import, and a second process on the data folder must be refused within two
        from llama_index.core.node_parser import SentenceSplitter

        self._budget = window - 2
        self._count_tokens = count_tokens
        self._count_short = lru_cache(_SHORT_KEPT)(count_tokens)
        self._splitter = SentenceSplitter(
            chunk_size=self._budget,
            chunk_overlap=0,
            tokenizer=lambda text: range(self._cost(text)),
            paragraph_separator="\n\n",
            chunking_tokenizer_fn=sentence_pieces,
        )

    def split(self, text: str, title: str = "") -> list[Passage]:
        """Passages that hold all of `text` but the white space between them, in order.

        Whole paragraphs where they fit, else whole sentences; one too long alone is cut at a comma, else
        between words. With the title, as `embedded_text` joins them, each fits into the model's window.
        """
        passages: list[Passage] = []
        end = 0
        for chunk in self._splitter.split_text_metadata_aware(text, self._room_for(title)):
            if not chunk:
                continue
            start = text.index(chunk, end)
            end = start + len(chunk)
            passages.append(Passage(start, end, chunk))
        return passages

    def _room_for(self, title: str) -> str:
        """As much of a title as leaves three quarters of the window to the text; a dense script fills it quickly."""
        headline = embedded_text(title, "")
        while self._count_tokens(headline) > self._budget // 4:
            headline = headline[: len(headline) * 3 // 4]
        return headline

    def _cost(self, text: str) -> int:
        """What a text takes of the budget: tokens, or words or characters where those run out first."""
        return max(
            self._count_short(text) if len(text) <= _SHORT else self._count_tokens(text),
            math.ceil(len(text.split()) * self._budget / MOST_WORDS),
            len(text) * self._budget // MOST_CHARACTERS,
        )


def sentence_pieces(text: str) -> list[str]:
    """A text as sentences, each with the white space before it, so that joined they are the text again."""
    if len(text) > _UNBROKEN and not re.search(r"\s", text):
        return [text[at : at + _UNBROKEN] for at in range(0, len(text), _UNBROKEN)]
    ends = [end for _, end in sentence_spans(text)]
    cuts = [0, *ends[:-1], len(text)]
    return [text[begin:end] for begin, end in pairwise(cuts)]
