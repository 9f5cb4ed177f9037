"""Brings marks, names and attributions together: the direct quotations of an article, each with its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from index.build.quotations.attribution import Attribution, Attributions
from index.build.quotations.discourse import Discourse, Speaker
from index.build.quotations.marks import Stretch, quoted_stretches
from index.build.quotations.names import Directory, find_names
from index.build.quotations.phrases import Phrases
from index.build.quotations.tokens import Kind, Sentence, Token, last_sign, narrative, words_between
from index.types import Quotation


@dataclass(slots=True)
class _Found:
    """A quotation being put together."""

    spans: list[tuple[int, int]]
    speaker: Speaker
    cue: str | None
    closed: bool
    paragraph: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every direct quotation in an article's text, in order; takes time in proportion to the text's length."""
    stretches = quoted_stretches(text)
    return _Finder(text, stretches).find() if stretches else ()


class _Finder:
    """One reading of one article, sentence by sentence."""

    def __init__(self, text: str, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._tokens = narrative(text, stretches)
        names = find_names(self._tokens)
        quoted = [n for s in stretches for n in find_names(list(words_between(text, s.start + 1, s.end - 1)))]
        self._phrases = Phrases(text, self._tokens, names)
        self._read = Attributions(self._phrases)
        self._discourse = Discourse(Directory([*names, *quoted]))
        self._found: list[_Found] = []
        self._lead: Attribution | None = None

    def find(self) -> tuple[Quotation, ...]:
        for sentence in self._sentences():
            quotes = [k for k in range(sentence.low, sentence.high) if self._tokens[k].kind is Kind.QUOTE]
            if quotes:
                self._quoting(sentence, quotes)
            else:
                self._reporting(sentence)
        return tuple(_quotation(f) for f in self._found)

    def _sentences(self) -> list[Sentence]:
        sentences, low, paragraph = [], 0, 0
        for at, token in enumerate(self._tokens):
            if token.kind is Kind.BREAK:
                sentences.append(Sentence(low, at, paragraph))
                low, paragraph = at + 1, paragraph + 1
            elif self._ends(at, token):
                sentences.append(Sentence(low, at + 1, paragraph))
                low = at + 1
        sentences.append(Sentence(low, len(self._tokens), paragraph))
        return [s for s in sentences if s.high > s.low]

    def _ends(self, at: int, token: Token) -> bool:
        """Whether a sentence ends with the token at `at`."""
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if following is None or following.kind is Kind.BREAK:
            return False
        begins = following.capital or following.kind is Kind.QUOTE or following.text == "("
        if token.kind is Kind.POINT:
            return token.text[0] in ".!?…" and begins
        if token.kind is not Kind.QUOTE or not begins:
            return False
        sign = last_sign(token.text)
        if sign in "!?…":
            return following.kind is Kind.QUOTE or self._read.after(at, self._stop(at + 1)) is None
        return sign == "."

    def _stop(self, at: int) -> int:
        for k in range(at, min(len(self._tokens), at + 30)):
            if self._tokens[k].kind in (Kind.BREAK, Kind.QUOTE) or self._tokens[k].text in (".", "!", "?"):
                return k
        return min(len(self._tokens), at + 30)

    def _reporting(self, sentence: Sentence) -> None:
        """A sentence without a quotation: who it is about, or is reported to say something."""
        said = self._read.indirect(sentence.low, sentence.high)
        mention = said.mention if said else self._read.subject(sentence.low, sentence.high)
        if mention is not None:
            self._discourse.focus(self._discourse.speaker(mention))
        self._lead = self._leading(sentence)

    def _leading(self, sentence: Sentence) -> Attribution | None:
        """The attribution of a paragraph that ends with a colon, for the quotation that opens the next one."""
        colon = self._tokens[sentence.high - 1].text == ":"
        return self._read.before(sentence.low, sentence.high) if colon else None

    def _quoting(self, sentence: Sentence, quotes: list[int]) -> None:
        heard: Attribution | None = None
        lead, self._lead = self._lead, None
        for number, quote in enumerate(quotes):
            low = quotes[number - 1] + 1 if number else sentence.low
            own = self._own(sentence, low, quote)
            heard = own or heard or (lead if quote == sentence.low else None)
            self._take(sentence, quote, heard, own is not None or number > 0)

    def _own(self, sentence: Sentence, low: int, quote: int) -> Attribution | None:
        """The attribution of one quotation in its sentence."""
        after = self._read.after(quote, sentence.high)
        before = self._read.before(low, quote) if quote > low else None
        if before is not None and self._tokens[quote - 1].text in (",", ":") and before.high == quote:
            return before if low == sentence.low or after is None else after
        return after or before or (self._read.before(sentence.low, quote) or self._read.at_end(quote, sentence.high))

    def _take(self, sentence: Sentence, quote: int, said: Attribution | None, inside: bool) -> None:
        token = self._tokens[quote]
        stretch = self._stretches[token.stretch]
        span = (stretch.start, stretch.end)
        last = self._found[-1] if self._found else None
        if (
            last is not None
            and not last.closed
            and quote == sentence.low
            and sentence.paragraph == last.paragraph + 1
            and said is None
        ):
            last.spans.append(span)
            last.closed, last.paragraph = stretch.closed, sentence.paragraph
            return
        opens = quote == sentence.low
        full = opens and _is_utterance(token.text)
        if (said is None and not full) or (said is not None and self._is_title(quote)):
            return
        if said is not None:
            speaker = self._discourse.speaker(said.mention)
            self._discourse.focus(speaker)
        else:
            speaker = self._discourse.latest or Speaker(None)
            if last is not None and last.paragraph == sentence.paragraph and self._adjoins(last, quote):
                last.spans.append(span)
                last.closed = stretch.closed
                return
        self._found.append(_Found([span], speaker, said.cue if said else None, stretch.closed, sentence.paragraph))

    def _adjoins(self, last: _Found, quote: int) -> bool:
        """Whether only the attribution stands between the last quotation and this one."""
        k = quote - 1
        points = 0
        while k >= 0 and self._tokens[k].kind is not Kind.QUOTE:
            if self._tokens[k].kind is Kind.BREAK:
                return False
            points += self._tokens[k].text in (".", "!", "?")
            k -= 1
        return k >= 0 and points <= 1 and self._tokens[k].end == last.spans[-1][1]

    def _is_title(self, quote: int) -> bool:
        """Whether the quoted words are the name of a work, or a nickname inside a name."""
        words = [w for w in self._tokens[quote].text.strip("'’\"”»“`‘").split() if w]
        if last_sign(self._tokens[quote].text) in ".?!" or not words:
            return False
        before = self._tokens[quote - 1] if quote else None
        if before is None or before.kind is not Kind.WORD:
            return False
        long = [w for w in words if len(w) > 3]
        return bool(long) and all(w[0].isupper() for w in long)


def _is_utterance(quoted: str) -> bool:
    """Whether quoted words look like a whole sentence."""
    words = quoted.split()
    inner = quoted.lstrip("'‘\"“«`„… [(")
    return len(words) >= 3 and (last_sign(quoted) in ".?!,…" or len(words) >= 6) and (not inner[:1].islower())


def _quotation(found: _Found) -> Quotation:
    speaker = found.speaker
    return Quotation(
        tuple(found.spans), speaker.name, found.cue, speaker.resolved and speaker.name is not None, speaker.role
    )
