"""Reads who is meant beside a verb of saying: the noun phrase before it or after it, without a grammar.

Which verb belongs to which quotation is left to attribution.py, what a pronoun stands for to discourse.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.build.quotations.cues import (
    DEFINITE,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
    is_cue,
)
from index.build.quotations.names import NOT_NAMES, Name
from index.build.quotations.tokens import Kind, Token

_AGENT = re.compile(
    r".*(?:man|men|woman|women|person|er|or|ist|ent|ant|ian|ary|chief|ee|aide|host|head|ally|coach|chair|boss|judge|activist"
    r"|mate|lead|expert|governor|leader|friend|wife|son|official|guru|star|pundit|mogul|magnate|critic|veteran|czar|guest|pilot)s?\Z"
)
_DASHES = frozenset({",", "—", "–", "--", "(", ")", ";"})
_INTRODUCING = frozenset({"asked", "who", "which", "according", "told", "then", "now", "there", "here"})
_LONGEST_PHRASE = 14


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is said to speak, as the text has it at tokens `[low, high)`: a name, a pronoun, or only words for them.

    `words` are the words of an unnamed speaker ("a spokesman for the ministry"); `role` what a named one is
    called here.
    """

    low: int
    high: int
    name: Name | None = None
    pronoun: str | None = None
    words: str = ""
    role: str = ""


