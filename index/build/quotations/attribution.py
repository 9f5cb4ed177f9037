"""Decides who is said to have spoken a quotation, from the words of its own sentence.

Quotations whose sentence names nobody are left to discourse.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.build.quotations.cues import CONJUNCTIONS, PREPOSITIONS, WEAK
from index.build.quotations.phrases import Mention
from index.build.quotations.subjects import Subjects
from index.build.quotations.tokens import Kind, last_sign
from index.build.quotations.words import NOT_NAMES

_GOES_ON = frozenset(",?!—–-…")
"""After these inside its closing mark, a quotation's sentence may go on with who said it."""
_NEAR = 3
_BRIEF = 10
_WORDS = frozenset({"words", "telling", "phrase", "view", "opinion", "estimation"})
_AFTER_VERB = frozenset({"in", "on", "at", "during", "to", "of", "after", ","})
_CITING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_CITED_WITHIN = 15
_PASSIVE = frozenset({"was", "were", "when", "been", "being", "is", "are", "if", "as"})
_FARTHEST = 40
_WINDOW = 80
"""How many tokens around a quotation are read at most, so that the time stays in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker as mentioned, and the verb or other words of saying at tokens `[low, high)`; `cue` may be ":"."""

    mention: Mention
    cue: str
    low: int
    high: int
    near: bool = False
    """Whether the verb leads straight to the quotation: he added, "..."."""


