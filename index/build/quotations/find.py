"""Brings marks, names and attributions together: the direct quotations of an article, each with its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from index.build.quotations.attribution import Attribution, Attributions
from index.build.quotations.directory import Directory
from index.build.quotations.discourse import Discourse, Speaker
from index.build.quotations.marks import Stretch, quoted_stretches, unwrapped
from index.build.quotations.names import find_names, quoted_names
from index.build.quotations.phrases import Mention
from index.build.quotations.sentences import Sentence, sentences
from index.build.quotations.subjects import Subjects
from index.build.quotations.tokens import Kind, last_sign, narrative
from index.types import Quotation

_MARKS = "'‘’\"“”«»„`"
_LEADING = frozenset({",", ":", "—", "–", "--", "-"})
_STOPS = frozenset(".?!")
_ENDS = frozenset(".?!,…")
_UTTERANCE_WORDS = 3
_SMALL_WORD = 3
_BARE_CUE = 2
"""How many words may open a sentence whose quotation names no speaker: Adding, "..."."""
_LONG_ATTRIBUTION = 60
_SHORT_HEADING = 5
_HEADING_CAPITALS = 0.7


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every direct quotation in an article's text, in order; takes time in proportion to the text's length.

    Quoted titles, nicknames and scare quotes are left out. A quotation keeps `speaker` None where nobody is named.
    """
    lines = unwrapped(text)
    stretches = quoted_stretches(lines)
    return _Finder(lines, stretches).find() if stretches else ()


@dataclass(slots=True)
class _Found:
    """A quotation being put together: `last` is the token of its latest stretch."""

    stretches: list[Stretch]
    speaker: Speaker
    cue: str | None
    last: int
    paragraph: int

    def add(self, stretch: Stretch, token: int, paragraph: int) -> None:
        """Take in another stretch of the same quotation."""
        self.stretches.append(stretch)
        self.last, self.paragraph = token, paragraph

    def quotation(self) -> Quotation:
        """The finished value."""
        spans = tuple((s.start, s.end) for s in self.stretches)
        return Quotation(spans, self.speaker.name, self.cue or None, self.speaker.resolved, self.speaker.role)