class Phrases:
    """The tokens and names of one article, and the reading of noun phrases in them."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Sequence[Name]) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self._from = {n.low: n for n in names}
        self._until = {n.high: n for n in names}

    def slice(self, low: int, high: int) -> str:
        """The text of tokens `[low, high)`."""
        return self.text[self.tokens[low].start : self.tokens[high - 1].end] if high > low else ""

    def name_at(self, low: int) -> Name | None:
        """The name that begins at a token."""
        return self._from.get(low)

    def phrase_at(self, low: int, high: int) -> Mention | None:
        """The noun phrase that begins at token `low`: said | Trump adviser Jane Roe | of Ohio."""
        if low >= high:
            return None
        if self.tokens[low].low in PERSONAL:
            return Mention(low, low + 1, pronoun=self.tokens[low].low)
        best, at = None, low
        while at < min(high, low + _LONGEST_PHRASE):
            name = self._from.get(at)
            if name is not None:
                best = None if name.possessive or not name.words else name
                at = name.high
                if best is not None and not self._leads_to_name(at, high):
                    return Mention(low, at, name=best, role=self._role(low, best))
            elif self._in_phrase(at, low):
                at += 1
            else:
                break
        return self._unnamed(low, at, high)

    def _in_phrase(self, at: int, low: int) -> bool:
        token = self.tokens[at]
        if token.kind is not Kind.WORD or (token.low in PREPOSITIONS and token.low not in ("of", "for")):
            return False
        return at == low or (token.low not in ("who", "which", "is", "was", "has", "had") and token.low not in PERSONAL)

    def _leads_to_name(self, at: int, high: int) -> bool:
        """Whether words for a person lead from here to another name: Roe | campaign manager | Ann Lee."""
        last = None
        for k in range(at, min(at + 5, high)):
            token = self.tokens[k]
            if k in self._from:
                return last is not None and _AGENT.match(last) is not None
            if token.kind is not Kind.WORD or token.low in PREPOSITIONS or is_cue(token.low):
                return False
            last = token.low
        return False

    def _unnamed(self, low: int, at: int, high: int) -> Mention | None:
        """A phrase without a name of its own: the name in apposition to it, or its words."""
        if at <= low or self.tokens[low].low in NOT_NAMES:
            return None
        if (
            at < high
            and self.tokens[at].text == ","
            and (name := self._from.get(at + 1))
            and name.words
            and not name.possessive
        ):
            return Mention(low, name.high, name=name, role=self.slice(low, at))
        head = self.tokens[low]
        if head.low in DETERMINERS or low in self._from or _AGENT.match(self.tokens[at - 1].low):
            return Mention(low, at, words=self.slice(low, at))
        return None

    def _role(self, low: int, name: Name) -> str:
        return " ".join(part for part in (self.slice(low, name.low), name.title) if part)

    def subject_of(self, cue: int, low: int) -> Mention | None:
        """The subject of the verb at token `cue`, looked for back to token `low`."""
        at = self._back_over_adverbs(cue - 1, low)
        if at < low:
            return None
        token = self.tokens[at]
        if token.low in ("to", "and") or self.tokens[cue].low.endswith("ing"):
            return self.main_subject(low, cue)
        if token.low in PERSONAL:
            return Mention(at, at + 1, pronoun=token.low)
        if token.low in ("who", "which", "that"):
            return self.subject_of(at, low)
        if token.text in _DASHES:
            return self.main_subject(low, at)
        if (name := self._until.get(at + 1)) is not None:
            return self._named(name, low)
        return self._plain(low, at + 1) if token.kind is Kind.WORD else None

    def _back_over_adverbs(self, at: int, low: int) -> int:
        while at >= low and (is_adverb(self.tokens[at].low) or self.tokens[at].text == ")"):
            if self.tokens[at].text == ")":
                opening = at
                while opening > max(low, at - 20) and self.tokens[opening].text != "(":
                    opening -= 1
                at = opening
            at -= 1
        return at

    def _named(self, name: Name, low: int) -> Mention | None:
        """The phrase that ends with a name: the name, or what stands before "of" and "for" the name."""
        start = self._phrase_start(name.low, low)
        before = self.tokens[name.low - 1].low if name.low > low else ""
        if not name.words:
            return Mention(start, name.high, words=self.slice(start, name.high))
        if before not in PREPOSITIONS or name.low - 1 <= start:
            return Mention(start, name.high, name=name, role=self._role(start, name))
        return self.phrase_at(start, name.high)

    def _phrase_start(self, at: int, low: int) -> int:
        """Back from `at` over words up to a comma, a verb of saying or the sentence's begin."""
        start = at
        while start > max(low, at - _LONGEST_PHRASE):
            token = self.tokens[start - 1]
            if token.kind is not Kind.WORD or (is_cue(token.low) and token.low not in ("state", "press", "report")):
                break
            if token.low in ("and", "but", "that", "as", "when", "while", "because", "if", "where", "whether"):
                break
            start -= 1
        return start

    def _plain(self, low: int, high: int) -> Mention | None:
        """The phrase that ends with a lower-case word: the senator said; Trump on Monday said."""
        start = self._phrase_start(high, low)
        for name in (self._from[k] for k in range(start, high) if k in self._from):
            after = self.tokens[name.high].low if name.high < high else ""
            if (
                not name.possessive
                and name.words
                and (after in PREPOSITIONS or after in NOT_NAMES or after in DEFINITE)
            ):
                return Mention(start, name.high, name=name, role=self._role(start, name))
        for k in range(start, high):
            if self.tokens[k].low in DETERMINERS or k in self._from:
                return Mention(k, high, words=self.slice(k, high))
        return Mention(start, high, words=self.slice(start, high)) if _AGENT.match(self.tokens[high - 1].low) else None

    def main_subject(self, low: int, high: int) -> Mention | None:
        """The first noun phrase of `[low, high)` that is no introduction (In Paris, ... Asked why, ...)."""
        unnamed = None
        for start in self._pieces(low, high):
            if self._introduces(start):
                continue
            mention = self.phrase_at(start, high)
            if mention is not None and not mention.words:
                return mention
            unnamed = unnamed or mention
        return unnamed

    def _pieces(self, low: int, high: int) -> list[int]:
        """Where the pieces begin that commas and dashes part `[low, high)` into."""
        starts = [low, *(at + 1 for at in range(low, high) if self.tokens[at].text in _DASHES)]
        return [at for at in starts if at < high and self.tokens[at].text not in _DASHES]

    def _introduces(self, at: int) -> bool:
        """Whether a piece begins as an introduction or an insertion does: In Paris; Asked why; who leads the party."""
        low = self.tokens[at].low
        return low in PREPOSITIONS or low in _INTRODUCING or (low.endswith("ing") and at not in self._from)
