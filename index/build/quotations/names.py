"""Finds names by their capitals, parts titles from them, and knows the fullest form an article gives of each.

No list of people: only small closed lists of titles, of words that make a name an organisation's, and of capitalised
words that are no names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.build.quotations.cues import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_cue,
    is_past,
)
from index.build.quotations.tokens import Kind, Token


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    "mr mrs ms miss dr prof professor rev reverend hon sir dame lord lady president vice vice-president"
    " premier chancellor prime minister secretary senator sen sens rep reps representative congressman"
    " congresswoman governor gov govs lieutenant lt mayor judge justice chief general gen attorney colonel"
    " col major maj captain capt commander cmdr admiral adm sergeant sgt corporal officer detective det"
    " sheriff deputy ambassador speaker leader director chairman chairwoman chair chairperson pope"
    " cardinal archbishop bishop father rabbi imam ayatollah sheikh king queen prince princess duke baron"
    " ceo coach spokesman spokeswoman spokesperson commissioner councilman councilwoman councillor"
    " councilor assemblyman assemblywoman delegate republican democrat democratic independent solicitor"
    " superintendent chancellor nominee candidate undersecretary inspector then-president then-candidate"
    " then-secretary then-sen president-elect ex-president minority majority whip adviser advisor"
    " strategist analyst host editor reporter author actor actress singer pastor brother sister former"
    " late aunt uncle principal dean provost treasurer comptroller envoy emperor empress sultan emir"
    " chief-of-staff pollster consultant anchor correspondent"
)
HONORIFICS = {
    "mr": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "sir": "he",
    "dame": "she",
    "lady": "she",
    "king": "he",
}
_OFFICES = _words(
    "state defense defence treasury homeland security labor labour commerce energy education agriculture"
    " health interior staff representatives veterans affairs foreign finance justice transportation"
)
_AFTER_OFFICE_OF = _words("secretary minister chief speaker department ministry director undersecretary")
ORGANISATION_WORDS = _words(
    "party university college school institute institution center centre council committee commission"
    " association society foundation company corp inc co ltd llc group bank fund department ministry"
    " agency bureau administration office house senate congress parliament court government union news"
    " times post journal tribune herald gazette magazine press network radio television army navy force"
    " forces police guard church league club team federation coalition alliance campaign board authority"
    " service services states kingdom nations street research project network pac watch republicans"
    " democrats organization organisation international global partners capital holdings airlines motors"
    " hospital museum library daily"
)
_ADJECTIVES = _words(
    "american british french german russian chinese israeli iranian iraqi syrian mexican canadian cuban"
    " japanese korean indian republican democratic conservative liberal labour gop u.s. uk eu christian"
    " muslim jewish catholic european african asian latino hispanic black white north south east west"
)
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december jan feb aug sept oct nov dec i"
)
NOT_NAMES = DAYS | _words(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december jan feb aug sept oct nov dec yes okay ok oh well mr mrs"
    " ms today yesterday tomorrow meanwhile however here there now then what which how why even only still"
    " more most not others according asked speaking earlier later last next first second recently also"
    " nearly almost perhaps maybe indeed instead photo image video getty images advertisement related read"
    " watch follow updated published share twitter facebook bingo when where those these despite after"
    " before during since until third finally please english latin officials police voters experts critics"
    " supporters aides advisers residents witnesses analysts researchers scientists lawmakers authorities"
    " prosecutors investigators doctors economists protesters opponents sources leaders people women men"
    " students teachers parents families lawyers observers activists campaigners based given clearly"
    " obviously certainly surely sadly additionally interestingly ironically notably separately similarly"
    " specifically ultimately unfortunately apparently actually basically really previously currently"
    " initially originally typically generally usually essentially simply hopefully frankly honestly"
    " personally"
)
PLACES = frozenset(
    name.strip()
    for name in [
        "Alabama",
        " Alaska",
        " Arizona",
        " Arkansas",
        " California",
        " Colorado",
        " Connecticut",
        " Delaware",
        " Florida",
        " Hawaii",
        " Idaho",
        " Illinois",
        " Indiana",
        " Iowa",
        " Kansas",
        " Kentucky",
        " Louisiana",
        " Maine",
        " Maryland",
        " Massachusetts",
        " Michigan",
        " Minnesota",
        " Mississippi",
        " Missouri",
        " Montana",
        " Nebraska",
        " Nevada",
        " New Hampshire",
        " New Jersey",
        " New Mexico",
        " New York",
        " North Carolina",
        " North Dakota",
        " Ohio",
        " Oklahoma",
        " Oregon",
        " Pennsylvania",
        " Rhode Island",
        " South Carolina",
        " South Dakota",
        " Tennessee",
        " Texas",
        " Utah",
        " Vermont",
        " West Virginia",
        " Wisconsin",
        " Wyoming",
        " D.C.",
        " Ala.",
        " Ariz.",
        " Ark.",
        " Calif.",
        " Colo.",
        " Conn.",
        " Del.",
        " Fla.",
        " Ga.",
        " Ill.",
        " Ind.",
        " Kan.",
        " Ky.",
        " La.",
        " Md.",
        " Mass.",
        " Mich.",
        " Minn.",
        " Miss.",
        " Mo.",
        " Mont.",
        " N.C.",
        " N.D.",
        " N.H.",
        " N.J.",
        " N.M.",
        " N.Y.",
        " Neb.",
        " Nev.",
        " Okla.",
        " Ore.",
        " Pa.",
        " R.I.",
        " S.C.",
        " S.D.",
        " Tenn.",
        " Tex.",
        " Va.",
        " Vt.",
        " W.Va.",
        " Wash.",
        " Wis.",
        " Wyo.",
        " Inc.",
        " England",
        " Scotland",
        " Wales",
        " Ontario",
        " Canada",
        " Australia",
        " France",
        " Germany",
        " Italy",
        " Spain",
    ]
)
"""Names that stand between commas after a town; people are hardly ever called so."""
_INNER = _words("de del la le van von der den di da dos das bin ibn al el du ten ter bint abu st. y")
_SURNAMES = _words(
    "king prince judge singer coach pope bishop father brother sister chief major dean duke baron general lord page"
)
_SMALL = CONJUNCTIONS | RELATIVES | PRONOUNS | DETERMINERS | PREPOSITIONS | AUXILIARIES | NOT_NAMES


_CONTRACTED = re.compile(r"(?:\w+n|i|you|he|she|it|we|they|that|there|who|what|let)['’](?:t|m|s|d|ve|re|ll)\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[low, high)`: its words without titles (none where it is only a title), the titles before
    it, and whether it is possessive or an organisation's."""

    low: int
    high: int
    words: tuple[str, ...]
    title: str
    possessive: bool
    organisation: bool

    @property
    def text(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


def bare(word: str) -> str:
    """A word without its possessive ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("'", "’")) else word


def find_names(tokens: Sequence[Token]) -> list[Name]:
    """Every name in the tokens, in order."""
    common = {t.low for t in tokens if t.kind is Kind.WORD and not t.capital}
    proper = {t.low for before, t in pairwise(tokens) if t.capital and before.kind is Kind.WORD}
    plain = (common | {t.low for t in tokens if t.low.endswith(("ing", "ed"))}) - proper
    return _find(tokens, plain)


def _find(tokens: Sequence[Token], plain: set[str]) -> list[Name]:
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        high = _run(tokens, at, plain)
        if high > at:
            found.append(_name(tokens, at, high))
        at = max(high, at + 1)
    return found


def _begins(tokens: Sequence[Token], at: int, plain: set[str]) -> bool:
    """Whether a name may begin here: a capital that is not just the first word of its sentence."""
    token = tokens[at]
    if not token.capital or bare(token.low) in _SMALL or _CONTRACTED.match(token.low):
        return False
    first = at == 0 or (tokens[at - 1].kind is not Kind.WORD and tokens[at - 1].text not in ",;()")
    if not first or (token.low not in plain and not is_cue(token.low)):
        return True
    if is_cue(token.low) and is_past(token.low):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (following.capital or (is_past(following.low) and token.low.endswith("ing")))


def _run(tokens: Sequence[Token], at: int, plain: set[str]) -> int:
    """Where the name that begins at `at` ends; `at` itself where none begins."""
    if not _begins(tokens, at, plain):
        return at
    high = at + 1
    while high < len(tokens) and not _possessive(tokens[high - 1].text):
        token = tokens[high]
        if token.capital and bare(token.low) not in DAYS:
            high += 1
        elif token.low in _INNER and high + 1 < len(tokens) and tokens[high + 1].capital:
            high += 2
        elif token.low == "of" and _goes_on_after_of(tokens, at, high):
            high += 3 if tokens[high + 1].low == "the" else 2
        elif token.text == "&" and high + 1 < len(tokens) and tokens[high + 1].capital:
            high += 2
        else:
            break
    return min(high, len(tokens))


def _goes_on_after_of(tokens: Sequence[Token], low: int, of: int) -> bool:
    """Whether "of" is inside the name: Secretary of State, University of the South."""
    after = of + 2 if of + 1 < len(tokens) and tokens[of + 1].low == "the" else of + 1
    if after >= len(tokens) or not tokens[after].capital or tokens[after].low in DAYS:
        return False
    head = tokens[of - 1].low
    return head in ORGANISATION_WORDS or (head in _AFTER_OFFICE_OF and tokens[after].low in _OFFICES)


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _name(tokens: Sequence[Token], low: int, high: int) -> Name:
    words = [t.text for t in tokens[low:high]]
    possessive = _possessive(words[-1])
    words[-1] = bare(words[-1])
    cut = _after_titles(words)
    organisation = _is_organisation(words[cut:], cut, tokens[low - 1].low if low else "")
    return Name(low, high, tuple(words[cut:]), " ".join(words[:cut]), possessive, organisation)


def _after_titles(words: list[str]) -> int:
    """How many of the words are titles and what stands before them: Texas Sen. | Ted Cruz."""
    lows = [w.lower().rstrip(".") for w in words]
    cut = 0
    for at, low in enumerate(lows):
        if low in _SURNAMES and at == len(lows) - 1 and (at < 2 or at == cut > 0):
            break
        if low in TITLES and not (at + 1 < len(lows) and lows[at + 1] in ORGANISATION_WORDS):
            cut = at + 1
            if cut < len(lows) and lows[cut] == "of":
                cut += 1
                while cut < len(lows) and lows[cut] in _OFFICES | {"the"}:
                    cut += 1
    while cut == 0 < len(lows) - 1 and lows[0] in _ADJECTIVES and lows[-1] not in ORGANISATION_WORDS:
        return 1
    return cut


def _is_organisation(words: list[str], titles: int, before: str) -> bool:
    if not words:
        return False
    if any(w.lower().rstrip(".") in ORGANISATION_WORDS for w in words):
        return True
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()
    return titles == 0 and (acronym or before == "the")


class Directory:
    """The names of one article: `fullest` finds the longest form it gives of a shorter one."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_last: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._by_first: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for name in names:
            if len(name.words) > 1 and len(name.words) < 8:
                self._by_last[_key(name.words)][name.words] += 1
                if not name.organisation:
                    self._by_first[name.words[0]][name.words] += 1

    def fullest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The most frequent longer name with the same last word (or, for one word, first word), else the words."""
        same = self._by_last.get(_key(words), Counter())
        if len(words) == 1:
            known = same or self._by_first.get(words[0], Counter())
            return known.most_common(1)[0][0] if known else words
        longer = [w for w, _ in same.most_common() if len(w) > len(words) and w[0] == words[0]]
        return longer[0] if longer else words


def _key(words: tuple[str, ...]) -> str:
    suffixed = len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV")
    return words[-2] if suffixed else words[-1]
