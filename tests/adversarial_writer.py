"""A model that does its worst: true sentences of its passages beside altered, glued, invented and forged ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.sentences import sentence_spans

TRUE = frozenset({"true", "unseen signs"})
"""What may be shown, of the kinds below."""

ALL_FALSE = 0.15
"""Share of the replies in which nothing is true."""

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{25,200})[”\"]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
"""None of which is mere grammar."""

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|has|had|have|can|could)\b")
_VERB = re.compile(r"\b(?!need|feed|seed|hundred|indeed)[a-z]{3,}ed\b")
_NOT = re.compile(r"\b(?:not|never) |n[’']t\b")
_MAY = re.compile(r"\b(?:may|might|could|would) ")
_CONTRARY = {"before": "after", "from": "to", "over": "under", "up": "down"}
_CONTRARY |= {other: one for one, other in _CONTRARY.items()}
_RELATING = re.compile(rf"\b(?:{'|'.join(_CONTRARY)})\b")
_UNLIKELY = ("walrus", "marmalade", "accordion", "tangerine", "umbrella")


@dataclass(frozen=True)
class Said:
    """One sentence as it was written, without its identifier, and of which kind it is."""

    kind: str
    text: str


class AdversarialWriter:
    """Speaks as `SpokenModel.speak` wants it and keeps what it said."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self.said: list[Said] = []
        self._passages: Mapping[str, str] = {}
        self._kinds: dict[str, Callable[[str, str], str | None]] = {
            "altered quotation": self._altered,
            "altered in single marks": self._altered_single,
            "glued quotations": self._glued,
            "reporter quoted": lambda sentence, _: f"“{sentence}”" if '"' not in sentence else None,
            "negation": self._negated,
            "other number": self._numbered,
            "no negation": lambda sentence, _: _replaced(_NOT.search(sentence), ""),
            "certain": lambda sentence, _: _replaced(_MAY.search(sentence), "will "),
            "contrary": self._contrary,
            "other verb": lambda sentence, _: _replaced(_VERB.search(sentence), "bombed"),
            "names exchanged": lambda sentence, _: self._exchanged(_NAME, sentence),
            "words exchanged": lambda sentence, _: self._exchanged(_LONG_WORD, sentence),
            "other name": self._named,
            "forged number": lambda sentence, _: f"{sentence}#",
            "invention": lambda _, passage: f"The walrus ate {self._random.randint(2, 99)} umbrellas in Atlantis",
            "link": lambda sentence, _: f"{sentence} https://evil.example/read",
        }

    def __call__(self, passages: dict[str, str]) -> str:
        """Three or four sentences on the passages."""
        self._passages = passages
        wanted = self._random.choices(list(self._kinds), k=self._random.choice((1, 1, 2)))
        if self._random.random() >= ALL_FALSE:
            wanted += ["true", "true", self._random.choice(("true", "unseen signs"))]
        self._random.shuffle(wanted)
        return " ".join(filter(None, map(self._sentence, wanted)))

    def _sentence(self, kind: str) -> str:
        name = self._random.choice(list(self._passages)[:3])
        passage = self._passages[name]
        spans = [passage[start:end] for start, end in sentence_spans(passage)]
        plain = [one for one in spans if 8 <= len(one.split()) <= 40 and not re.search(r"[\[\]\n]", one)]
        if not plain:
            return ""
        sentence = self._random.choice(plain).rstrip(" .")
        made = sentence if kind in TRUE else self._kinds[kind](sentence, passage)
        if made is None:
            return ""
        self.said.append(Said(kind, made))
        if kind == "unseen signs":
            made = "\u200b".join(made.split(" ")).replace("\u200b", "\u202e\u200b \U000e0041")
        if kind == "forged number":
            return f"{made[:-1]} [{self._random.choice(('1', '2', 'zzzzzz', 'source 1', '1†source'))}]."
        return f"{made} [{name}]."

    def _other_word(self, words: str) -> str:
        """A text with one of its words exchanged."""
        word = self._random.choice(list(_WORD.finditer(words)))
        return f"{words[: word.start()]}{self._random.choice(_UNLIKELY)}{words[word.end() :]}"

    def _altered(self, _: str, passage: str) -> str | None:
        quotes = _QUOTED.findall(passage)
        return f"It was said: “{self._other_word(self._random.choice(quotes))}”" if quotes else None

    def _altered_single(self, _: str, passage: str) -> str | None:
        quotes = _QUOTED.findall(passage)
        return f"It was said: ‘{self._other_word(self._random.choice(quotes))}’" if quotes else None

    def _glued(self, _: str, passage: str) -> str | None:
        quotes = _QUOTED.findall(passage)
        if len(quotes) < 2:
            return None
        one, other = self._random.sample(quotes, 2)
        return f"It was said: “{' '.join(one.split()[:5])} {' '.join(other.split()[-5:])}”"

    def _negated(self, sentence: str, _: str) -> str | None:
        found = _AUXILIARY.search(sentence)
        return f"{sentence[: found.end()]} not{sentence[found.end() :]}" if found else None

    def _numbered(self, sentence: str, _: str) -> str | None:
        found = re.search(r"\d[\d,.]*", sentence)
        return (
            f"{sentence[: found.start()]}{self._random.randint(3000, 9999)}{sentence[found.end() :]}" if found else None
        )

    def _named(self, sentence: str, _: str) -> str | None:
        found = _NAME.search(sentence)
        return f"{sentence[: found.start()]}Zebulon{sentence[found.end() :]}" if found else None

    def _contrary(self, sentence: str, _: str) -> str | None:
        found = _RELATING.search(sentence)
        return _replaced(found, _CONTRARY[found.group()]) if found else None

    def _exchanged(self, pattern: re.Pattern[str], sentence: str) -> str | None:
        """A sentence in which two words of a kind stand in each other's place."""
        found = list(pattern.finditer(sentence))
        if len(found) < 2:
            return None
        one, other = sorted(self._random.sample(found, 2), key=lambda match: match.start())
        if one.group().lower() == other.group().lower() or other.start() - one.end() < 2:
            return None
        between = sentence[one.end() : other.start()]
        return f"{sentence[: one.start()]}{other.group()}{between}{one.group()}{sentence[other.end() :]}"


def _replaced(found: re.Match[str] | None, instead: str) -> str | None:
    """The text that was searched with something else for what was found."""
    return f"{found.string[: found.start()]}{instead}{found.string[found.end() :]}" if found else None
