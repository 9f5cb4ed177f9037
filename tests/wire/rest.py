"""The REST half of the loopback Discord: takes every call, records it, fails it if a test asked for that, or
hands it to the route that answers. What the routes answer is replies.py's."""

import asyncio
import json
import re
import socket
import struct
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from aiohttp import BodyPartReader, web

from tests.wire.payloads import Json
from tests.wire.record import Record

PREFIX = "/api/v10"


@dataclass(frozen=True)
class Call:
    """One REST call as the server saw it; `status` is the answer's, 0 where the connection was reset."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    files: dict[str, bytes]
    authorization: str | None
    at: float = field(default_factory=time.monotonic)
    status: int = 0

    @property
    def accepted(self) -> bool:
        """Whether Discord took it."""
        return 200 <= self.status < 300

    @property
    def message(self) -> Json:
        """The message in the body, also where an interaction's callback wraps it; empty where none is."""
        body = self.body if isinstance(self.body, dict) else {}
        inner: Json = (body.get("data") or {}) if self.path.endswith("/callback") else body
        return inner


class RefusedError(Exception):
    """An error answer: the HTTP status, Discord's own error code and its sentence."""

    def __init__(self, status: int, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.code, self.sentence = status, code, sentence


@dataclass
class Failure:
    """What a test planned for the next calls that match; no status means a TCP reset."""

    method: str
    path_regex: str
    status: int | None
    times: int
    headers: dict[str, str]

    def hits(self, call: Call) -> bool:
        """Whether it is this call's turn to fail."""
        matches = call.method == self.method and re.search(self.path_regex, call.path) is not None
        return matches and self.times > 0


Handler = Callable[..., Any]
"""Takes the call and the groups of its path; returns the JSON to answer, or None for 204."""


class Rest:
    """Routes, the record of calls, and planned failures."""

    def __init__(self, token: str) -> None:
        self.calls: Record[Call] = Record("the REST calls")
        self._token = token
        self._routes: list[tuple[str, re.Pattern[str], Handler, bool]] = []
        self._failures: list[Failure] = []

    def route(self, method: str, path_regex: str, handler: Handler, *, by_token: bool = True) -> None:
        """Answer `method` on a path; `by_token=False` where the path itself carries the right to call."""
        self._routes.append((method, re.compile(path_regex), handler, by_token))

    def fail_next(
        self, method: str, path_regex: str, status: int | None, times: int, headers: Mapping[str, str]
    ) -> None:
        """Fail the next `times` matching calls."""
        self._failures.append(Failure(method, path_regex, status, times, dict(headers)))

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The one aiohttp handler for everything under the API's prefix."""
        call = await _read(request)
        failure = next((planned for planned in self._failures if planned.hits(call)), None)
        if failure:
            failure.times -= 1
        if failure and failure.status is None:
            self.calls.add(call)
            return await _reset(request)
        if failure and failure.status is not None:
            response = _failed(failure.status, failure.headers)
        else:
            response = self._answer(call)
        self.calls.add(replace(call, status=response.status))
        return response

    def _answer(self, call: Call) -> web.Response:
        try:
            answer = self._dispatch(call)
        except RefusedError as refusal:
            return _json(refusal.status, {"message": refusal.sentence, "code": refusal.code})
        return web.Response(status=204) if answer is None else _json(200, answer)

    def _dispatch(self, call: Call) -> Any:
        for method, pattern, handler, by_token in self._routes:
            found = pattern.fullmatch(call.path)
            if not found or method != call.method:
                continue
            if by_token and call.authorization != f"Bot {self._token}":
                raise RefusedError(401, 0, "401: Unauthorized")
            return handler(call, *found.groups())
        raise RefusedError(404, 0, "404: Not Found")


async def _read(request: web.Request) -> Call:
    body, files = await _read_body(request)
    path = request.path.removeprefix(PREFIX)
    return Call(request.method, path, dict(request.query), body, files, request.headers.get("Authorization"))


async def _read_body(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), {}
    body, files = None, {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "payload_json":
            body = json.loads(await part.text())
        elif isinstance(part, BodyPartReader):
            files[part.filename or ""] = bytes(await part.read())
    return body, files


def _json(status: int, answer: Any, headers: Mapping[str, str] | None = None) -> web.Response:
    # Bytes, not text: with a charset in the content type, discord.py would not read the body as JSON.
    body = json.dumps(answer).encode()
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


def _failed(status: int, headers: Mapping[str, str]) -> web.Response:
    answer: Json = {"message": HTTPStatus(status).phrase, "code": 0}
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        # Discord's own 429 comes through its proxy, and says when to try again; one without Via is a ban.
        headers = {"Via": "1.1 google", "Retry-After": "0.1"} | dict(headers)
        answer |= {"retry_after": float(headers["Retry-After"]), "global": "X-RateLimit-Global" in headers}
    return _json(status, answer, headers)


async def _reset(request: web.Request) -> web.Response:
    assert request.transport is not None
    connection: socket.socket = request.transport.get_extra_info("socket")
    # Lingering for zero seconds makes the close a reset instead of an orderly end.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
    await asyncio.sleep(0)
    return web.Response()
