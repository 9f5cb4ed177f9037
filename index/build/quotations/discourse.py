"""Remembers who was spoken of, so that "he said" and a quotation with no verb beside it find their speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.build.quotations.cues import word_set
from index.build.quotations.directory import Directory
from index.build.quotations.names import Name
from index.build.quotations.phrases import Mention

_REMEMBERED = 12
_ANYBODY = word_set(
    "republican democrat candidate nominee senator congressman congresswoman lawmaker billionaire businessman"
    " politician businesswoman mogul star singer actor actress author"
)
"""Nouns by which an article calls the person it is about even where it has not introduced them so."""

_OUTLETS = word_set("paper newspaper site website magazine broadcaster outlet agency network daily tabloid weekly tank")
"""Nouns that mean the outlet or organisation last quoted."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as the article names them; `resolved` where the name is fuller than the mention was."""

    name: str | None
    role: str | None = None
    resolved: bool = False
    person: bool = True
    spoke: bool = False


class Discourse:
    """The people mentioned so far, latest last; asked in the order of the text."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._recent: list[Speaker] = []
        self._mentioned: list[Name] = []

    def speaker(self, mention: Mention) -> Speaker:
        """Who a mention means."""
        if mention.name is not None:
            return self._named(mention.name, mention.role)
        if mention.pronoun is not None:
            return self._antecedent(mention.pronoun)
        known = self._known_as(mention.words.split()[-1]) if mention.definite else None
        return known or Speaker(mention.words if mention.placed else None, mention.words or None, person=False)

    def _known_as(self, noun: str) -> Speaker | None:
        """Who "the mayor" or "the ministry" is: the latest whose role or name holds the word."""
        for known in reversed(self._recent):
            described = noun.lower() in f"{known.role} {known.name}".lower().split()
            anybody = known.person and noun.lower() in _ANYBODY
            if described or anybody or (known.spoke and not known.person and noun.lower() in _OUTLETS):
                return replace(known, resolved=True)
        return None

    def _named(self, name: Name, role: str) -> Speaker:
        full = self._directory.fullest(name)
        return Speaker(full, role or self._directory.role(full), full != name.text, self._directory.is_person(name))

    def _antecedent(self, pronoun: str) -> Speaker:
        """The latest person of that gender; for "they" and "it", the latest who is no single person."""
        if pronoun in ("they", "it"):
            latest = [known for known in self._recent if not known.person][-1:]
        else:
            people = [known for known in self._recent if known.person and known.name]
            latest = [k for k in people if self._directory.gender(k.name or "") in (None, pronoun)][-1:]
            latest = latest or self._passing(pronoun)
        return replace(latest[0], resolved=True) if latest else Speaker(None)

    def _passing(self, pronoun: str) -> list[Speaker]:
        """The latest name mentioned that is surely of that gender."""
        for name in reversed(self._mentioned):
            if self._directory.gender(self._directory.fullest(name)) == pronoun:
                return [self._named(name, "")]
        return []

    def mention(self, names: Iterable[Name]) -> None:
        """Names that stand in a sentence about somebody else."""
        self._mentioned.extend(name for name in names if name.words)
        del self._mentioned[:-_REMEMBERED]

    def focus(self, speaker: Speaker, spoke: bool = False) -> None:
        """Somebody is now spoken of, or speaks."""
        if speaker.name is not None:
            self._recent.append(replace(speaker, spoke=spoke))
            del self._recent[:-_REMEMBERED]

    @property
    def latest(self) -> Speaker | None:
        """Who last spoke, or was last spoken of and may speak."""
        return next((known for known in reversed(self._recent) if known.spoke or known.person), None)
