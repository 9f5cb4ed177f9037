"""Reads who is meant beside a verb of saying: the noun phrase before it or after it, without a grammar.

Which verb belongs to which quotation is left to attribution.py, what a pronoun stands for to discourse.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.build.quotations.cues import (
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    WEAK,
    is_adverb,
    is_agent,
    is_cue,
    is_past,
)
from index.build.quotations.names import NOT_NAMES, PLACES, Name
from index.build.quotations.tokens import Kind, Token

_PAUSES = frozenset({",", "—", "–", "--", "-", "(", ")", ";", ":"})
_TAILS = frozenset({"of", "for", "to", "at", "in", "with", "from", "on"})
_OF_PLACE = frozenset({"of", "in", "from", "at", "near", "outside"})
_LONGEST_PHRASE = 14
_LONGEST_INSERTION = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is said to speak, as the text has it at tokens `[low, high)`: a name, a pronoun, or only words for them.

    `words` are the words of an unnamed speaker ("a spokesman for the ministry"), `placed` says whether they hold a name;
    `role` is what a named one is called here.
    """

    low: int
    high: int
    name: Name | None = None
    pronoun: str | None = None
    words: str = ""
    placed: bool = False
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
        named = at in self._until or before.low in PERSONAL or before.low in RELATIVES or is_adverb(before.low)
        return named or before.low in ("to", "i", "we", "you") or (low.endswith("s") and is_agent(before.low))

    def slice(self, low: int, high: int) -> str:
        """The text of tokens `[low, high)`."""
        return self.text[self.tokens[low].start : self.tokens[high - 1].end] if high > low else ""

    def phrase_at(self, low: int, high: int) -> Mention | None:
        """The noun phrase that begins at token `low`: said | party adviser Jane Roe | of Ohio."""
        if low >= high:
            return None
        if self.tokens[low].low in PERSONAL:
            return Mention(low, low + 1, pronoun=self.tokens[low].low)
        at, tail = low, False
        while at < min(high, low + _LONGEST_PHRASE):
            name = self._from.get(at)
            if name is None:
                if not self._continues(at, low):
                    break
                tail = tail or self.tokens[at].low in _TAILS
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
        if token.kind is not Kind.WORD or at in self.cues or token.low in RELATIVES or token.low in CONJUNCTIONS:
            return False
        if at == low:
            return token.low not in PREPOSITIONS and token.low not in NOT_NAMES
        if token.low in PREPOSITIONS:
            return token.low in _TAILS and self.tokens[at - 1].low not in PREPOSITIONS
        if is_adverb(token.low) or token.low in PERSONAL or token.low in NOT_NAMES:
            return False
        return not (token.low.endswith("ed") and (at in self._until or is_agent(self.tokens[at - 1].low)))

    def _leads_on(self, at: int, high: int) -> bool:
        """Whether words for a person follow a name: Okafor | campaign manager; Okafor | adviser | Ann Lee."""
        last = None
        for k in range(at, min(at + 5, high)):
            token = self.tokens[k]
            if k in self._from or token.kind is not Kind.WORD or token.low in PREPOSITIONS or k in self.cues:
                break
            last = token.low
            if is_adverb(last) or last in PERSONAL or last in DETERMINERS or last in RELATIVES or last.endswith("ed"):
                break
        return last is not None and is_agent(last) and not is_adverb(last)

    def _unnamed(self, low: int, at: int, high: int) -> Mention | None:
        """A phrase without a name of its own: the name in apposition to it, or its words."""
        while at > low and self.tokens[at - 1].low in PREPOSITIONS | DETERMINERS:
            at -= 1
        if at <= low or self.tokens[low].low in NOT_NAMES:
            return None
        if (
            at < high
            and self.tokens[at].text == ","
            and (name := self._from.get(at + 1))
            and self._may_be_apposed(name)
        ):
            return Mention(low, name.high, name=name, role=self.slice(low, at))
        inner = [self._from[k] for k in range(low, at) if k in self._from]
        if document := next((n for n in inner if self._writes(n, low, at)), None):
            return Mention(low, at, name=document)
        if inner or self.tokens[low].low in DETERMINERS or any(is_agent(self.tokens[k].low) for k in range(low, at)):
            return Mention(low, at, words=self.slice(low, at), placed=bool(inner))
        return None

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
        return before in ("from", "by") and any(self.tokens[k].low in DOCUMENTS for k in range(low, name.low))

    def _role(self, low: int, name: Name) -> str:
        """What stands before a name and says who that is: party chairman; Sen."""
        start, high = low, name.low
        while start < high and self.tokens[start].low in DETERMINERS and self.tokens[start].low != "no":
            start += 1
        said = self.slice(start, high) if high > start and is_agent(self.tokens[high - 1].low) else ""
        return " ".join(part for part in (said, name.title) if part)

    def subject_of(self, verb: int, low: int) -> Mention | None:
        """The subject of the verb at token `verb`, looked for back to token `low`."""
        low = max(low, verb - _LONGEST_INSERTION)
        at = self._back_over_adverbs(verb - 1, low)
        if at < low:
            return None
        token = self.tokens[at]
        if token.low in PERSONAL:
            return Mention(at, at + 1, pronoun=token.low)
        if token.low in RELATIVES:
            return self._antecedent(at, low)
        if (name := self._until.get(at + 1)) is not None:
            return self._named(name, low)
        if token.low in ("to", "and", "by", "in", "then", "but", "while", "after", "before", "for") or self.tokens[
            verb
        ].low.endswith("ing"):
            return self.main_subject(low, verb)
        if token.text in _PAUSES:
            return self._past_insertions(low, at)
        return self._plain(low, at + 1) if token.kind is Kind.WORD else None

    def _antecedent(self, relative: int, low: int) -> Mention | None:
        """Whom "who" means: Jane Roe, a former envoy | who."""
        at = relative - 1
        while at >= low and self.tokens[at].kind is Kind.WORD and at + 1 not in self._until:
            at -= 1
        if (
            at > low
            and at < relative - 1
            and self.tokens[at].text == ","
            and (name := self._until.get(at))
            and name.words
        ):
            return Mention(name.low, at, name=name)
        return (
            self.subject_of(relative, low)
            if relative - 1 >= low and self.tokens[relative - 1].low not in RELATIVES
            else None
        )

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
        before = self.tokens[name.low - 1].low if name.low > start else ""
        if not name.words:
            return Mention(start, name.high, words=self.slice(start, name.high))
        if (before not in PREPOSITIONS and before not in ("the", "a", "an")) or not self._heads(start, name.low):
            return Mention(start, name.high, name=name, role=self._role(start, name))
        return self.phrase_at(start, name.high) or Mention(start, name.high, name=name)

    def _heads(self, start: int, end: int) -> bool:
        """Whether a noun for a speaker, or a name, stands before "of": a spokesman | for; Jane Roe | of."""
        return any(
            k in self._from or is_agent(self.tokens[k].low) or self.tokens[k].low in DOCUMENTS
            for k in range(start, end)
        )

    def _phrase_start(self, at: int, low: int) -> int:
        """Back from `at` over words up to a comma, a conjunction, a verb of saying or the sentence's begin."""
        start = at
        while start > max(low, at - _LONGEST_PHRASE):
            token = self.tokens[start - 1]
            spoken = start - 1 in self.cues and not token.low.endswith("ing")
            if token.kind is not Kind.WORD or spoken or token.low in CONJUNCTIONS or token.low in RELATIVES:
                break
            start -= 1
        while start < at and self.tokens[start].low in PREPOSITIONS:
            start += 1
        return start

    def _plain(self, low: int, high: int) -> Mention | None:
        """The phrase that ends with a lower-case word: the senator said; Okafor on Monday said."""
        start = self._phrase_start(high, low)
        for name in (self._from[k] for k in range(start, high) if k in self._from):
            before = self.tokens[name.low - 1].low if name.low > start else ""
            after = self.tokens[name.high].low if name.high < high else ""
            if (
                not name.possessive
                and name.words
                and before not in PREPOSITIONS
                and not self._leads_on(name.high, high)
            ):
                if after in PREPOSITIONS or after in NOT_NAMES or after in DETERMINERS:
                    return Mention(start, name.high, name=name, role=self._role(start, name))
        for k in range(start, high):
            if self.tokens[k].low in DETERMINERS or k in self._from:
                return self.phrase_at(k, high)
        return Mention(start, high, words=self.slice(start, high)) if is_agent(self.tokens[high - 1].low) else None

    def _past_insertions(self, low: int, high: int) -> Mention | None:
        """The subject before what commas set apart, nearest first: Jane Roe, 44, who leads the party, | said."""
        end = high
        while end > low:
            start = end
            while (
                start > low
                and self.tokens[start - 1].text not in _PAUSES
                and self.tokens[start - 1].kind is not Kind.QUOTE
            ):
                start -= 1
            if start < end and (mention := self._before_comma(start, end, low)) is not None:
                return mention
            end = start - 1
        return self.main_subject(low, high)

    def _before_comma(self, start: int, end: int, low: int) -> Mention | None:
        """The subject that the piece `[start, end)` ends with, where it is no insertion, title or place."""
        name = self._until.get(end)
        if self._introduces(start) and (name is None or self.tokens[start].low not in CONJUNCTIONS):
            return None
        if self.tokens[start].low in PERSONAL and end == start + 1:
            return Mention(start, end, pronoun=self.tokens[start].low)
        if name is None or not name.words or name.possessive or self._is_place(name, low):
            return None
        if self.tokens[start].low in DETERMINERS and start > low:
            inner = [self._from[k] for k in range(start, end) if k in self._from]
            before = self.tokens[name.low - 1].low
            if len(inner) > 1 or before in PREPOSITIONS or name.organisation or not is_agent(before):
                return None
        mention = self._named(name, start)
        return None if mention is not None and mention.words and start > low else mention

    def _is_place(self, name: Name, low: int) -> bool:
        """Whether a name between commas only says where: of Columbus, | Ohio |."""
        if name.text in PLACES or (len(name.text) > 1 and name.text[1] == "-" and len(name.words) == 1):
            return True
        previous = self._until.get(name.low - 1)
        return (
            previous is not None
            and len(name.words) == 1
            and self.tokens[name.low - 1].text == ","
            and previous.low > low
            and self.tokens[previous.low - 1].low in _OF_PLACE
        )

    def main_subject(self, low: int, high: int) -> Mention | None:
        """The first noun phrase of `[low, high)` that is no introduction (In Paris, ... Asked why, ...)."""
        unnamed = None
        for start in self._pieces(low, high):
            while start < high and self.tokens[start].low in (
                "and",
                "but",
                "so",
                "yet",
                "then",
                "still",
                "now",
                "meanwhile",
            ):
                start += 1
            if start >= high or self._introduces(start):
                continue
            mention = self.phrase_at(start, high)
            if mention is not None and not mention.words and not (mention.name and self._is_place(mention.name, low)):
                return mention
            unnamed = unnamed or mention
        return unnamed

    def possessor(self, low: int, high: int) -> Mention | None:
        """The possessive name or pronoun that ends at token `high`: in | Okafor's | words."""
        name = self._until.get(high)
        if name is not None and name.possessive and name.words and name.low >= low:
            return Mention(name.low, high, name=name)
        pronoun = {"his": "he", "her": "she", "their": "they"}.get(self.tokens[high - 1].low) if high > low else None
        return Mention(high - 1, high, pronoun=pronoun) if pronoun else None

    def labelling(self, low: int, high: int) -> Mention | None:
        """The name that alone stands before a colon: Jane Roe: "..."."""
        name = self._until.get(high)
        if name is None or not name.words or name.possessive:
            return None
        alone = name.low == low or self.tokens[name.low - 1].text in _PAUSES
        return Mention(name.low, high, name=name) if alone else None

    def _pieces(self, low: int, high: int) -> list[int]:
        """Where the pieces begin that commas and dashes part `[low, high)` into."""
        starts = [low, *(at + 1 for at in range(low, high) if self.tokens[at].text in _PAUSES)]
        return [at for at in starts if at < high and self.tokens[at].text not in _PAUSES]

    def _introduces(self, at: int) -> bool:
        """Whether a piece begins as an introduction or an insertion does: In Paris; Asked why; who leads the party."""
        token = self.tokens[at]
        if at in self._from:
            return False
        if token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in RELATIVES or token.text.isdigit():
            return True
        return token.low.endswith(("ing", "ed", "ly")) or token.low in ("told", "then", "now", "there", "here")
