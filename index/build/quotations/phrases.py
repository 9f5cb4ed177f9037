"""Reads the noun phrase that begins at a word, without a grammar: a name, a pronoun, or words for somebody unnamed.

What stands before a verb of saying is left to subjects.py, what a pronoun stands for to discourse.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.build.quotations.cues import (
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    WEAK,
    is_adverb,
    is_cue,
    is_past,
)
from index.build.quotations.names import Name
from index.build.quotations.tokens import Kind, Token
from index.build.quotations.words import DOCUMENTS, NOT_NAMES, PLACES, is_agent

TAILS = frozenset({"of", "for", "to", "at", "in", "with", "from", "on", "by"})
POSSESSORS = {"his": "he", "her": "she", "their": "they"}
LONGEST_PHRASE = 14
_LONGEST_ROLE = 10
_LONGEST_SECOND_ROLE = 5
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is said to speak, as the text has it at tokens `[low, high)`: a name, a pronoun, or only words for them.

    `words` are the words of an unnamed speaker ("a spokesman for the ministry"), `placed` says whether they hold a
    name and so may stand for one, `definite` whether somebody known is meant ("the mayor"); `role` is what a named
    one is called here.
    """

    low: int
    high: int
    name: Name | None = None
    pronoun: str | None = None
    words: str = ""
    placed: bool = False
    definite: bool = False
    role: str = ""


