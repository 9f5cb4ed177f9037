"""Cuts a new version of a text so that passages whose words still stand keep their cut. Pure.

What is not cut anew keeps its digest, and so its vector: a corrected sentence costs one or two passages of embedding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from index.types import Passage

SHORTEST = 40
"""A gap of fewer words is cut together with a passage beside it: alone it could hardly be understood."""


def recut(before: Sequence[Passage], text: str, split: Callable[[str], list[Passage]]) -> list[Passage]:
    """The passages of `text`, in order: those of `before` that stand in it word for word, and the gaps between them as
    `split` cuts them."""
    kept = _without_small_gaps(standing(before, text), text)
    passages: list[Passage] = []
    for one, following in pairwise([Passage(0, 0, ""), *kept, Passage(len(text), len(text), "")]):
        gap = text[one.end : following.start]
        passages += (
            [Passage(one.end + cut.start, one.end + cut.end, cut.text) for cut in split(gap)] if gap.strip() else []
        )
        passages += [following] if following.text else []
    return passages


def standing(before: Sequence[Passage], text: str) -> list[Passage]:
    """Those passages that stand in a text, at their new places, as many of their characters as go in one order."""
    found = [
        Passage(at, at + len(one.text), one.text) for one in before if one.text and (at := text.find(one.text)) >= 0
    ]
    best: list[tuple[int, int]] = []
    for number, one in enumerate(found):
        length, previous = max(((best[n][0], n) for n in range(number) if found[n].end <= one.start), default=(0, -1))
        best.append((length + len(one.text), previous))
    chain: list[Passage] = []
    at = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _without_small_gaps(kept: list[Passage], text: str) -> list[Passage]:
    """The kept passages but those that are needed to make a small gap a readable passage."""
    left = list(kept)
    at = 0
    while at <= len(left):
        begin = left[at - 1].end if at else 0
        end = left[at].start if at < len(left) else len(text)
        if left and 0 < len(text[begin:end].split()) < SHORTEST:
            beside = [n for n in (at - 1, at) if 0 <= n < len(left)]
            del left[min(beside, key=lambda n: len(left[n].text))]
            at = max(0, at - 1)
        else:
            at += 1
    return left
