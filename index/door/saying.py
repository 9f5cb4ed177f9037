"""What the door says where: what was asked for on standard output, everything else on standard error."""

from __future__ import annotations

import logging
import sys

from index.door.printed import report_lines
from index.reports import Report


def reported(report: Report, verb: str = "added") -> int:
    """Print what was done, and each refusal on standard error; the work failed where something was refused."""
    for refusal in report.refusals:
        say(f"verbatim: {refusal.where}: {refusal.reason}")
    put(report_lines(report, verb))
    return 1 if report.refusals else 0


def put(text: str) -> None:
    """Print what was asked for."""
    print(text, flush=True)  # noqa: T201


def say(text: str) -> None:
    """Print what is not an answer."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def log_to_standard_error(level: str) -> None:
    """Our own log lines as plain lines; of the libraries only what is wrong."""
    logging.basicConfig(format="verbatim: %(message)s", level=logging.ERROR, stream=sys.stderr)
    logging.getLogger("index").setLevel(level.upper())
