"""A real, small Discord on loopback: REST and gateway behind one address, with verbs for tests. It speaks the
protocol and keeps the order of an interaction; it does not judge what the bot says."""

import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from aiohttp import WSCloseCode, web

from tests.wire import payloads
from tests.wire.gateway import Closing, Gateway, Session
from tests.wire.invocation import Invocation
from tests.wire.record import Record
from tests.wire.replies import Replies
from tests.wire.rest import PREFIX, Call, Rest
from tests.wire.world import GUILD, MEMBER_PERMISSIONS, OTHER_GUILD, READER, TOKEN, Guild, Person


class DiscordServer:
    """An asynchronous context manager; inside it, a client with `TOKEN` can log in at `environment()`."""

    def __init__(
        self,
        *,
        guilds: Sequence[Guild] = (GUILD, OTHER_GUILD),
        shards: int = 1,
        heartbeat_seconds: float = 41.25,
    ) -> None:
        self.rest = Rest(TOKEN)
        self._guilds = {guild.id: guild for guild in guilds}
        self._shards, self._heartbeat_seconds = shards, heartbeat_seconds

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=32 * 1024 * 1024)
        application.router.add_get("/gateway", self._connect)
        application.router.add_route("*", PREFIX + "/{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(application, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._address = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.gateway = Gateway(TOKEN, tuple(self._guilds.values()), self.gateway_url, self._heartbeat_seconds)
        self.replies = Replies(self.rest, self.gateway_url, self._shards)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.gateway.close(WSCloseCode.GOING_AWAY)
        await self._runner.cleanup()

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        # The routes are made before the address is known, and the gateway has to know its address.
        return await self.gateway.handle(request)

    @property
    def api_url(self) -> str:
        """What the client has to take for https://discord.com/api/v10."""
        return f"http://{self._address}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        """What the client has to take for wss://gateway.discord.gg."""
        return f"ws://{self._address}/gateway"

    @property
    def calls(self) -> Record[Call]:
        """Every REST call so far."""
        return self.rest.calls

    def environment(self) -> dict[str, str]:
        """The variables that launch.py reads."""
        return {"WIRE_API": self.api_url, "WIRE_GATEWAY": self.gateway_url}

    async def ready(self, within: float) -> Session:
        """The bot has identified with its last shard, and was sent READY and its guilds."""
        return await self.gateway.readied.first(lambda session: session.shard[0] == self._shards - 1, within)

    async def registered(self, command: str, within: float) -> Call:
        """The bot has put this command, globally or for a guild."""
        return await self.calls.first(lambda call: call.accepted and command in _names(call), within)

    async def invoke(
        self,
        command: str,
        options: Mapping[str, Any] | None = None,
        *,
        guild_id: int = GUILD.id,
        user: Person = READER,
        permissions: int = MEMBER_PERMISSIONS,
    ) -> Invocation:
        """A person uses a command ("ask", or "sources add" for a subcommand) in the guild's channel."""
        guild = self._guilds[guild_id]
        name, *path = command.split()
        data = payloads.command_data(self.replies.command(name, guild_id), path, options or {})
        sent = payloads.interaction(data, uuid4().hex, guild, user, permissions)
        invocation = Invocation(sent["id"], sent["token"], sent["channel_id"], time.monotonic(), self.calls)
        self.replies.invocations[invocation.token] = invocation
        await self.gateway.dispatch("INTERACTION_CREATE", sent, guild_id)
        return invocation

    async def press(
        self,
        custom_id: str,
        message: Mapping[str, Any],
        *,
        guild_id: int = GUILD.id,
        user: Person = READER,
        permissions: int = MEMBER_PERMISSIONS,
    ) -> Invocation:
        """A person presses a button below a message in the guild's channel."""
        data = {"custom_id": custom_id, "component_type": payloads.BUTTON}
        guild = self._guilds[guild_id]
        sent = payloads.interaction(data, uuid4().hex, guild, user, permissions)
        sent |= {"type": payloads.MESSAGE_COMPONENT, "message": dict(message)}
        invocation = Invocation(sent["id"], sent["token"], sent["channel_id"], time.monotonic(), self.calls)
        self.replies.invocations[invocation.token] = invocation
        await self.gateway.dispatch("INTERACTION_CREATE", sent, guild_id)
        return invocation

    def message_of(self, invocation: Invocation) -> Mapping[str, Any]:
        """The message that answers an interaction, as it stands now."""
        return self.replies.messages[invocation.original_id or ""]

    def fail_next(
        self,
        method: str,
        path_regex: str,
        status: int,
        times: int = 1,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer the next `times` matching calls with an error; a 429 takes Retry-After from `headers`."""
        self.rest.fail_next(method, path_regex, status, times, headers or {})

    def reset_next(self, method: str, path_regex: str, times: int = 1) -> None:
        """Break the connection under the next `times` matching calls."""
        self.rest.fail_next(method, path_regex, None, times, {})

    async def close_gateway(self, code: int) -> None:
        """Close every gateway connection from Discord's side."""
        await self.gateway.close(code)

    async def send_op(self, op: int, data: Any = None) -> None:
        """Send RECONNECT (7), or INVALID_SESSION (9) with True where the session can be resumed."""
        await self.gateway.send_op(op, data)

    async def gateway_closed(self, within: float) -> Closing:
        """The first gateway connection to end."""
        return await self.gateway.closings.first(lambda closing: True, within)


def _names(call: Call) -> list[str]:
    is_put = call.method == "PUT" and call.path.endswith("/commands")
    return [command["name"] for command in call.body] if is_put else []
