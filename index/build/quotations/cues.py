"""The verbs of saying and the small words around them; only lists, and how a form is looked up."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(listed.split())


_REGULAR = """
accuse acknowledge add address admit advise affirm agree allege allow announce answer appeal argue ask
assert assure attest bark beg bellow bemoan blast boast brag call caution challenge charge chide claim
clarify comment complain concede conclude concur condemn confess confide confirm contend continue counsel
counter cry criticize criticise declare decry demand denounce deny describe detail disclose dismiss echo
elaborate emphasize emphasise enthuse estimate exclaim exhort explain express fume gasp growl grumble gush
hint holler implore indicate inform inquire insist instruct intone interject interrupt jest joke lament
laugh lecture maintain mention moan mock murmur muse mutter note object observe offer opine order pen plead
pledge point post posit praise pray preach predict press proclaim pronounce protest query question quip rail
rant reaffirm reason reassure recall reckon recommend recount reflect refuse reiterate rejoin relate remark
remember remind repeat reply report request respond retort reveal roar scoff scold scream shout shriek shrug
sigh signal sing slam slur snap snarl sniff sob speculate stammer state stress suggest summarize summarise
surmise tease testify text thank thunder tout tweet underline urge utter vent voice vow wail warn warrant
whine whisper wonder worry yell
"""
_IRREGULAR = """
say says said saying | tell tells told telling | write writes wrote written writing | thinks thought
thinking | speak speaks spoke spoken speaking | swear swears swore swearing | read reads reading | put puts
putting | sum sums summed summing | go goes went going | fire fires fired firing | hit hits hitting | shoot
shoots shot shooting | plead pleads pleaded pled | blog blogs blogged blogging | quip quips quipped quipping
| admit admits admitted admitting | begin begins began beginning | chime chimes chimed chiming | find finds
found | crow crows crowed | label labels labeled labelled labeling labelling | brand brands branded branding
| refer refers referred referring
"""
_IRREGULAR_PAST = word_set("said told wrote read thought spoke swore put went fired shot began found pled")
WEAK = word_set(
    "put puts putting go goes went going fire fires fired firing hit hits hitting shoot shoots shot shooting"
    " begin begins began beginning thinks thought thinking reads reading order orders ordered offer"
    " offers offered report reports point points press presses question questions state states charge charges"
    " claim claims post posts text texts voice voices sing challenge challenges address addresses note notes"
    " object objects appeal appeals demand demands request requests signal signals estimate estimates comment"
    " comments reason reasons laugh laughs pledge pledges warrant warrants vent vents sum sums pen pens worry"
    " worries query queries label labels brand brands detail details remark remarks"
)
"""Forms that are often something else (a noun, another act): they count beside a quotation only."""


def _regular_forms(stem: str) -> tuple[str, ...]:
    if stem.endswith("e"):
        return stem, stem + "s", stem + "d", stem[:-1] + "ing"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"
    ending = "es" if stem.endswith(("s", "sh", "ch", "x")) else "s"
    return stem, stem + ending, stem + "ed", stem + "ing"


CUES = frozenset(form for stem in _REGULAR.split() for form in _regular_forms(stem)) | (
    word_set(_IRREGULAR.replace("|", " "))
)
PRONOUNS = word_set("he she they we i you it who")
PERSONAL = word_set("he she they it")
AUXILIARIES = word_set(
    "has have had is was are were be been being will would can could may might must shall should do does did to"
    " not never also then later soon now once still just even again further too both already recently previously"
    " earlier reportedly reported simply only largely often sometimes always repeatedly first finally eventually"
    " instead since all himself herself doesn't didn't won't wouldn't hasn't haven't couldn't can't don't"
    " doesn’t didn’t won’t wouldn’t can’t don’t"
)
PREPOSITIONS = word_set(
    "of for in at from with by on to into about after before during since under over against between among"
    " through despite without within across as like via behind outside inside near around amid toward towards"
    " upon throughout until following including regarding per than alongside ahead"
)
CONJUNCTIONS = word_set(
    "and but or nor so yet because while when where if although though unless whether once given that as after"
    " before since"
)
RELATIVES = word_set("who which whose whom")
DETERMINERS = word_set(
    "the a an one another some his her their its our my this that these those several many two three no such"
    " both all every other any each"
)


def is_cue(low: str) -> bool:
    """Whether a lower-case word is a form of a verb of saying."""
    return low in CUES


def is_past(low: str) -> bool:
    """Whether a form is past tense and so hardly ever a noun."""
    return low.endswith("ed") or low in _IRREGULAR_PAST


def is_adverb(low: str) -> bool:
    """Whether a word may stand between subject and verb: an auxiliary or an adverb in -ly."""
    return low in AUXILIARIES or (low.endswith("ly") and len(low) > 4)
