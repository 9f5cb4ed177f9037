"""Kills Verbatim with SIGKILL at random moments of import, reindex and removal, and looks what became of the promises.

    python -m tests.durability.kills --kills 300

What was acknowledged must be there, once, and cited when it is asked for; what was removed must be gone; every start
must work and embed nothing. The model is not the point: texts are embedded by word hash. Half a minute for ten kills.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.durability.at_work import work
from tests.durability.examined import Findings, examine
from tests.durability.villages import village

KILLS_A_FOLDER = 30
"""So many kills a data folder suffers before a new one begins: it then holds some thousand passages."""
AT_MOST = 3.0
"""Seconds a process lives at most after its start: the import of a file, some removals and a reindex."""
START, DURING_START = 0.5, 0.15
"""Seconds a start takes at most, and the share of the kills that come before it is over."""
AFTER_A_WORD = 0.5
"""The share of the others that are killed only after something was acknowledged."""
FILES, VILLAGES = 40, 20


@dataclass
class Tally:
    """What is known of a data folder, and what was found wrong in all of them."""

    stored: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)
    acknowledged: int = 0
    failed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    uncited: list[str] = field(default_factory=list)
    embedded: int = 0
    rebuilt: int = 0
    killed_during: Counter[str] = field(default_factory=Counter)

    def new_folder(self) -> None:
        """Begin a data folder of which nothing is known yet."""
        self.acknowledged += len(self.stored)
        self.stored, self.doubtful, self.removed = set(), set(), set()

    def heard(self, said: list[str]) -> None:
        """Note what a killed process had acknowledged; what it was at when it was killed is in doubt."""
        stage = "start"
        for word, _, number in (line.partition(" ") for line in said):
            if word == "stored":
                self.stored.add(int(number))
            elif word == "removing":
                self.doubtful.add(int(number))
            elif word == "removed":
                self.removed.add(int(number))
                self.doubtful.discard(int(number))
            stage = {"stored": "import", "removing": "removal", "removed": "removal"}.get(word, number or stage)
        self.killed_during[stage] += 1

    def found(self, findings: Findings) -> None:
        """Hold what is there against what was acknowledged."""
        expected = self.stored - self.removed - self.doubtful
        there = set(findings.articles)
        self.lost += [f"v{number}" for number in sorted(expected - there)]
        self.lost += [f"v{number} came back" for number in sorted(self.removed & there)]
        self.doubtful -= there - self.removed
        self.doubled += findings.doubled
        self.uncited += findings.uncited
        self.embedded += findings.embedded
        self.rebuilt += findings.rebuilt

    @property
    def wrong(self) -> bool:
        """Whether anything was found wrong."""
        return bool(self.failed or self.lost or self.doubled or self.uncited or self.embedded)


def forked(body: Callable[[int], None]) -> tuple[int, int]:
    """Run a body in a process of its own, given where to write; its number and where to read what it writes.

    Forked from a process in which everything is imported and nothing was opened: a start then takes a tenth of a
    second instead of five.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    code = 1
    try:
        body(writing)
        code = 0
    finally:
        os._exit(code)


def ended(child: int, reading: int, read: bytes = b"") -> tuple[list[str], int]:
    """What a process wrote until its end, in lines, and how it ended; `read` is what was read of it already."""
    with os.fdopen(reading, "rb") as said:
        lines = (read + said.read()).decode().splitlines()
    return lines, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(data: Path, files: list[Path], choose: random.Random) -> tuple[list[str], str]:
    """Let a process work and kill it; what it wrote, and what went wrong before the kill."""
    seed = choose.random()
    child, reading = forked(partial(work, data, files, random.Random(seed)))
    said = b""
    if choose.random() < DURING_START:
        time.sleep(choose.uniform(0.0, START))
    elif os.read(reading, len(b"open\n")) != b"open\n":
        return ended(child, reading)[0], "a process did not start"
    else:
        # However slow the machine is, some are killed only after they have acknowledged something.
        awaited = b"stored" if choose.random() < AFTER_A_WORD else b""
        while awaited not in said and (part := os.read(reading, 4096)):
            said += part
        time.sleep(choose.uniform(0.0, AT_MOST))
    os.kill(child, signal.SIGKILL)
    lines, code = ended(child, reading, said)
    return lines, "" if code == -signal.SIGKILL else f"a process ended by itself with {code}"


def run(kills: int, seed: int, folder: Path) -> Tally:
    """So many kills, and what was found."""
    choose, tally = random.Random(seed), Tally()
    files = [folder / f"{number}.jsonl" for number in range(FILES)]
    for number, path in enumerate(files):
        records = map(village, range(number * VILLAGES, (number + 1) * VILLAGES))
        path.write_text("\n".join(records) + "\n", encoding="utf-8")
    for number in range(kills):
        data = folder / f"data{number // KILLS_A_FOLDER}"
        if number % KILLS_A_FOLDER == 0:
            tally.new_folder()
        said, wrong = killed(data, files, choose)
        tally.heard(said)
        expected = sorted(tally.stored - tally.removed - tally.doubtful)
        asked = choose.sample(expected, min(3, len(expected)))
        lines, code = ended(*forked(partial(examine, data, asked)))
        if code or not lines:
            tally.failed.append(f"kill {number}: a start ended with {code}")
        else:
            tally.found(Findings(**json.loads(lines[-1])))
        if wrong:
            tally.failed.append(f"kill {number}: {wrong}")
        if number % 25 == 24:
            sys.stderr.write(f"{number + 1} kills, {tally.acknowledged + len(tally.stored)} acknowledged\n")
    tally.new_folder()
    return tally


def printed(kills: int, tally: Tally) -> str:
    """The figures, and each thing that went wrong."""
    during = ", ".join(f"{count} during {stage}" for stage, count in tally.killed_during.most_common())
    lines = [
        f"{kills} kills: {during}",
        f"articles acknowledged  {tally.acknowledged}",
        f"lost or come back      {len(tally.lost)}",
        f"starts that failed     {len(tally.failed)}",
        f"duplicates             {len(tally.doubled)}",
        f"asked and not cited    {len(tally.uncited)}",
        f"embedded at starts     {tally.embedded}",
        f"vector indexes rebuilt {tally.rebuilt}",
    ]
    return "\n".join([*lines, *tally.lost, *tally.failed, *tally.doubled, *tally.uncited])


def main() -> int:
    """Exit code 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="verbatim-kills-") as folder:
        tally = run(call.kills, call.seed, Path(folder))
    sys.stdout.write(f"{printed(call.kills, tally)}\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
