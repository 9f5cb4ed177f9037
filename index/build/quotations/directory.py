"""Knows the names of one article: the fullest form of each, who is a person, and what the article calls them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index.build.quotations.genders import gender
from index.build.quotations.names import Name
from index.build.quotations.subjects import Subjects
from index.build.quotations.tokens import Token
from index.build.quotations.words import COUNTRIES, PLACES

_WHERE = frozenset({"in", "at", "near", "across", "outside", "around", "throughout"})
_GROUPS = ("ans", "ists", "crats")
_LONGEST_NAME = 7


class Directory:
    """The names in the reporter's words (`names`) and inside the quotations (`quoted`)."""

    def __init__(
        self, names: Sequence[Name], quoted: Sequence[tuple[str, ...]], tokens: Sequence[Token], subjects: Subjects
    ) -> None:
        self._full: dict[tuple[str, ...], str] = {}
        self._by_last: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._by_first: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for name in names:
            self._enter(name.words, name.organisation)
        for words in quoted:
            self._enter(words, organisation=False)
        self._titles = {self.fullest(n): n.title for n in names if n.words and n.title}
        self._places = {n.words for n in names if n.low and tokens[n.low - 1].low in _WHERE}
        self._roles: dict[str, str] = {}
        for name in names:
            if len(name.words) > 1 and not name.organisation and (role := subjects.role_of(name)):
                self._roles.setdefault(self.fullest(name), role)

    def _enter(self, words: tuple[str, ...], organisation: bool) -> None:
        if 1 < len(words) <= _LONGEST_NAME:
            self._by_last[_key(words)][words] += 1
            if not organisation:
                self._by_first[words[0]][words] += 1

    def fullest(self, name: Name) -> str:
        """The most frequent longer name with the same last word (or, for one word, first word), else the name."""
        if name.words not in self._full:
            self._full[name.words] = " ".join(self._longest(name.words))
        return self._full[name.words]

    def _longest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        same = self._by_last.get(_key(words))
        if len(words) == 1:
            known = same or self._by_first.get(words[0])
            return known.most_common(1)[0][0] if known else words
        longer = [w for w, _ in same.most_common() if len(w) > len(words) and w[0] == words[0]] if same else []
        return longer[0] if longer else words

    def role(self, full: str) -> str | None:
        """What the article calls somebody where it introduces them: the mayor of Elbing; Sen."""
        return self._roles.get(full)

    def gender(self, full: str) -> str | None:
        """ "he" or "she" where title, role or first name tell."""
        return gender(full, self._titles.get(full, ""), self._roles.get(full, ""))

    def is_person(self, name: Name) -> bool:
        """Whether a name may be a person's."""
        full = self.fullest(name)
        if full in self._titles or self.gender(full):
            return True
        if name.organisation or full.isupper() or full.endswith(_GROUPS):
            return False
        return name.words not in self._places and full not in PLACES and full not in COUNTRIES


def _key(words: tuple[str, ...]) -> str:
    suffixed = len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV")
    return words[-2] if suffixed else words[-1]
