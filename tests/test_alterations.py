"""Guards the promise of the check: of 300 altered quotations none is called word for word, of 300 true ones all are."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from index.answer.gate import pasted
from index.store import Store
from index.types import COMMON
from index.verdicts import Check, Verdict
from index.work.checking import Checking
from tests.quoted_news import Said, invented_articles, quotations_of, starter_articles, store_articles

EACH = 60
SEED = 11


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checking]:
    store = Store(tmp_path_factory.mktemp("data"), "test")
    store_articles(store, ARTICLES)
    yield Checking(store)
    store.close()


ARTICLES = [*starter_articles(), *invented_articles(60, random.Random(SEED))]
SAID = quotations_of(ARTICLES)
WORDS = sorted({word for one in SAID for word in one.words.split()})


def outcome(checking: Checking, words: str, speaker: str | None) -> Check:
    (check,) = checking.check(words, COMMON, speaker).checks
    return check


def changed(said: Said, chance: random.Random) -> Said:
    """One word is another one."""
    words = said.words.split()
    at = chance.randrange(len(words))
    words[at] = chance.choice([word for word in WORDS if word.casefold() != words[at].casefold()])
    return Said(" ".join(words), said.speaker)


def negated(said: Said, chance: random.Random) -> Said:
    """A "not", "never" or "no" stands in it."""
    words = said.words.split()
    words.insert(chance.randrange(1, len(words)), chance.choice(("not", "never", "no", "[not]")))
    return Said(" ".join(words), said.speaker)


def swapped(said: Said, chance: random.Random) -> Said:
    """Two words have changed places."""
    words = said.words.split()
    one = chance.randrange(len(words))
    other = chance.choice([at for at in range(len(words)) if words[at].casefold() != words[one].casefold()])
    words[one], words[other] = words[other], words[one]
    return Said(" ".join(words), said.speaker)


def misattributed(said: Said, chance: random.Random) -> Said:
    """Somebody else who is quoted is said to have said it."""
    others = [one.speaker for one in SAID if not set(one.speaker.split()) & set(said.speaker.split())]
    return Said(said.words, chance.choice(others))


def glued(said: Said, chance: random.Random) -> Said:
    """Another quotation follows as if it was one."""
    other = chance.choice([one for one in SAID if one.words != said.words])
    return Said(said.words + chance.choice((" ", ". ", ", ", " … ", " [...] ", " — ")) + other.words, said.speaker)


@pytest.mark.parametrize("alter", [changed, negated, swapped, misattributed, glued])
def test_no_altered_quotation_is_called_word_for_word(
    checking: Checking, alter: Callable[[Said, random.Random], Said]
) -> None:
    chance = random.Random(SEED)
    passed = []
    for said in chance.sample(SAID, EACH):
        other = alter(said, chance)
        speakers = (other.speaker,) if alter is misattributed else (other.speaker, None)
        passed += [
            (said, other) for speaker in speakers if outcome(checking, other.words, speaker).verdict is Verdict.EXACT
        ]
    assert passed == []


VARIATIONS: dict[str, Callable[[str], str]] = {
    "straight marks": lambda words: '"' + words.replace("’", "'").replace("“", '"').replace("”", '"') + '"',
    "marks of other countries": lambda words: f"«\xa0{words}\xa0»",
    "low marks": lambda words: f"„{words}“",
    "marks of typewriters": lambda words: f"``{words}.''",
    "dashes": lambda words: words.replace("—", " -- ").replace("–", "-"),
    "spaced dashes": lambda words: words.replace("—", " – "),
    "dots": lambda words: words.replace("…", " . . . "),
    "an ellipsis": lambda words: words.replace("...", "…"),
    "hard spaces": lambda words: words.replace(" ", "\xa0"),
    "line breaks": lambda words: words.replace(" ", "\n  ", 3),
    "soft hyphens": lambda words: words.replace("n", "n\xad"),
    "ligatures": lambda words: words.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "accents apart": lambda words: unicodedata.normalize("NFD", words),
    "a small first letter": lambda words: words[0].lower() + words[1:],
    "a bracketed first letter": lambda words: f"[{words[0].swapcase()}]{words[1:]}" if words[0].isalpha() else words,
    "a stop": lambda words: f"“{words}.”",
    "an ellipsis at its ends": lambda words: f"… {words} …",
    "wide letters": lambda words: words.replace("a", "\uff41"),
}


def test_every_true_quotation_is_called_word_for_word(checking: Checking) -> None:
    chance = random.Random(SEED)
    failed, of_kind = [], sorted(VARIATIONS)
    for number in range(5 * EACH):
        said, kind = chance.choice(SAID), of_kind[number % len(of_kind)]
        check = outcome(checking, VARIATIONS[kind](said.words), said.speaker)
        if check.verdict is not Verdict.EXACT:
            failed.append((kind, said, check.verdict))
    assert failed == []


def test_what_is_cited_for_a_true_quotation_is_the_article_letter_for_letter(checking: Checking) -> None:
    texts = {article.url: article.text for article in ARTICLES}
    for said in random.Random(SEED).sample(SAID, EACH):
        for evidence in outcome(checking, said.words, said.speaker).evidence:
            cited = evidence.citation
            assert texts[cited.url][cited.start : cited.end] == cited.quote
            assert pasted(cited.quote) == pasted(said.words)
