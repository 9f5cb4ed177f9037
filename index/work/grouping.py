"""Groups articles into stories: those about one event. Pure.

Near copies are of one story, and so are articles whose first passages are near in meaning and of about the same days;
whoever is linked to one of a story is in it (single link).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.store.embeddings import Vectors
from index.store.leads import Lead

NEAR = 0.75
"""The cosine of first passages from which on two articles are of one event. Of pairs of the development index (4,525
articles, three days apart at most), 40 from each band read by eye, one event is told in 27 between .70 and .75, in 31
between .75 and .80, in 36 between .80 and .85. Linked from .75 on, 4,525 articles are 4,165 stories and the largest has
six; from .70 on it is nine, with what came of an event among it."""

DAYS = 3 * 86_400.0
"""Seconds that may lie between two articles that tell of one event, and how long a story that was told goes on: what
comes of it later is news again."""


def grouped(leads: Sequence[Lead]) -> list[tuple[Lead, ...]]:
    """The stories of some articles, each in the order given, by their first articles."""
    group = list(range(len(leads)))

    def first_of(at: int) -> int:
        while group[at] != at:
            group[at] = at = group[group[at]]
        return at

    for one, other in _links(leads):
        low, high = sorted((first_of(one), first_of(other)))
        group[high] = low
    members: dict[int, list[Lead]] = {}
    for at, lead in enumerate(leads):
        members.setdefault(first_of(at), []).append(lead)
    return [tuple(story) for story in members.values()]


def linked(one: Lead, other: Lead) -> bool:
    """Whether two articles tell of one event."""
    if one.cluster == other.cluster:
        return True
    if one.vector is None or other.vector is None or abs(one.at - other.at) > DAYS:
        return False
    return float(one.vector @ other.vector) >= NEAR


def _links(leads: Sequence[Lead]) -> Iterator[tuple[int, int]]:
    """The pairs of places that are linked."""
    by_cluster: dict[int, int] = {}
    for at, lead in enumerate(leads):
        yield by_cluster.setdefault(lead.cluster, at), at
    placed = [(at, lead, lead.vector) for at, lead in enumerate(leads) if lead.vector is not None]
    if not placed:
        return
    vectors: Vectors = np.stack([vector for _, _, vector in placed])
    moments = np.array([lead.at for _, lead, _ in placed])
    near = (vectors @ vectors.T >= NEAR) & (np.abs(moments[:, None] - moments[None, :]) <= DAYS)
    for one, other in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        yield placed[one][0], placed[other][0]
