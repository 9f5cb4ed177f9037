"""The quality gate's figures: what the starter questions must be answered with at least.

`python -m tests.quality_floor` measures them anew and writes `quality_floor.json`. It only ever raises a floor, unless
the starter articles or questions have changed; then a floor may fall, with `--because REASON`, which is kept.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.door.measuring import Asking, measured
from index.evaluate.datasets import read_set
from index.evaluate.intervals import figures
from index.evaluate.metrics import MS, Outcome
from index.settings import STARTER_ARTICLES, IndexSettings

FILE = Path(__file__).with_suffix(".json")

ROUNDED = 4
"""Decimals of a floor; a single question more or less of a hundred is 0.01."""


class WouldFall(Exception):
    """A floor would be lower than before, and nobody said why."""


@dataclass(frozen=True)
class Floor:
    """The least that each measure may be, 0 to 1, on the set with that digest; and why any was ever lowered."""

    digest: str
    floors: dict[str, float]
    lowered: list[str] = field(default_factory=list)

    def below(self, values: dict[str, float]) -> list[str]:
        """What is worse than it must be, or is not measured any more, in words."""
        return [
            f"{measure}: {values.get(measure)} is below {floor}"
            for measure, floor in self.floors.items()
            if values.get(measure, 0.0) < floor
        ]


def values_of(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Every measure but the times, which say more of the machine."""
    return {one.measure: round(one.value, ROUNDED) for one in figures(outcomes) if one.measure not in MS}


def raised(old: Floor, digest: str, values: dict[str, float], because: str | None = None) -> Floor:
    """The floor after a new measurement; WouldFall where, on a changed set, one would fall and no reason is given.

    On the same set no reason helps: a floor that was reached once stays.
    """
    if digest == old.digest:
        higher = {one: max(old.floors.get(one, 0.0), value) for one, value in values.items()}
        return Floor(digest, old.floors | higher, old.lowered)
    fallen = old.below(values)
    if fallen and not because:
        raise WouldFall("; ".join(fallen))
    return Floor(digest, values, [*old.lowered, *([f"{because}: {'; '.join(fallen)}"] if fallen else [])])


def read() -> Floor:
    """The floor as it is kept."""
    return Floor(**json.loads(FILE.read_text(encoding="utf-8")))


def main() -> int:
    """Measure, and keep what was reached."""
    options = argparse.ArgumentParser(prog="python -m tests.quality_floor", description=__doc__)
    options.add_argument("--because", metavar="REASON", help="why a floor may fall, now that the set has changed")
    because = options.parse_args().because
    starter = read_set(STARTER_ARTICLES)
    runs = asyncio.run(measured([starter], IndexSettings(), Asking(temporary=True), lambda _: None, print))
    try:
        floor = raised(read(), starter.digest, values_of(runs[0].outcomes), because)
    except WouldFall as fall:
        print(f"the set has changed and these would fall, say why with --because: {fall}", file=sys.stderr)  # noqa: T201
        return 1
    FILE.write_text(json.dumps(asdict(floor), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