class _Finder:
    """One reading of one article, sentence by sentence."""

    def __init__(self, text: str, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._tokens = narrative(text, stretches)
        names = find_names(self._tokens)
        subjects = Subjects(text, self._tokens, names)
        quoted = [words for s in stretches for words in quoted_names(text[s.start : s.end])]
        directory = Directory(names, quoted, self._tokens, subjects)
        self._subjects = subjects
        self._read = Attributions(subjects)
        self._discourse = Discourse(directory)
        self._found: list[_Found] = []
        self._lead: Attribution | None = None

    def find(self) -> tuple[Quotation, ...]:
        """Read from the first sentence to the last."""
        for sentence in sentences(self._tokens, self._read):
            quotes = [k for k in range(sentence.low, sentence.high) if self._tokens[k].kind is Kind.QUOTE]
            if quotes:
                self._quoting(sentence, quotes)
            else:
                self._reporting(sentence)
            self._discourse.mention(self._subjects.names_in(sentence.low, sentence.high))
        return tuple(f.quotation() for f in self._found)

    def _reporting(self, sentence: Sentence) -> None:
        """A sentence without a quotation: who it is about, or is reported to say something."""
        said = self._read.indirect(sentence.low, sentence.high)
        if said is not None:
            self._meet(said.mention, spoke=True)
        elif not self._is_heading(sentence):
            self._meet(self._read.subject(sentence.low, sentence.high))
        leads = self._tokens[sentence.high - 1].text == ":"
        self._lead = self._read.before(sentence.low, sentence.high) if leads else None

    def _meet(self, mention: Mention | None, spoke: bool = False) -> None:
        """Take note of whom a sentence is about."""
        if mention is not None:
            self._discourse.focus(self._discourse.speaker(mention), spoke)

    def _meet_subject(self, sentence: Sentence, said: Attribution) -> None:
        """Whom the sentence is about comes before its "he": When Roe arrived, he said, "..."."""
        if said.mention.pronoun is not None and said.mention.low > sentence.low:
            self._meet(self._read.subject(sentence.low, said.mention.low))

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether nearly all its words have capitals, as in a headline, so that names cannot be told."""
        words = [t for t in self._tokens[sentence.low : sentence.high] if t.kind is Kind.WORD]
        return len(words) > _SHORT_HEADING and sum(t.capital for t in words) > _HEADING_CAPITALS * len(words)

    def _quoting(self, sentence: Sentence, quotes: list[int]) -> None:
        """A sentence with quotations; what names no speaker of its own has the one before it in the sentence."""
        said, self._lead = self._lead, None
        low = sentence.low
        for quote in quotes:
            if said is not None and self._is_split(said, low, quote):
                self._found[-1].add(self._stretch(quote), quote, sentence.paragraph)
            else:
                own = self._own(sentence, low, quote)
                if own is not None and said is None:
                    self._meet_subject(sentence, own)
                said = own or (said if low > sentence.low or quote == low else None)
                self._take(sentence, quote, said)
            low = quote + 1

    def _is_split(self, said: Attribution, low: int, quote: int) -> bool:
        """Whether only the attribution of the quotation that ends before `low` parts it from this one."""
        between = low <= said.low and said.high <= quote and self._read.silent(said.high, quote)
        return between and bool(self._found) and self._found[-1].last == low - 1

    def _own(self, sentence: Sentence, low: int, quote: int) -> Attribution | None:
        """The attribution of one quotation in its sentence, with `low` the first token after the one before it."""
        after = self._read.after(quote, sentence.high)
        before = self._read.before(sentence.low, quote, low) if quote > low else None
        if before is not None and (after is None or self._prefers(before, quote, low == sentence.low)):
            return before
        around = self._read.before(sentence.low, quote) or self._read.at_end(quote, sentence.high)
        return after or before or around or self._read.signed(quote)

    def _prefers(self, before: Attribution, quote: int, first: bool) -> bool:
        """Whether the words before a quotation are the likelier attribution, with one after it as well."""
        return before.cue != ":" and (first or before.near or self._joined(quote))

    def _joined(self, quote: int) -> bool:
        """Whether the quoted words go on with the reporter's sentence: called it "a mess"."""
        return self._tokens[quote - 1].text not in _LEADING

    def _stretch(self, quote: int) -> Stretch:
        return self._stretches[self._tokens[quote].stretch]

    def _take(self, sentence: Sentence, quote: int, said: Attribution | None) -> None:
        last = self._found[-1] if self._found else None
        reopened = last is not None and not last.stretches[-1].closed and sentence.paragraph == last.paragraph + 1
        if last is not None and quote == sentence.low and (reopened or (said is None and self._goes_on(last, quote))):
            last.add(self._stretch(quote), quote, sentence.paragraph)
            if said is not None and last.cue is None:
                last.speaker, last.cue = self._discourse.speaker(said.mention), said.cue
                self._discourse.focus(last.speaker, spoke=True)
            return
        alone = quote - sentence.low <= _BARE_CUE and (quote == sentence.low or not self._joined(quote))
        if self._is_title(quote) or (said is None and not (alone and self._is_utterance(quote))):
            return
        speaker = self._discourse.speaker(said.mention) if said else self._discourse.latest
        if said is not None and speaker is not None:
            self._discourse.focus(speaker, spoke=True)
        cue = said.cue if said else None
        self._found.append(_Found([self._stretch(quote)], speaker or Speaker(None), cue, quote, sentence.paragraph))

    def _goes_on(self, last: _Found, quote: int) -> bool:
        """Whether no more than its attribution parts the last quotation from this one: "..." Roe said. "..."."""
        between = self._tokens[last.last + 1 : min(quote, last.last + _LONG_ATTRIBUTION)]
        if any(t.kind in (Kind.BREAK, Kind.QUOTE) for t in between):
            return False
        return sum(t.text in (".", "!", "?") for t in between) <= 1

    def _is_title(self, quote: int) -> bool:
        """Whether the quoted words are the name of a work: the play "All Our Bridges"."""
        quoted = self._tokens[quote].text
        words = [w for w in quoted.strip(_MARKS).split() if len(w) > _SMALL_WORD]
        if last_sign(quoted) in _STOPS or quote == 0 or self._tokens[quote - 1].kind is not Kind.WORD:
            return False
        return all(w.lstrip(_MARKS)[:1].isupper() for w in words)

    def _is_utterance(self, quote: int) -> bool:
        """Whether the quoted words look like a whole sentence."""
        quoted = self._tokens[quote].text
        count, first = len(quoted.split()), quoted.lstrip(_MARKS + "…[( ")[:1]
        ended = last_sign(quoted) in _ENDS or not self._stretch(quote).closed
        return ended and count >= _UTTERANCE_WORDS and not first.islower()
