"""The log: plain lines on standard error, with no secret in them; what is logged is each caller's part."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

from index.blanking import blanked
from index.reports import Progress

_WEATHER = ("discord.client", "discord.gateway", "discord.shard")
"""Loggers that report lost connections with a trace through discord.py, of which only the last line says anything."""

_EVERY = 5.0


class PlainLines(logging.Formatter):
    """One line a record (plus the trace of an unexpected error), secrets and Discord's own tokens blanked."""

    def __init__(self, *secrets: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        if record.name in _WEATHER and record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            record = logging.makeLogRecord(record.__dict__ | {"exc_info": None, "exc_text": None})
            line = f"{super().format(record)} ({type(error).__name__}: {error})"
        else:
            line = super().format(record)
        return blanked(line, self._secrets)


def set_up_logging(level: str, *secrets: str) -> None:
    """Send all records to standard error, `secrets` blanked: ours and Discord's from `level` on, others' warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlainLines(*secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("bot", "index", "discord"):
        logging.getLogger(name).setLevel(level.upper())


def logged_progress(clock: Callable[[], float] = time.monotonic) -> Callable[[Progress], None]:
    """A watch that logs each new stage at once and a running one every few seconds."""
    log = logging.getLogger("bot.opening")
    last: tuple[str, float] | None = None

    def watch(progress: Progress) -> None:
        nonlocal last
        if last and last[0] == progress.stage and clock() - last[1] < _EVERY:
            return
        last = (progress.stage, clock())
        of = f" of {progress.total}" if progress.total is not None else ""
        log.info("%s: %d%s %s", progress.stage, progress.done, of, progress.unit)

    return watch
