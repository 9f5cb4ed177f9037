"""The bot's door: settings -> logging -> open the index -> connect; each failure is one line and an exit code."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from typing import NoReturn

from bot.log import logged_progress, set_up_logging
from bot.settings import BotSettings
from index.blanking import blanked
from index.errors import SettingsError
from index.settings import readable_by_others

STOP_WITHIN = 9
"""Seconds after which a stop no longer waits for what hangs; the data folder survives that as it survives a kill."""

log = logging.getLogger("bot")


def main() -> int:
    """Run until SIGTERM or SIGINT. Exit codes: 0 stopped, 1 the work failed, 2 the settings are wrong."""
    try:
        settings = BotSettings.read()
    except SettingsError as error:
        return _ended(str(error), error.exit_code)
    set_up_logging(settings.log_level, *settings.secrets)
    if warning := readable_by_others():
        log.warning(warning)
    # discord.py takes most of a second to import, the index more: a missing token is told before that
    from bot.start_failures import start_failure

    try:
        asyncio.run(_run(settings))
    except asyncio.CancelledError:
        # everything is closed; the interpreter's own end would wait for the libraries' threads
        _end_now("stopped", 0)
    except Exception as error:
        foreseen = start_failure(error)
        if foreseen is None:
            log.exception("the bot ended with an error that nobody foresaw")
        return _ended(*(foreseen or (f"the bot ended with {type(error).__name__}: its trace stands above", 1)))
    return 0


async def _run(settings: BotSettings) -> None:
    """Open the index, stay connected until a signal cancels this task, then end in order."""
    _cancel_on_signals()
    from bot.client import Verbatim
    from index.assemble import open_news_index

    try:
        index = await asyncio.shield(open_news_index(settings, logged_progress()))
    except asyncio.CancelledError:
        # a model being loaded can't be interrupted, and nothing has been acknowledged that closing would have to save
        _end_now("stopped before the index was open", 0)
    try:
        index.keep_up()
        bot = Verbatim(index, settings)
        try:
            await bot.stay_connected()
        finally:
            await bot.stop()
    finally:
        await index.close()


def _cancel_on_signals() -> None:
    """SIGTERM and SIGINT cancel the running task, once; discord.py alone lets SIGTERM end the process at once."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    stopping = False

    def stop() -> None:
        nonlocal stopping
        if stopping or task is None:
            return
        stopping = True
        log.info("stopping")
        signal.signal(signal.SIGALRM, lambda *_: _end_now("something did not end in time: stopped all the same", 1))
        signal.alarm(STOP_WITHIN)
        task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)


def _end_now(line: str, code: int) -> NoReturn:
    log.info(line)
    logging.shutdown()
    os._exit(code)


def _ended(line: str, code: int) -> int:
    sys.stderr.write(f"{blanked(line)}\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
