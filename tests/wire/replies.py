"""What the bot's REST calls lead to: login, registered commands, messages, and the life of an interaction
with Discord's own refusals. Lengths and other limits of a message are left to the in-process tests."""

import time
from typing import Any

from tests.wire import payloads
from tests.wire.invocation import Invocation
from tests.wire.payloads import EPHEMERAL, LOADING, Json
from tests.wire.rest import Call, RefusedError, Rest
from tests.wire.world import APPLICATION_ID, BOT, PEOPLE, snowflake

SECONDS_TO_ACKNOWLEDGE = 3.0
MESSAGE, DEFERRED_MESSAGE = 4, 5


class Replies:
    """The state behind REST: commands by scope (None is global), messages by id, interactions by token."""

    def __init__(self, rest: Rest, gateway_url: str, shards: int) -> None:
        self.commands: dict[str | None, list[Json]] = {}
        self.messages: dict[str, Json] = {}
        self.invocations: dict[str, Invocation] = {}
        self._gateway = {"url": gateway_url, "shards": shards, "session_start_limit": _START_LIMIT}
        webhook = rf"/webhooks/{APPLICATION_ID}/([^/]+)"
        commands = rf"/applications/{APPLICATION_ID}(?:/guilds/(\d+))?/commands"
        rest.route("GET", "/users/@me", lambda call: payloads.user(BOT) | {"verified": True})
        rest.route("GET", "(?:/oauth2)?/applications/@me", lambda call: payloads.application())
        rest.route("GET", "/gateway/bot", lambda call: self._gateway)
        rest.route("GET", commands, lambda call, guild_id: self.commands.get(guild_id, []))
        rest.route("PUT", commands, self._put_commands)
        rest.route("POST", r"/channels/(\d+)/messages", self._send)
        rest.route("POST", r"/channels/(\d+)/typing", lambda call, channel_id: None)
        rest.route("POST", "/users/@me/channels", self._direct_channel)
        for method in ("GET", "PATCH", "DELETE"):
            rest.route(method, r"/channels/\d+/messages/(\d+)", self._message)
            rest.route(method, webhook + r"/messages/(@original|\d+)", self._of_interaction, by_token=False)
        rest.route("POST", r"/interactions/(\d+)/([^/]+)/callback", self._acknowledge, by_token=False)
        rest.route("POST", webhook, self._follow_up, by_token=False)

    def command(self, name: str, guild_id: int) -> Json:
        """The command a person in that guild picks: the guild's own before the global one of that name."""
        offered = self.commands.get(str(guild_id), []) + self.commands.get(None, [])
        found = [command for command in offered if command["name"] == name]
        if not found:
            names = [command["name"] for command in offered]
            raise AssertionError(f"the bot has not registered /{name}; it has {names}")
        return found[0]

    def _put_commands(self, call: Call, guild_id: str | None) -> list[Json]:
        # A command keeps its id as long as its name is put again.
        known = {command["name"]: command["id"] for command in self.commands.get(guild_id, [])}
        self.commands[guild_id] = [
            payloads.registered_command(command, known.get(command["name"]) or snowflake(), guild_id)
            for command in call.body
        ]
        return self.commands[guild_id]

    def _store(self, channel_id: str, sent: Json) -> Json:
        stored = payloads.message(channel_id, sent)
        self.messages[stored["id"]] = stored
        return stored

    def _send(self, call: Call, channel_id: str) -> Json:
        return self._store(channel_id, call.message)

    def _direct_channel(self, call: Call) -> Json:
        person = PEOPLE.get(int(call.body["recipient_id"]))
        if person is None:
            raise RefusedError(400, 50033, "Invalid Recipient(s)")
        return payloads.direct_channel(person)

    def _message(self, call: Call, message_id: str) -> Json | None:
        if message_id not in self.messages:
            raise RefusedError(404, 10008, "Unknown Message")
        if call.method == "DELETE":
            del self.messages[message_id]
            return None
        stored = self.messages[message_id]
        if call.method == "PATCH":
            flags = (stored["flags"] | call.message.get("flags", 0)) & ~LOADING
            changed = payloads.message(stored["channel_id"], stored | call.message)
            stored |= changed | {"id": message_id, "flags": flags}
        return stored

    def _acknowledge(self, call: Call, interaction_id: str, token: str) -> Json | None:
        invocation = self.invocations.get(token)
        late = invocation is not None and time.monotonic() - invocation.sent_at > SECONDS_TO_ACKNOWLEDGE
        if invocation is None or late:
            raise RefusedError(404, 10062, "Unknown interaction")
        if invocation.is_acknowledged:
            raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
        invocation.is_acknowledged = True
        answer = self._callback(invocation, call.body["type"], call.message)
        return answer if call.query.get("with_response") in ("1", "true") else None

    def _callback(self, invocation: Invocation, kind: int, sent: Json) -> Json:
        told = {"id": invocation.id, "type": 2}
        if kind not in (MESSAGE, DEFERRED_MESSAGE):
            return {"interaction": told, "resource": {"type": kind}}
        loading = kind == DEFERRED_MESSAGE
        flags = sent.get("flags", 0) | (LOADING if loading else 0)
        original = self._store(invocation.channel_id, sent | {"flags": flags})
        invocation.original_id = original["id"]
        told |= {"response_message_id": original["id"], "response_message_loading": loading}
        told |= {"response_message_ephemeral": bool(flags & EPHEMERAL)}
        return {"interaction": told, "resource": {"type": kind, "message": original}}

    def _acknowledged(self, token: str) -> Invocation:
        invocation = self.invocations.get(token)
        if invocation is None or not invocation.is_acknowledged:
            raise RefusedError(404, 10015, "Unknown Webhook")
        return invocation

    def _of_interaction(self, call: Call, token: str, message_id: str) -> Json | None:
        original = self._acknowledged(token).original_id
        return self._message(call, (original or "") if message_id == "@original" else message_id)

    def _follow_up(self, call: Call, token: str) -> Json | None:
        invocation = self._acknowledged(token)
        original = self.messages.get(invocation.original_id or "")
        if original and original["flags"] & LOADING:
            # The first follow-up to a deferred answer takes the place of "thinking...".
            original |= payloads.message(invocation.channel_id, call.message) | {"id": original["id"]}
            return original
        return self._store(invocation.channel_id, call.message)


_START_LIMIT: dict[str, Any] = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
