"""What the door says where: what was asked for on standard output, everything else on standard error."""

from __future__ import annotations

import logging
import sys

from index.blanking import blanked
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
    """Print what is not an answer; an error may repeat an address with a password in it."""
    print(blanked(text), file=sys.stderr, flush=True)  # noqa: T201


class BlankedLines(logging.Formatter):
    """Plain lines without secrets."""

    def __init__(self, *secrets: str) -> None:
        super().__init__("verbatim: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        return blanked(super().format(record), self._secrets)


def log_to_standard_error(level: str, *secrets: str) -> None:
    """Our own log lines as plain lines, `secrets` blanked; of the libraries only what is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(BlankedLines(*secrets))
    logging.basicConfig(level=logging.ERROR, handlers=[handler])
    logging.getLogger("index").setLevel(level.upper())
