"""Remembers who was spoken of, so that "he said" and a quotation with no verb beside it find their speaker."""

from __future__ import annotations

from dataclasses import dataclass

from index.build.quotations.names import HONORIFICS, Directory, Name
from index.build.quotations.phrases import Mention

_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as the article names them; `resolved` where the name is fuller than the mention was."""

    name: str | None
    role: str | None = None
    resolved: bool = False
    person: bool = True


class Discourse:
    """The people mentioned so far, latest last; asked in the order of the text."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._genders: dict[str, str] = {}
        self._recent: list[Speaker] = []

    def meet(self, name: Name) -> None:
        """Take note of a name in passing."""
        self._honour(name)

    def _honour(self, name: Name) -> None:
        first = name.title.lower().split()[0].rstrip(".") if name.title else ""
        if first in HONORIFICS and name.words:
            self._genders[self.full(name)] = HONORIFICS[first]

    def full(self, name: Name) -> str:
        """The fullest form of a name."""
        return " ".join(self._directory.fullest(name.words))

    def speaker(self, mention: Mention) -> Speaker:
        """Who a mention means."""
        if mention.name is not None:
            full = self.full(mention.name)
            return Speaker(full, mention.role or None, full != mention.name.text, not mention.name.organisation)
        if mention.pronoun is not None:
            return self._antecedent(mention.pronoun)
        name = _without_article(mention.words) if mention.placed else None
        return Speaker(name, mention.words or None, person=False)

    def _antecedent(self, pronoun: str) -> Speaker:
        for known in reversed(self._recent):
            if known.name is None or (not known.person and pronoun != "they"):
                continue
            gender = self._genders.get(known.name)
            if gender is None or gender == pronoun or pronoun == "they":
                if pronoun != "they":
                    self._genders[known.name] = pronoun
                return Speaker(known.name, known.role, resolved=True)
        return Speaker(None)

    def focus(self, speaker: Speaker) -> None:
        """Somebody is now spoken of (or speaks)."""
        if speaker.name is not None:
            self._recent.append(speaker)
            del self._recent[:-_REMEMBERED]

    @property
    def latest(self) -> Speaker | None:
        """Who was last spoken of."""
        return self._recent[-1] if self._recent else None


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("a", "an", "the") and rest else words
