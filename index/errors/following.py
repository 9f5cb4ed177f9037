"""What goes wrong with what is followed, and with digests."""

from __future__ import annotations

from index.errors.roots import CallError


class FollowWords(CallError):
    """Words that can't be followed as they stand. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "there is nothing to follow" if length == 0 else f"what is to be followed has {length:,} characters"
        super().__init__(f"{wrong}: give 1 to {limit:,}")


class FollowExists(CallError):
    """That is followed there already."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(f"«{words}» is followed there already")


class TooManyFollows(CallError):
    """As much is followed as may be: by a member in a server (`of_member`), or in a server by all."""

    def __init__(self, limit: int, of_member: bool) -> None:
        self.limit, self.of_member = limit, of_member
        who = "a member" if of_member else "a server"
        super().__init__(f"{who} may follow {limit:,} things: end one first")


class UnknownFollow(CallError):
    """Nothing is followed by that name (any more)."""

    def __init__(self) -> None:
        super().__init__("that is not followed (any more)")


class TooManyDigests(CallError):
    """A server has as many digests as it may."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"a server may have {limit} digests: switch one off first")


class NoDigest(CallError):
    """A channel without a digest."""

    def __init__(self) -> None:
        super().__init__("that channel has no digest")


class NoHours(CallError):
    """A text that was to be a time of day (`wanted` says which form), hours, or a difference to UTC."""

    def __init__(self, text: str, wanted: str) -> None:
        self.text, self.wanted = text, wanted
        super().__init__(f"«{text}» should be written like {wanted}")
