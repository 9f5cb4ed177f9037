"""Ends a command in order when it is asked to by SIGTERM, as a service manager asks; Ctrl-C is Python's own part."""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

CODE = 128 + signal.SIGTERM
"""What a shell says of a process that SIGTERM ended."""
STOP_WITHIN = 9
"""Seconds after which what hangs is not waited for: below the ten that a container is given before it is killed."""


class Stopping:
    """Cancels the task that makes it when SIGTERM comes; `asked` says that it came."""

    def __init__(self) -> None:
        self.asked = False
        self._task = asyncio.current_task()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._stop)

    def _stop(self) -> None:
        if self._task is None or self.asked:
            return
        self.asked = True
        signal.signal(signal.SIGALRM, lambda *_: end_now())
        signal.alarm(STOP_WITHIN)
        self._task.cancel()


def stop_at_once() -> None:
    """Where no event loop runs: SIGTERM is an exception, so that what is half done is cleared away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(CODE))


def end_now() -> NoReturn:
    """End although a thread is at work: remove temporary folders, and leave.

    The interpreter's own end would wait for the libraries' threads, longer than a service manager does.
    """
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    # What `multiprocessing` does as well at the end of a process that it leaves by os._exit.
    atexit._run_exitfuncs()
    os._exit(CODE)
