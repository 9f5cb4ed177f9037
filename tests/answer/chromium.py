"""A real headless Chromium, spoken to over its DevTools protocol: opens an address, runs a script, takes a picture."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # it is root's in a container, and the pages are the test's own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_STARTS_WITHIN = 60.0


def installed() -> str | None:
    """The path of a Chromium, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Tab:
    """One tab of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command; events that come before it are passed over."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            told = await self._socket.receive_json(timeout=30)
            if told.get("id") == self._number:
                assert "error" not in told, told["error"]
                result: dict[str, Any] = told["result"]
                return result

    async def open(self, address: str) -> None:
        """Open an address as if it was typed, and wait until the page is there and its fragment was looked for."""
        await self.call("Page.navigate", url="about:blank")
        await self.call("Page.navigate", url=address)
        await self.run("new Promise(r => document.readyState == 'complete' ? r() : addEventListener('load', r))")
        # the fragment is looked for once the page is laid out, in a frame after that
        await self.run("new Promise(r => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(r)), 50))")

    async def run(self, script: str) -> Any:
        """The value of a script, or of the promise that it gives."""
        result = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def picture(self, top: float) -> str:
        """The page from a little above `top` (pixels from its begin) on, as a PNG in base64.

        The same page gives the same picture, to the byte.
        """
        clip = {"x": 0, "y": max(top - 100, 0), "width": 800, "height": 400, "scale": 1}
        shot = await self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return str(shot["data"])


@asynccontextmanager
async def open_tab(program: str, profile: Path) -> AsyncIterator[Tab]:
    """A tab of a browser that is started for it and ended with it."""
    browser = await asyncio.create_subprocess_exec(
        program,
        *_FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port = await asyncio.to_thread(_port, profile / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.put(f"http://127.0.0.1:{port}/json/new?about:blank") as made:
                address = json.loads(await made.text())["webSocketDebuggerUrl"]
            async with session.ws_connect(address, max_msg_size=0) as socket:
                tab = Tab(socket)
                await tab.call("Page.enable")
                await tab.call(
                    "Emulation.setDeviceMetricsOverride", width=800, height=600, deviceScaleFactor=1, mobile=False
                )
                yield tab
    finally:
        browser.terminate()
        await browser.wait()


def _port(note: Path) -> int:
    """The port that the browser chose, which it writes into its profile."""
    latest = time.monotonic() + _STARTS_WITHIN
    while not (note.is_file() and note.read_text().strip()):
        assert time.monotonic() < latest, "the browser does not start"
        time.sleep(0.05)
    return int(note.read_text().split()[0])
