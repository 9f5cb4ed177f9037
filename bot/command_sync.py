"""Telling Discord which commands there are, only when they changed.

Discord counts and slows registrations (200 new commands a day), so a digest of what it was told last lies in the data
folder. It is a file of its own because it belongs to no server and may be lost: that costs one more registration.
"""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import StoreError

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

FILE = "commands.sha256"


def digest(application_id: int | None, commands: list[dict[str, object]]) -> str:
    """The same for the same commands of the same application, in whatever order they were added."""
    ordered = sorted(commands, key=lambda command: str(command["name"]))
    written = json.dumps([application_id, ordered], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


async def sync_if_changed(bot: Verbatim, data_dir: Path) -> bool:
    """Register the bot's commands where they differ from those registered last; whether it did."""
    now = digest(bot.application_id, [command.to_dict(bot.tree) for command in bot.tree.get_commands()])
    note = data_dir / FILE
    if note.is_file() and note.read_bytes().strip() == now.encode():
        return False
    synced = await bot.tree.sync()
    try:
        note.write_text(now + "\n", "utf-8")
    except OSError as error:
        raise StoreError(f"{note} can't be written: {error.strerror}") from error
    log.info("registered %d commands", len(synced))
    return True
