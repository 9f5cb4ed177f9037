"""Articles a day as a picture for a dark screen as wide as a hand, as a line of text, and in words. Pure.

matplotlib draws it without its global state (no pyplot), on whatever thread calls; the same counts give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

WIDTH, HEIGHT, DOTS_PER_INCH = 1_000, 460, 100
"""Pixels: Discord shows at most 550 of the width on a desktop and about 350 on a phone, and phones have fine dots."""

GROUND, BAR, TODAY, RULE = "#1e1f22", "#5865f2", "#f0b232", "#35373c"
BRIGHT, DIM = "#f2f3f5", "#b5bac1"
"""Discord's own dark greys, blue and yellow; DIM on GROUND has a contrast of 8.5 to 1 (WCAG 2.2 wants 4.5)."""

FEW, HEADROOM = 4, 1.18
"""The lowest top of the scale, so that one article is no tower, and the room above it for a number."""

LEVELS = "▁▂▃▄▅▆▇█"
EVERY = 7
"""Days between two dates below the bars: so many are readable on a phone."""

Arrived = Sequence[tuple[date, int]]


def chart_png(arrived: Arrived) -> bytes:
    """A bar for each day, the oldest first, today's (the last) in another colour. Takes about a tenth of a second."""
    # matplotlib takes most of a second to import, and most servers never ask for it
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(WIDTH / DOTS_PER_INCH, HEIGHT / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor=GROUND)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.075, 0.14, 0.895, 0.6), facecolor=GROUND)
    counts = [count for _, count in arrived]
    last, most = len(counts) - 1, max(counts)
    axes.bar(range(len(counts)), counts, width=0.72, color=[BAR] * last + [TODAY], zorder=2)
    axes.set_xlim(-0.7, last + 0.7)
    axes.set_ylim(0, max(most, FEW) * HEADROOM)
    for at, color in named(counts):
        axes.annotate(
            compact(counts[at]), (at, counts[at]), (0, 7), textcoords="offset points", color=color, fontsize=16,
            fontweight="bold", ha="center",
        )  # fmt: skip
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.yaxis.set_major_formatter(lambda value, _: compact(round(value)))
    axes.grid(axis="y", color=RULE, linewidth=1.2, zorder=0)
    axes.set_xticks(dated := list(range(last - EVERY, -1, -EVERY)), [short(arrived[at][0]) for at in dated])
    axes.tick_params(length=0, labelsize=17, labelcolor=DIM, pad=8)
    figure.text(0.97, 0.089, "today", color=TODAY, fontsize=17, ha="right", va="center")
    for spine in axes.spines.values():
        spine.set_visible(False)
    figure.text(0.03, 0.9, "Articles a day", color=BRIGHT, fontsize=24, fontweight="bold", va="center")
    figure.text(0.97, 0.9, summed(arrived), color=DIM, fontsize=17, ha="right", va="center")
    picture = io.BytesIO()
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def named(counts: Sequence[int]) -> list[tuple[int, str]]:
    """The bars that have their number above them, each with its colour: the highest one, and today's unless the two
    are so near each other that the numbers would touch."""
    last, most = len(counts) - 1, max(counts)
    highest = counts.index(most)
    if not most:
        return []
    if highest == last:
        return [(last, TODAY)]
    return [(highest, BRIGHT), *([(last, TODAY)] if last - highest > len(compact(most)) // 2 and counts[last] else [])]


def compact(number: int) -> str:
    """A number beside the bars: 800, 1,504, 15.2k, 150k."""
    return f"{number / 1_000:,.3g}k" if 10_000 <= number < 1_000_000 else f"{number:,}"


def summed(arrived: Arrived) -> str:
    """What the bars add up to."""
    total = sum(count for _, count in arrived)
    return f"{total:,} in {len(arrived)} days" if total else f"none in {len(arrived)} days"


def described(arrived: Arrived) -> str:
    """What the picture shows, for those who can't see it."""
    span = f"from {short(arrived[0][0])} to {short(arrived[-1][0])} {arrived[-1][0].year}"
    day, most = max(arrived, key=lambda one: one[1])
    peak = f", most on {short(day)} with {most:,}, today {arrived[-1][1]:,}" if most else ""
    return f"Bar chart of the articles that came in a day {span}: {summed(arrived)}{peak}."


def sparkline(arrived: Arrived) -> str:
    """The bars as one line of text, where there is no picture."""
    most = max((count for _, count in arrived), default=0)
    bars = (LEVELS[-(-count * (len(LEVELS) - 1) // most) if most else 0] for _, count in arrived)
    return "".join(bars)


def short(day: date) -> str:
    """A day as it stands below a bar: 2 Nov."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
