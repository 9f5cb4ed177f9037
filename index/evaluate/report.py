"""Runs and comparisons as tables that a person reads."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from index.evaluate.comparing import Change, Comparison
from index.evaluate.intervals import Figure, figures
from index.evaluate.metrics import MEASURES, MS
from index.evaluate.runs import Run

WIDTH = 120
"""Characters in a line of a table at most; no terminal is asked, so that a table is the same in a file."""


def run_text(run: Run) -> str:
    """A run as a table: each measure with its value, its 95% interval and what it counts."""
    title = f"{run.set_name}: {len(run.outcomes):,} questions, {run.searched}"
    table = table_of(title, "measure", "value", "95%", "questions", "what it counts")
    for figure in figures(run.outcomes):
        interval = f"{shown(figure.measure, figure.low)} to {shown(figure.measure, figure.high)}"
        table.add_row(figure.measure, value(figure), interval, f"{figure.n:,}", counted(figure.measure))
    return printed([table])


def comparison_text(comparison: Comparison, old: Run, new: Run) -> str:
    """Two runs as tables: the measures with the interval of their difference, then the questions that changed."""
    title = f"{new.set_name}: compared with {len(old.outcomes):,} questions, {old.searched}"
    table = table_of(title, "measure", "old", "new", "difference", "95%", "better", "worse", "questions")
    for one in comparison.differences:
        numbers = (one.new - one.old, one.low, one.high)
        difference, low, high = (shown(one.measure, number, signed=True) for number in numbers)
        values = (shown(one.measure, number) for number in (one.old, one.new))
        row = (difference, f"{low} to {high}", f"{one.better:,}", f"{one.worse:,}", f"{one.n:,}")
        table.add_row(one.measure, *values, *row)
    lines = [printed([table]), *notes(comparison, old.digest == new.digest)]
    return "\n".join([*lines, *map(change_text, comparison.changes)])


def notes(comparison: Comparison, same_set: bool) -> list[str]:
    """What a reader of the comparison must know of it."""
    said = [] if same_set else ["The set has changed since: only questions with the same identifier and words count."]
    for count, which in ((comparison.only_old, "earlier"), (comparison.only_new, "later")):
        said += [f"{count:,} questions were asked in the {which} run alone."] if count else []
    changed = len(comparison.changes)
    better = sum(not one.fell for one in comparison.changes)
    worse = sum(not one.rose for one in comparison.changes)
    total = f"{changed:,} questions changed: {better:,} better, {worse:,} worse, {changed - better - worse:,} both."
    return [*said, total]


def change_text(change: Change) -> str:
    """One question that changed, in two lines."""
    word = "both  " if change.rose and change.fell else "worse " if change.fell else "better"
    moved = ", ".join(
        f"{name} {old:.2g} → {new:.2g}" for name, (old, new) in [*change.fell.items(), *change.rose.items()]
    )
    return f"{word} {change.id}: {change.question}\n       {moved}"


def counted(measure: str) -> str:
    """What a measure counts, in words."""
    return MEASURES.get(measure) or f"{MEASURES[measure.split(' ')[0]]}, of this kind"


def value(figure: Figure) -> str:
    """The value of a figure."""
    return shown(figure.measure, figure.value)


def shown(measure: str, number: float, signed: bool = False) -> str:
    """A value as its measure is written: a share in percent, a rank from 0 to 1, a time in milliseconds."""
    sign = "+" if signed else ""
    if measure in MS:
        return f"{number:{sign}.0f}"
    return f"{number:{sign}.3f}" if measure.startswith("MRR") else f"{100 * number:{sign}.1f}%"


def table_of(title: str, *columns: str) -> Table:
    """A table whose numbers stand right."""
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        words = column in (columns[0], "what it counts")
        table.add_column(column, justify="left" if words else "right", no_wrap=column != "what it counts")
    return table


def printed(tables: Iterable[Table]) -> str:
    """Tables as plain text."""
    console = Console(width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        for table in tables:
            console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().strip("\n").splitlines())
