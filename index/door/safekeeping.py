"""The door's commands `backup` and `restore`, which open no index: one runs beside the bot, the other needs it gone."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from index.reports import Watch
from index.settings import IndexSettings
from index.store.backup import back_up, restore

COMMANDS = {"backup", "restore"}


def keep_safe(settings: IndexSettings, call: argparse.Namespace, watch: Watch, put: Callable[[str], None]) -> int:
    """Do what the command says and print what stands where now."""
    if call.command == "backup":
        size = back_up(settings.data_dir, call.file, watch)
        put(f"{call.file}: {size / 1e6:,.1f} MB, all that {settings.data_dir} must not lose")
    else:
        articles = restore(settings.data_dir, call.file, call.replace, watch)
        put(f"{settings.data_dir}: {articles:,} articles; the vector index is built again when questions are asked")
    return 0
