"""One command that a person used, and what the bot made of it; the rules for answers are replies.py's."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.wire.record import Record
from tests.wire.rest import Call

SHOWN = ("content", "embeds", "components", "attachments")


@dataclass
class Invocation:
    """An interaction under way; `sent_at` is the server's monotonic clock at the moment of sending."""

    id: str
    token: str
    channel_id: str
    sent_at: float
    calls: Record[Call]
    is_acknowledged: bool = False
    original_id: str | None = None

    async def acknowledged(self, within: float = 3.0) -> Call:
        """The accepted callback; its `body["type"]` is 4 for a message, 5 for a deferred one."""
        return await self._first(lambda call: call.path.endswith("/callback"), within)

    async def answered(self, within: float) -> Call:
        """The first accepted call that shows the person something: a message, an edit or a follow-up."""
        return await self._first(_shows, within)

    async def _first(self, accepts: Callable[[Call], bool], within: float) -> Call:
        def is_it(call: Call) -> bool:
            return call.accepted and f"/{self.token}" in call.path and accepts(call)

        return await self.calls.first(is_it, within)


def _shows(call: Call) -> bool:
    return call.method in ("POST", "PATCH") and any(call.message.get(part) for part in SHOWN)
