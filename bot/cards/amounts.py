"""Numbers as people read them: counts, durations, sizes."""

from __future__ import annotations

from index.reports import Counts


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """A count with its noun: "1 article", "2,300 articles", "2 stories"."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def counts_line(counts: Counts) -> str:
    """What became of the items of a source: "40 found · 12 new · 25 unchanged · 3 refused"."""
    return " · ".join(counts.told)


def duration(seconds: float) -> str:
    """Never less than a second: "8 s", "3 min 20 s", "2 h 5 min"."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600:,} h {whole % 3600 // 60} min"


def size(count: int) -> str:
    """Bytes in decimal units: "340 kB", "25 MB", "1.2 GB"."""
    if count >= 1_000_000_000:
        return f"{count / 1_000_000_000:,.1f} GB"
    if count >= 1_000_000:
        return f"{count / 1_000_000:,.0f} MB"
    return f"{count / 1_000:,.0f} kB"