class Phrases:
    """The tokens and names of one article, and the reading of noun phrases in them."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Sequence[Name]) -> None:
        self.text = text
        self.tokens = tokens
        self._from = {n.low: n for n in names}
        self._until = {n.high: n for n in names}
        self._inside = {k for n in names for k in range(n.low, n.high)}
        self.cues = frozenset(
            k for k, t in enumerate(tokens) if is_cue(t.low) and k not in self._inside and self._is_verb(k)
        )

    def _is_verb(self, at: int) -> bool:
        """Whether a form of a verb of saying is the verb here and not a noun: his claim, a new report, in response."""
        low, before = self.tokens[at].low, self.tokens[at - 1] if at else None
        if is_past(low) or before is None or before.kind is not Kind.WORD:
            return True
        if before.text.endswith(("'s", "’s")) or before.low in DETERMINERS:
            return False
        if low.endswith("ing"):
            return before.low not in ("of", "for", "in", "about", "the")
        if low.endswith("s") and low not in WEAK:
            return True
        if before.low in PERSONAL or before.low in RELATIVES or self.adverb_at(at - 1):
            return True
        if low.endswith("s"):
            return at in self._until or is_agent(before.low)
        return before.low in ("to", "i", "we", "you") or (at in self._until and before.low.endswith("s"))

    def adverb_at(self, at: int) -> bool:
        """Whether an adverb or auxiliary stands here; Kelly and Italy are none."""
        return at not in self._inside and is_adverb(self.tokens[at].low)

    def names_in(self, low: int, high: int) -> list[Name]:
        """The names that begin in tokens `[low, high)`."""
        return [self._from[k] for k in range(low, high) if k in self._from]

    def slice(self, low: int, high: int) -> str:
        """The text of tokens `[low, high)`."""
        return self.text[self.tokens[low].start : self.tokens[high - 1].end] if high > low else ""

    def without_article(self, low: int, high: int) -> str:
        """The text of tokens `[low, high)`, less "a" or "the" at its begin."""
        return self.slice(low + (self.tokens[low].low in _ARTICLES), high)

    def phrase_at(self, low: int, high: int) -> Mention | None:
        """The noun phrase that begins at token `low`: said | party adviser Jane Roe | of Ohio."""
        if low >= high:
            return None
        if self.tokens[low].low in PERSONAL:
            return Mention(low, low + 1, pronoun=self.tokens[low].low)
        at, tail = low, False
        while at < min(high, low + LONGEST_PHRASE):
            name = self._from.get(at)
            if name is None:
                if not self._continues(at, low):
                    break
                tail = tail or self.tokens[at].low in TAILS
                at += 1
                continue
            at = name.high
            if not (tail or name.possessive or not name.words or self._leads_on(at, high)):
                return Mention(low, at, name=name, role=self._role(low, name))
            if tail and not self._leads_on(at, high):
                break
        return self._unnamed(low, at, high)

    def _continues(self, at: int, low: int) -> bool:
        """Whether the word at `at` goes on with the phrase that began at `low`."""
        token = self.tokens[at]
        if token.low == "and" and at > low:
            return self._two_roles(at)
        if token.kind is not Kind.WORD or at in self.cues or token.low in RELATIVES or token.low in CONJUNCTIONS:
            return False
        if at == low:
            return token.low not in PREPOSITIONS and token.low not in NOT_NAMES
        if token.low in PREPOSITIONS:
            return token.low in TAILS and self.tokens[at - 1].low not in PREPOSITIONS
        if self.adverb_at(at) or token.low in PERSONAL or token.low in NOT_NAMES:
            return False
        return not (token.low.endswith("ed") and (at in self._until or is_agent(self.tokens[at - 1].low)))

    def _two_roles(self, at: int) -> bool:
        """Whether "and" joins two roles of one person: former Gov. | and | party Chairman Jane Roe."""
        before, after = self._until.get(at), self._from.get(at + 1)
        if before is not None:
            return not before.words and after is not None and bool(after.title)
        end, limit = at + 1, min(at + _LONGEST_SECOND_ROLE, len(self.tokens))
        while end < limit and self._describes(end) and end not in self._inside:
            end += 1
        return end in self._from and is_agent(self.tokens[at - 1].low) and is_agent(self.tokens[end - 1].low)

    def _leads_on(self, at: int, high: int) -> bool:
        """Whether words for a person follow a name: Okafor | campaign manager; Okafor | adviser | Ann Lee."""
        last = None
        for k in range(at, min(at + 5, high)):
            token = self.tokens[k]
            if k in self._from or token.kind is not Kind.WORD or token.low in PREPOSITIONS or k in self.cues:
                break
            last = token.low
            if self.adverb_at(k) or last in PERSONAL or last in DETERMINERS or last in RELATIVES or last.endswith("ed"):
                break
        return last is not None and is_agent(last)

    def _unnamed(self, low: int, at: int, high: int) -> Mention | None:
        """A phrase without a name of its own: the name in apposition to it, or its words."""
        while at > low and self.tokens[at - 1].low in PREPOSITIONS | DETERMINERS:
            at -= 1
        if at <= low or self.tokens[low].low in NOT_NAMES:
            return None
        name = self._from.get(at + 1) if at < high and self.tokens[at].text == "," else None
        if name is not None and self._may_be_apposed(name):
            return Mention(low, name.high, name=name, role=self.without_article(low, at))
        inner = self.names_in(low, at)
        if self.tokens[low].low in POSSESSORS and any(self.tokens[k].low in DOCUMENTS for k in range(low, at)):
            return Mention(low, at, pronoun=POSSESSORS[self.tokens[low].low])
        if document := next((n for n in inner if self._writes(n, low, at)), None):
            return Mention(low, at, name=document)
        agent, at = self._cut_after_agent(low, at)
        if inner or agent or self.tokens[low].low in DETERMINERS:
            written = any(self.tokens[k].low in DOCUMENTS for k in range(low, at))
            speaks = agent or written or any(not n.words for n in inner)
            placed, definite = speaks and bool(self.names_in(low, at)), self.tokens[low].low == "the" and not inner
            return Mention(low, at, words=self.without_article(low, at), placed=placed, definite=definite)
        return None

    def _cut_after_agent(self, low: int, high: int) -> tuple[bool, int]:
        """Whether words for a speaker stand in the phrase, and where it ends: the party's office | struck back."""
        at = low
        while at < high and (at in self._inside or not is_agent(self.tokens[at].low)):
            at += 1
        if at == high:
            return False, high
        while at < high and is_agent(self.tokens[at].low):
            at += 1
        return True, high if self.names_in(at, high) or (at < high and self.tokens[at].low in TAILS) else at

    @staticmethod
    def _may_be_apposed(name: Name) -> bool:
        return bool(name.words) and not name.possessive and name.text not in PLACES

    def _writes(self, name: Name, low: int, high: int) -> bool:
        """Whether the phrase is somebody's own words: Okafor's letter; a statement from Okafor."""
        if not name.words:
            return False
        if name.possessive:
            return any(self.tokens[k].low in DOCUMENTS for k in range(name.high, high))
        before = self.tokens[name.low - 1].low if name.low > low else ""
        written = before in ("from", "by") or any(self.tokens[k].low == "by" for k in range(low, name.low))
        return written and any(self.tokens[k].low in DOCUMENTS for k in range(low, name.low))

    def _role(self, low: int, name: Name) -> str:
        """What stands before a name and says who that is: party chairman; Sen."""
        said = self.without_article(low, name.low) if name.low > low and is_agent(self.tokens[name.low - 1].low) else ""
        return " ".join(part for part in (said, name.title) if part)

    def role_of(self, name: Name) -> str:
        """What the words around a name call its owner: party chairman | Jane Roe; Roe, | mayor of Elbing |."""
        start = name.low
        while start > max(0, name.low - _LONGEST_ROLE) and self._describes(start - 1):
            start -= 1
        return self._role(start, name) if start < name.low or name.title else self._apposed_role(name)

    def _describes(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind is not Kind.WORD or at in self.cues or token.low in PREPOSITIONS or token.low in DETERMINERS:
            return False
        return at in self._inside or not (token.capital or self.adverb_at(at) or token.low in CONJUNCTIONS)

    def _apposed_role(self, name: Name) -> str:
        """The words between commas after a name, where they are words for a person."""
        at = name.high + 1
        if name.high + 1 >= len(self.tokens) or self.tokens[name.high].text != ",":
            return ""
        end = at
        while end < min(len(self.tokens), at + _LONGEST_ROLE) and self.tokens[end].kind is Kind.WORD:
            if self.tokens[end].low in RELATIVES or end in self.cues:
                break
            end += 1
        speaks = any(k not in self._inside and is_agent(self.tokens[k].low) for k in range(at, end))
        return self.without_article(at, end) if speaks and self._begins_role(at) else ""

    def _begins_role(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low.endswith("ing"):
            return False
        return at in self._inside or not token.capital
