"""Takes pictures of the bot's own messages: simcord shows them as Discord does, Debian's Chromium renders them."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import simcord
from PIL import Image
from playwright.async_api import Browser, async_playwright
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

BROWSER = "chromium"
OFFLINE = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")
WIDTH, HEIGHT = 780, 1_200
"""Pixels: a message as wide as in a window with the list of channels beside it, and more than a message is high."""
COLOURS = 64
"""Enough for text on one ground, and a quarter of the bytes."""


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """The Chromium that is installed; the one that Playwright would fetch is not asked for."""
    found = shutil.which(BROWSER)
    if found is None:
        raise SystemExit("taking pictures needs Chromium: apt-get install chromium")
    # Chromium refuses to run as root inside its own sandbox
    alone = ("--no-sandbox",) if os.getuid() == 0 else ()
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=found, args=[*OFFLINE, *alone])
        yield opened
        await opened.close()


async def take(
    env: simcord.Env, opened: Browser, channel: ChannelHandle, viewer: MemberActor, message: int, path: Path
) -> None:
    """Save one message, as `viewer` sees it, as a PNG."""
    now = datetime.now(UTC)
    async with env.preview(channel, viewers=[viewer], width=WIDTH, height=HEIGHT, presentation_time=now) as preview:
        # simcord has no door for a browser that is already there
        preview._capture_manager._browser = opened
        capture = await preview.screenshot(viewer=viewer, target=message)
        preview._capture_manager._browser = None
    assert capture.png is not None
    Image.open(io.BytesIO(capture.png)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
