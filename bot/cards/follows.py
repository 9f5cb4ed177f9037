"""Follows and digests as messages: what was begun or ended, and the list with where each is told and what stops it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.limits import CARD, units
from bot.cards.marks import ago
from bot.cards.plain_text import plain
from bot.cards.stories import KINDS
from index.alerts import Digest, Every, Follow, QuietHours, Rhythm

_WORDS, _REASON = 100, 150

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def followed_card(follow: Follow) -> str:
    """What is followed from now on."""
    quiet = f", not {_quiet(follow.quiet)}" if follow.quiet else ""
    told = "I tell it in this channel" if follow.channel else "I tell you in a direct message"
    return f"Followed: {_named(follow)}.\n{told}{quiet}, once for each story that comes from now on."


def unfollowed_card(follow: Follow) -> str:
    """What is followed no more."""
    return f"Unfollowed: {_named(follow)}."


def follows_card(follows: Sequence[Follow], member: int) -> str:
    """What a member follows or may end, numbered as the buttons below it are."""
    if not follows:
        return "You follow nothing here yet. Begin with /follow topic, /follow speaker or /follow question."
    lines = [_line(at, one, member) for at, one in enumerate(follows, 1)]
    while units("\n".join(lines)) > CARD:
        longest = max(range(len(lines)), key=lambda at: units(lines[at]))
        lines[longest] = _shorter(longest + 1, follows[longest], lines[longest])
    return "\n".join(lines)


def digest_set_card(digest: Digest) -> str:
    """When a channel gets its digest."""
    return f"This channel gets a digest {rhythm_words(digest.rhythm)}, next {ago(digest.due)}. /digest now shows one."


def digest_dropped_card() -> str:
    """A channel that gets none any more."""
    return "This channel gets no digest any more."


def rhythm_words(rhythm: Rhythm) -> str:
    """When a digest comes: "every Monday at 08:00 (UTC+2)"."""
    when = "every day" if rhythm.every is Every.DAY else f"every {WEEKDAYS[rhythm.weekday]}"
    return f"{when} at {clock(rhythm.minute)} ({zone(rhythm.offset)})"


def clock(minute: int) -> str:
    """A minute of the day as people write it: "08:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def zone(offset: int) -> str:
    """Minutes ahead of UTC as people write them: "UTC+2", "UTC-5:30"."""
    if offset == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '-'}{hours}{f':{minutes:02}' if minutes else ''}"


def _named(follow: Follow) -> str:
    return f"{KINDS[follow.kind].lower()} **{plain(follow.words, _WORDS) or '…'}**"


def _quiet(quiet: QuietHours) -> str:
    return f"{clock(quiet.start)}-{clock(quiet.end)} ({zone(quiet.offset)})"


def _line(at: int, one: Follow, member: int) -> str:
    told = [f"<#{one.channel}>" if one.channel else "direct message"]
    if one.member != member:
        told.append("somebody else's")
    if one.quiet:
        told.append(f"quiet {_quiet(one.quiet)}")
    if one.paused:
        told.append(f"**paused**: {plain(one.paused, _REASON)}; follow it again to go on")
    return f"{at}. {_named(one)} → {' · '.join(told)}"


def _shorter(at: int, one: Follow, line: str) -> str:
    """A line with fewer of its words, or with its number alone."""
    room = units(line) // 2
    paused = " · **paused**" if one.paused else ""
    return f"{at}. {plain(one.words, room)}{paused}" if room > 20 else f"{at}. …"