class Attributions:
    """Reads attributions in one article."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._tokens = subjects.tokens

    def after(self, quote: int, high: int) -> Attribution | None:
        """The attribution that follows the quotation at token `quote`: said Jane Roe; Roe told reporters."""
        low = quote + 1
        expected = last_sign(self._tokens[quote].text) in _GOES_ON
        while low < high and self._tokens[low].text in (",", "—", "–", "--", "-"):
            low, expected = low + 1, True
        end = self._before_next_quote(low, high)
        found = self._inverted(low, end) or self._straight(low, end, expected) or self._according(low, end)
        return found if expected or (found is not None and found.low == low) else None

    def _before_next_quote(self, low: int, high: int) -> int:
        for at in range(low, min(high, low + _FARTHEST)):
            if self._tokens[at].kind is Kind.QUOTE:
                return at
        return min(high, low + _FARTHEST)

    def _inverted(self, low: int, end: int) -> Attribution | None:
        at = low
        while at < end and self._subjects.adverb_at(at):
            at += 1
        if at >= end or at not in self._subjects.cues:
            return None
        mention = self._subjects.phrase_at(at + 1, end)
        return Attribution(mention, self._tokens[at].text, low, mention.high) if mention else None

    def _straight(self, low: int, end: int, expected: bool) -> Attribution | None:
        if low >= end or (self._tokens[low].low in ("which", "and", "but", "that") and not expected):
            return None
        for at in range(low + 1, end):
            if at in self._subjects.cues and not self._passive(at):
                mention = self._subjects.subject_of(at, low)
                if mention is not None:
                    return Attribution(mention, self._tokens[at].text, mention.low, at + 1)
        if not expected:
            return None
        mention = self._subjects.phrase_at(low, end)
        if mention is None or mention.words or mention.high >= end:
            return None
        verb = self._tokens[mention.high]
        return Attribution(mention, verb.text if verb.kind is Kind.WORD else "", low, mention.high + 1)

    def silent(self, low: int, high: int) -> bool:
        """Whether no verb of saying stands in `[low, high)`."""
        return not any(k in self._subjects.cues for k in range(low, min(high, low + _WINDOW)))

    def brief(self, quote: int, stop: int) -> bool:
        """Whether all that stands between a quotation and a full stop is its attribution: "... ." Roe said."""
        if stop - quote > _BRIEF or stop >= len(self._tokens) or self._tokens[stop].kind is Kind.QUOTE:
            return False
        found = self._straight(quote + 1, stop, expected=False)
        if found is None or found.low != quote + 1:
            return False
        following = self._tokens[found.high].low
        return found.high == stop or following in _AFTER_VERB or following in NOT_NAMES

    def _according(self, low: int, end: int) -> Attribution | None:
        for at in range(low, end - 1):
            if self._tokens[at].low == "according" and self._tokens[at + 1].low == "to":
                mention = self._subjects.phrase_at(at + 2, end)
                return Attribution(mention, "according to", at, mention.high) if mention else None
        return None

    def _passive(self, at: int) -> bool:
        """Whether the verb's subject is spoken to or of: was asked, when told, are said to."""
        low = self._tokens[at].low
        return low in ("asked", "told", "said") and at > 0 and self._tokens[at - 1].low in _PASSIVE

    def before(self, low: int, quote: int, first: int = 0) -> Attribution | None:
        """The attribution that leads to the quotation: Jane Roe told reporters: "...".

        Its verb stands in `[first, quote)`, its subject in `[low, quote)`.
        """
        end, low = quote, max(low, quote - _WINDOW)
        first = max(first, low)
        while end > low and self._tokens[end - 1].text in (",", ":", "that", "—", "–", "-", "--"):
            end -= 1
        leads = end < quote
        colon = any(self._tokens[k].text == ":" for k in range(end, quote))
        found = self._according(first, end) or self._in_words_of(first, end) or self._cited(first, end)
        if found is not None:
            return found
        for at in range(end - 1, max(first - 1, end - _FARTHEST), -1):
            if at not in self._subjects.cues or self._passive(at):
                continue
            if self._tokens[at].low in WEAK and not leads:
                continue
            mention = self._subject(low, at, end)
            if mention is not None:
                near = leads and end - at <= _NEAR
                return Attribution(mention, self._tokens[at].text, mention.low, quote, near)
        if not colon:
            return None
        subject = self._subjects.labelling(low, end) or self._subjects.main_subject(self._clause(low, end), end)
        return Attribution(subject, ":", subject.low, quote) if subject else None

    def _subject(self, low: int, verb: int, end: int) -> Mention | None:
        """The subject of a verb that leads to a quotation, before it or, as in: Said Roe, "...", after it."""
        mention = self._subjects.subject_of(verb, self._clause(low, verb)) or self._subjects.subject_of(verb, low)
        if mention is not None:
            return mention
        inverted = self._subjects.phrase_at(verb + 1, end)
        return inverted if inverted and (verb == low or inverted.high == end) else None

    def _in_words_of(self, low: int, end: int) -> Attribution | None:
        """In Roe's words, "..."."""
        mention = self._subjects.possessor(low, end - 1)
        if mention is None or self._tokens[end - 1].low not in _WORDS:
            return None
        return Attribution(mention, self._tokens[end - 1].text, mention.low, end)

    def _cited(self, low: int, end: int) -> Attribution | None:
        """Whom somebody else quotes: The Times quoted Roe as saying, "..."."""
        for at in range(end - 1, low, -1):
            if self._tokens[at].low == "as":
                for verb in range(at - 1, max(low - 1, at - _CITED_WITHIN), -1):
                    if self._tokens[verb].low in _CITING and (mention := self._subjects.phrase_at(verb + 1, at)):
                        return Attribution(mention, self._tokens[verb].text, verb, end)
                return None
        return None

    def signed(self, quote: int) -> Attribution | None:
        """The name that signs a quotation after a dash, on its own line or not: "..." - Jane Roe."""
        at = quote + 1
        while at < len(self._tokens) and self._tokens[at].kind is Kind.BREAK:
            at += 1
        if at >= len(self._tokens) or self._tokens[at].text not in ("-", "–", "—", "--"):
            return None
        mention = self._subjects.phrase_at(at + 1, min(len(self._tokens), at + _BRIEF))
        if mention is None or mention.name is None:
            return None
        ends = mention.high == len(self._tokens) or self._tokens[mention.high].kind is not Kind.WORD
        return Attribution(mention, self._tokens[at].text, at, mention.high) if ends else None

    def _clause(self, low: int, at: int) -> int:
        """Where the clause of the verb at `at` begins: after the last semicolon, colon or quotation."""
        for k in range(at - 1, low - 1, -1):
            if self._tokens[k].text in (";", ":") or self._tokens[k].kind is Kind.QUOTE:
                return k + 1
        return low

    def at_end(self, quote: int, high: int) -> Attribution | None:
        """The attribution that closes the sentence of a fragment: ... a "disaster" for all, Jane Roe said."""
        high = min(high, quote + _WINDOW)
        last = high - 1
        while last > quote and self._tokens[last].text in ".!?":
            last -= 1
        for at in range(last, max(quote, last - _BRIEF), -1):
            if at in self._subjects.cues and self._tokens[at].low not in WEAK and not self._passive(at):
                comma = self._comma_before(quote, at)
                mention = self._subjects.subject_of(at, comma) if comma else None
                if comma == at and mention is None:
                    mention = self._subjects.phrase_at(at + 1, high)
                return Attribution(mention, self._tokens[at].text, mention.low, at + 1) if mention else None
        return self._according(quote + 1, high)

    def _comma_before(self, quote: int, at: int) -> int:
        for k in range(at, quote, -1):
            if self._tokens[k].text == ",":
                return k + 1
        return 0

    def indirect(self, low: int, high: int) -> Attribution | None:
        """Who is reported to say something in a sentence without a quotation: Jane Roe said she would go."""
        high = min(high, low + _WINDOW)
        for at in range(low, high):
            if at in self._subjects.cues and self._tokens[at].low not in WEAK and not self._passive(at):
                mention = self._subjects.subject_of(at, self._clause(low, at))
                if mention is not None:
                    return Attribution(mention, self._tokens[at].text, mention.low, at + 1)
        return self._according(low, high)

    def subject(self, low: int, high: int) -> Mention | None:
        """What a sentence is about: its first noun phrase that is no introduction."""
        high = min(high, low + _WINDOW)
        if low < high and self._tokens[low].low in CONJUNCTIONS:
            low += 1
        if low < high and self._tokens[low].low in PREPOSITIONS:
            return self._subjects.main_subject(low, high)
        return self._subjects.phrase_at(low, high) or self._subjects.main_subject(low, high)
