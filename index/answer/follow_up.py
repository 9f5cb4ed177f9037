"""Reads a question that leans on the one before it ("and what did Moscow say?") as one that stands alone. Pure.

It works on the wording, so that the whole question can be shown to whoever asked, with or without a language model.
"""

from __future__ import annotations

import re

from index.answer.words import STOPWORDS
from index.types import Exchange

_LINK = re.compile(
    r"^\s*(?:(?:and|but|or|so|then|ok(?:ay)?|also|thanks|well|hm+)\b[\s,.:;!-]*)+(?=\w)|^\s*@?\W+(?=\w)", re.I
)
_ABOUT = re.compile(r"^(?:what|how)\s+about\s+(?P<rest>.+)$|^(?:for\s+)?(?P<bare>.+)$", re.I | re.S)
_TOPIC = re.compile(r"\b(?:about\s+)+(?P<what>.+)\Z", re.I | re.S)
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would"
    r"|should)\b",
    re.I,
)
_SAID = re.compile(
    r"\b(?:what|how)\s+(?:did|does|do|has|have|had)\s+(?P<who>.{2,60}?)\s+"
    r"(?P<verb>say|said|think|tell|reply|replied|respond|responded|react|reacted|comment|commented|answer)\b(?P<rest>.*)$",
    re.I | re.S,
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.’'&-]*"
_NAME = re.compile(rf"\b{_CAPITAL}(?:\s+(?:(?:of|the|de|al|bin|van|von|der|la)\s+)?{_CAPITAL})*")
_TIMES = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|(?:this|last|next)"
    r"\s+(?:week|month|year|\w+day|spring|summer|autumn|fall|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_TIME = re.compile(rf"\b(?:(?:in|on|since|before|after|during|until)\s+)?{_TIMES}\b|\b(?:yesterday|today)\b", re.I)
_PLACED = re.compile(
    r"^(?P<preposition>in|at|on|from|to|with|by|for|against|near|inside|of)\s+(?P<what>.+)$", re.I | re.S
)
_PERSON = re.compile(r"\b(?P<of>his|hers?|their)\b(?=\s+\w)|\b(?:he|she|him|her|they|them)\b", re.I)
_THING = re.compile(r"\b(?:it|this|that|these|those|there)\b(?!\s+\w+\s+(?:is|was|are|were)\b)", re.I)
_MEASURED = re.compile(r"\bhow\s+(?:many|much|old|long|far|often)\b", re.I)
_SAYING = frozenset({"said", "say", "says", "tell", "told", "yet", "exactly", "true"})

SHORT = 6
"""A follow-up of more words, with a verb of asking and without a word that points back, stands alone."""


def whole(question: str, before: Exchange | None) -> str:
    """The question as it would be asked by itself; unchanged where it does not lean on the one before."""
    if before is None:
        return question
    linked = _LINK.match(question) is not None
    own = _LINK.sub("", question).strip()
    if not own:
        return question
    if not _ASKS.search(own) or re.match(r"(?:what|how)\s+about\b", own, re.I):
        return _elliptic(own, before) if linked or len(own.split()) <= SHORT else question
    if (said := _SAID.search(own)) and not _content(said["rest"]):
        return _named(f"{_closed(own)} about {_topic(before.question)}?", before)
    if _is_bare(own):
        return f"{_closed(own)} ({_matter(before.question)})?"
    names = _names(own)
    person = _PERSON.search(own)
    if person and not any(name.start() < person.start() for name in names):
        return _pointing(own, before)
    return _pointing(own, before) if _THING.search(own) and not names else question


def _elliptic(own: str, before: Exchange) -> str:
    """ "And Germany?", "what about last week?": the question before with one part of it replaced."""
    asked = _ABOUT.match(_closed(own))
    part = ((asked["rest"] or asked["bare"]) if asked else own).strip()
    question = _closed(before.question)
    if topic := _TOPIC.match(part):
        old = _TOPIC.search(question)
        return f"{question[: old.start()]}{part}?" if old else _elliptic(topic["what"], before)
    if _TIME.fullmatch(part):
        old = _TIME.search(question)
        return (f"{question[: old.start()]}{part}{question[old.end() :]}" if old else f"{question} {part}") + "?"
    if placed := _PLACED.match(part):
        old = re.search(rf"\b{placed['preposition']}\s+(?:the\s+)?{_NAME.pattern}", question)
        return (f"{question[: old.start()]}{part}{question[old.end() :]}" if old else f"{question} {part}") + "?"
    if said := _SAID.search(question):
        return f"{question[: said.start('who')]}{part}{question[said.end('who') :]}?"
    if names := _names(question):
        last = names[-1]
        return f"{question[: last.start()]}{part}{question[last.end() :]}?"
    return f"{question} {part}?"


def _pointing(own: str, before: Exchange) -> str:
    """ "He", "it": the person or the matter of the question before in its place."""
    told = _named(own, before)
    if told != own and (_names(own) or not _THING.search(own)):
        return told
    return f"{_closed(told)} ({_matter(before.question)})?"


def _named(own: str, before: Exchange) -> str:
    """A question in which "he" is the person whom the exchange before was about."""
    said = _SAID.search(_closed(before.question))
    asked = [said["who"]] if said else []
    person = next(iter([*asked, *before.speakers, *(name.group() for name in _names(before.question))]), None)
    if person is None:
        return own
    return _PERSON.sub(lambda match: f"{person}’s" if match["of"] else person, own, count=1)


def _topic(question: str) -> str:
    """What a question is about: what stands behind "about", else its words of content."""
    about = re.search(r"\b(?:about|on|regarding|concerning)\s+(.+)$", _closed(question), re.I | re.S)
    if about and _content(about[1]):
        return about[1].strip()
    return _matter(question)


def _matter(question: str) -> str:
    """The words of a question that say what it is about, and whom."""
    return " ".join(word for word in _content(_MEASURED.sub("", question)) if word.lower() not in _SAYING)


def _is_bare(own: str) -> bool:
    """Whether a question has no word of content: "why?", "when was that?", "who said so?"."""
    return not [word for word in _content(own) if word.lower() not in _SAYING]


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w][\w.’'&-]*", text) if word.lower().rstrip(".") not in STOPWORDS]


def _names(question: str) -> list[re.Match[str]]:
    """Runs of capitalised words, without the one that begins a sentence because it asks."""
    return [one for one in _NAME.finditer(question) if not _ASKS.fullmatch(one.group())]


def _closed(question: str) -> str:
    return question.strip().rstrip("?!. ")
