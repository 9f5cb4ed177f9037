"""The gateway half of the loopback Discord: sessions that outlive their connections, so that a client can
resume. What the events contain is payloads.py's; when to send them, discord_server.py's."""

import asyncio
import json
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import WSCloseCode, WSMsgType, web

from tests.wire import payloads
from tests.wire.record import Record
from tests.wire.world import Guild

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT = 0, 1, 2, 6, 7
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
NOT_AUTHENTICATED, DISALLOWED_INTENTS = 4004, 4014
# Guild members, presences, message content: what an application must be granted.
PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15

# discord.py notes a heartbeat as sent only after the send; an answer before that reads as 41 s of latency.
DISTANCE_SECONDS = 0.05


@dataclass(frozen=True)
class Frame:
    """One message from the client."""

    op: int
    data: Any
    at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class Closing:
    """The end of one connection, with the code of whoever closed it first; 1006 where the client vanished."""

    code: int
    by_client: bool
    at: float = field(default_factory=time.monotonic)


class Connection:
    """One websocket, compressed as its client asked for."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        self._closed_with: int | None = None
        self._compressor = zlib.compressobj() if compressed else None

    async def send(self, op: int, data: Any, event: str | None = None, number: int | None = None) -> None:
        """Send one payload; events carry their name and their number in the session."""
        text = json.dumps({"op": op, "d": data, "t": event, "s": number})
        if self._compressor is None:
            await self.socket.send_str(text)
        else:
            packed = self._compressor.compress(text.encode())
            await self.socket.send_bytes(packed + self._compressor.flush(zlib.Z_SYNC_FLUSH))

    async def receive(self) -> Frame | Closing:
        """The client's next message, or the end."""
        message = await self.socket.receive()
        if message.type is WSMsgType.TEXT:
            received = json.loads(message.data)
            return Frame(received["op"], received.get("d"))
        if self._closed_with is not None:
            return Closing(self._closed_with, by_client=False)
        is_orderly = message.type is WSMsgType.CLOSE
        return Closing(message.data if is_orderly else WSCloseCode.ABNORMAL_CLOSURE, by_client=True)

    async def close(self, code: int) -> None:
        """Close it from Discord's side."""
        self._closed_with = code
        await self.socket.close(code=code)


@dataclass
class Session:
    """What one IDENTIFY began: its events are kept, because a resuming client asks for those it missed."""

    shard: tuple[int, int]
    connection: Connection | None
    id: str = field(default_factory=lambda: uuid4().hex)
    events: list[tuple[str, Any]] = field(default_factory=list)

    def holds(self, guild_id: int) -> bool:
        """Whether the guild's events go to this shard."""
        return (guild_id >> 22) % self.shard[1] == self.shard[0]

    async def dispatch(self, event: str, data: Any) -> None:
        """Send an event, or keep it for the resume where the client is away."""
        self.events.append((event, data))
        if self.connection and not self.connection.socket.closed:
            await self.connection.send(DISPATCH, data, event, len(self.events))


class Gateway:
    """The websocket endpoint and the sessions behind it."""

    def __init__(self, token: str, guilds: Sequence[Guild], url: str, heartbeat_seconds: float) -> None:
        self.frames: Record[Frame] = Record("the gateway's incoming frames")
        self.closings: Record[Closing] = Record("the gateway's ended connections")
        self.readied: Record[Session] = Record("the sessions that got READY and their guilds")
        self.resumed: Record[Session] = Record("the resumed sessions")
        self.sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self._token, self._guilds, self._url = token, guilds, url
        self._heartbeat_ms = int(heartbeat_seconds * 1000)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from HELLO to its close."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        # Other compressions are optional for a server, and a client takes plain text as well.
        connection = Connection(socket, compressed=request.query.get("compress") == "zlib-stream")
        self._connections.add(connection)
        await connection.send(HELLO, {"heartbeat_interval": self._heartbeat_ms})
        while isinstance(received := await connection.receive(), Frame):
            self.frames.add(received)
            await self._take(connection, received.op, received.data)
        self._connections.discard(connection)
        self._leave(connection, received)
        return socket

    async def dispatch(self, event: str, data: Any, guild_id: int) -> None:
        """Send an event of a guild to the session whose shard holds it."""
        holding = [session for session in self.sessions.values() if session.holds(guild_id)]
        if not holding:
            raise AssertionError(f"no session to send {event} to")
        await holding[-1].dispatch(event, data)

    async def send_op(self, op: int, data: Any = None) -> None:
        """Send a bare opcode to every connection; INVALID_SESSION without True also forgets the sessions."""
        for connection in tuple(self._connections):
            await connection.send(op, data)
        if op == INVALID_SESSION and data is not True:
            self.sessions.clear()

    async def close(self, code: int) -> None:
        """Close every connection with this code; the sessions stay and can be resumed."""
        await asyncio.gather(*(connection.close(code) for connection in tuple(self._connections)))

    async def _take(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            await asyncio.sleep(DISTANCE_SECONDS)
            await connection.send(HEARTBEAT_ACK, None)
        elif op in (IDENTIFY, RESUME) and data["token"] != self._token:
            await connection.close(NOT_AUTHENTICATED)
        elif op == IDENTIFY and data["intents"] & PRIVILEGED_INTENTS:
            await connection.close(DISALLOWED_INTENTS)
        elif op == IDENTIFY:
            await self._identify(connection, data)
        elif op == RESUME:
            await self._resume(connection, data)

    async def _identify(self, connection: Connection, data: Any) -> None:
        shard, shards = data.get("shard", (0, 1))
        session = Session((shard, shards), connection)
        self.sessions[session.id] = session
        guilds = [guild for guild in self._guilds if session.holds(guild.id)]
        await session.dispatch("READY", payloads.ready(session.id, self._url, session.shard, guilds))
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", payloads.guild_create(guild))
        self.readied.add(session)

    async def _resume(self, connection: Connection, data: Any) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await connection.send(INVALID_SESSION, False)
            return
        session.connection = connection
        for number, (event, missed) in enumerate(tuple(session.events), start=1):
            if number > data["seq"]:
                await connection.send(DISPATCH, missed, event, number)
        await session.dispatch("RESUMED", {"_trace": []})
        self.resumed.add(session)

    def _leave(self, connection: Connection, closing: Closing) -> None:
        # A client that closes with one of these codes says that it will not come back.
        is_final = closing.by_client and closing.code in (WSCloseCode.OK, WSCloseCode.GOING_AWAY)
        for session in tuple(self.sessions.values()):
            if session.connection is connection:
                session.connection = None
                if is_final:
                    del self.sessions[session.id]
        self.closings.add(closing)
