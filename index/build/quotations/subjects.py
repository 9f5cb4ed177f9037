"""Looks back from a verb of saying to its subject, past adverbs, insertions and introductions."""

from __future__ import annotations

from index.build.quotations.cues import CONJUNCTIONS, DETERMINERS, PERSONAL, PREPOSITIONS, RELATIVES
from index.build.quotations.names import Name
from index.build.quotations.phrases import LONGEST_PHRASE, POSSESSORS, TAILS, Mention, Phrases
from index.build.quotations.tokens import Kind
from index.build.quotations.words import DOCUMENTS, NOT_NAMES, PLACES, is_agent

_PAUSES = frozenset({",", "—", "–", "--", "-", "(", ")", ";", ":"})
_OF_PLACE = frozenset({"of", "in", "from", "at", "near", "outside"})
_SHARED = frozenset({"to", "and", "by", "in", "then", "but", "while", "after", "before", "for"})
"""Words before a verb that shares its subject with the one before it: he rose and | said."""
_OPENING = frozenset({"and", "but", "so", "yet", "then", "still", "now", "meanwhile"})
_LONGEST_INSERTION = 60
_LONGEST_DATELINE = 12


class Subjects(Phrases):
    """The reading of subjects in one article."""

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
        if self.tokens[verb].low.endswith("ing"):
            return self._speaking(low, verb) or self.main_subject(low, verb)
        if token.low in _SHARED:
            return self.main_subject(low, verb)
        if token.text in _PAUSES or token.kind is Kind.QUOTE:
            return self._past_insertions(low, at)
        return self._plain(low, at + 1) if token.kind is Kind.WORD else None

    def _speaking(self, low: int, verb: int) -> Mention | None:
        """Who speaks in the words before: Roe said no, | adding."""
        for at in range(verb - 1, low, -1):
            if at in self.cues and not self.tokens[at].low.endswith("ing") and self.tokens[at - 1].low not in _SHARED:
                mention = self.subject_of(at, low)
                if mention is not None and not mention.words:
                    return mention
        return None

    def _antecedent(self, relative: int, low: int) -> Mention | None:
        """Whom "who" means: Jane Roe, a former envoy | who."""
        start = self._piece_start(relative, low)
        name = self._until.get(start - 1) if start > low and self.tokens[start - 1].text == "," else None
        if name is not None and name.words and self.tokens[start].low in DETERMINERS:
            return Mention(name.low, name.high, name=name)
        return self.subject_of(relative, low) if self.tokens[relative - 1].low not in RELATIVES else None

    def _back_over_adverbs(self, at: int, low: int) -> int:
        while at >= low and (self.adverb_at(at) or self.tokens[at].text == ")"):
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
        ahead = name.low - 1 - (name.low - 1 > start and self.tokens[name.low - 1].low in DETERMINERS)
        before = self.tokens[ahead].low if name.low > start else ""
        if not name.words:
            definite = self.tokens[start].low == "the"
            words = self.without_article(start, name.high)
            return Mention(start, name.high, words=words, placed=True, definite=definite)
        if before not in PREPOSITIONS or not self._heads(start, name.low):
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
        while start > max(low, at - LONGEST_PHRASE):
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
        for name in self.names_in(start, high):
            before = self.tokens[name.low - 1].low if name.low > start else ""
            after = self.tokens[name.high].low if name.high < high else ""
            apart = after in PREPOSITIONS or after in NOT_NAMES or after in DETERMINERS
            if apart and name.words and not name.possessive and before not in PREPOSITIONS:
                return Mention(start, name.high, name=name, role=self._role(start, name))
        for k in range(start, high):
            if self.tokens[k].low in DETERMINERS or k in self._from:
                return self.phrase_at(k, high)
        return Mention(start, high, words=self.slice(start, high)) if is_agent(self.tokens[high - 1].low) else None

    def _past_insertions(self, low: int, high: int) -> Mention | None:
        """The subject before what commas set apart, nearest first: Jane Roe, 44, who leads the party, | said."""
        end = high
        while end > low:
            start = self._piece_start(end, low)
            if start < end and (mention := self._before_comma(start, end, low)) is not None:
                return mention
            end = start - 1
        return self.main_subject(low, high)

    def _piece_start(self, end: int, low: int) -> int:
        start = end
        while (
            start > low and self.tokens[start - 1].text not in _PAUSES and self.tokens[start - 1].kind is not Kind.QUOTE
        ):
            start -= 1
        return start

    def _before_comma(self, start: int, end: int, low: int) -> Mention | None:
        """The subject that the piece `[start, end)` ends with, where it is no insertion, title or place."""
        name = self._until.get(end)
        if self._introduces(start) and (name is None or self.tokens[start].low not in CONJUNCTIONS):
            return None
        if self.tokens[start].low in PERSONAL and end == start + 1:
            return Mention(start, end, pronoun=self.tokens[start].low)
        if name is None or not name.words or name.possessive or self._is_place(name, low):
            return None
        if start > low and any(
            is_agent(self.tokens[k - 1].low) and self.tokens[k].low in TAILS for k in range(start + 1, name.low)
        ):
            return None
        if self.tokens[start].low in DETERMINERS and start > low:
            inner = self.names_in(start, end)
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
        for start in self._pieces(self._past_dateline(low, high), high):
            while start < high and self.tokens[start].low in _OPENING:
                start += 1
            if start >= high or self._introduces(start):
                continue
            mention = self.phrase_at(start, high)
            if mention is not None and not mention.words and not (mention.name and self._is_place(mention.name, low)):
                return mention
            unnamed = unnamed or mention
        return unnamed

    def _past_dateline(self, low: int, high: int) -> int:
        """The first token after a dateline: HARLOW, Ohio (AP) - | The mayor."""
        for at in range(low, min(high, low + _LONGEST_DATELINE)):
            if self.tokens[at].text in ("—", "–", "--", "-"):
                return at + 1
            if self.tokens[at].kind is Kind.WORD and not (self.tokens[at].capital or self.tokens[at].text.isdigit()):
                return low
        return low

    def possessor(self, low: int, high: int) -> Mention | None:
        """The possessive name or pronoun that ends at token `high`: in | Okafor's | words."""
        name = self._until.get(high)
        if name is not None and name.possessive and name.words and name.low >= low:
            return Mention(name.low, high, name=name)
        pronoun = POSSESSORS.get(self.tokens[high - 1].low) if high > low else None
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
