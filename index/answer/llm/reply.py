"""Reads what a language model wrote: its sentences, and which passages each of them names. Pure.

Whether a sentence is true of its passages is `support`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from index.answer.llm.seen import in_one_line, seen
from index.sentences import sentence_spans

LONGEST = 8_000
"""Characters of a reply that are read: far more than was asked for; a model that runs on is cut off."""

LONGEST_WITH_THOUGHT = 10 * LONGEST
"""Characters of a reply in which what was thought is looked for and left out."""

_BRACKETS = re.compile(r"\s*[\[【]([^\[\]【】]{0,140})[\]】]")
_BEHIND_STOP = re.compile(r"([.!?]+[\"”’)]*)((?:\s*[\[【][^\[\]【】]{0,140}[\]】])+)")
_PARENTHESES = re.compile(r"\((?:ids?\b[ :=]*)?([\w,; ]{3,140})\)")
_STRAY = re.compile(r"[\[\]【】［］〔〕〖〗⟦⟧❲❳⁅⁆]")
"""Whatever is left of brackets and their look-alikes goes: numbers in them are ours."""

_THOUGHT = re.compile(r"^\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.S)
"""What some models write before their answer."""

_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", re.M)
_MARKUP = re.compile(r"[*_`#>]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a reply, without its citations, and the identifiers it named that were really given."""

    text: str
    passages: tuple[str, ...]


def claims(reply: str, known: Container[str]) -> list[Claim]:
    """The sentences of a reply in order. Whatever stands in square brackets is taken out, as are identifiers in round
    ones; invented ones name nothing.
    """
    told = _THOUGHT.sub("", seen(reply[:LONGEST_WITH_THOUGHT]))[:LONGEST]
    plain = _MARKUP.sub("", _BULLET.sub("", told))
    plain = _PARENTHESES.sub(lambda match: f"[{match[1]}]" if _named(match[1], known) else match[0], plain)
    # "... on Sunday. [x7k2qm]" belongs to the sentence before, like "... on Sunday [x7k2qm]."
    plain = _BEHIND_STOP.sub(r"\2\1", plain)
    found: list[Claim] = []
    for start, end in sentence_spans(plain):
        at = start
        while cited := _BRACKETS.match(plain, at, end):
            at = cited.end()
        found = _naming(found, plain[start:at], known)
        if words := in_one_line(_STRAY.sub("", _BRACKETS.sub("", plain[at:end]))):
            found = _naming([*found, Claim(words, ())], plain[at:end], known)
    return found


def _naming(found: list[Claim], text: str, known: Container[str]) -> list[Claim]:
    """The claims, the last of which also names what stands in the brackets of a text."""
    ids = [one for match in _BRACKETS.finditer(text) for one in _named(match[1], known)]
    if not (found and ids):
        return found
    return [*found[:-1], Claim(found[-1].text, tuple(dict.fromkeys((*found[-1].passages, *ids))))]


def _named(text: str, known: Container[str]) -> list[str]:
    """The identifiers among the words of a text."""
    return [word for word in re.findall(r"\w+", text) if word in known]
