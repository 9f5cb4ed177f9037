"""Stories as they are told unasked, in an alert or a digest: quoted words, their source, how many outlets and origins.

Text gives way to sources, and links that open at the passage to those that open the page, before a story is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.called import Labels, called
from bot.cards.limits import CARD, units
from bot.cards.marks import ago, day, linked, quoted, target
from bot.cards.plain_text import plain
from index.alerts import Alert, Digest, Every, FollowKind, Story

_SIZES = ((300, 110, True), (200, 90, True), (160, 80, False), (110, 60, False))
"""UTF-16 units of the words and of the source's label, and whether the link opens at the passage: tried in turn."""

_FOLLOWED, _SPEAKER, _LABELS, _REASON, _SERVER = 150, 60, 40, 150, 60

KINDS = {FollowKind.TOPIC: "Topic", FollowKind.SPEAKER: "Quotations of", FollowKind.QUESTION: "Question"}
"""What is followed, as the heading of an alert and the list of follows call it."""


def alert_card(alert: Alert, labels: Labels, server: str = "") -> str:
    """What is new on something that is followed; in a direct message with the name of the `server` it is read in."""
    follow = alert.follow
    heading = f"**{KINDS[follow.kind]}: {plain(follow.words, _FOLLOWED) or '…'}**"
    where = f" in {plain(server, _SERVER)}" if server else ""
    below = "" if follow.channel else f"-# You follow this{where}"
    return told(heading, alert.stories, alert.left_out, below, labels)


def digest_card(digest: Digest, stories: Sequence[Story], labels: Labels) -> str:
    """The stories of a day or of a week."""
    when = "Today" if digest.rhythm.every is Every.DAY else "This week"
    heading = f"**{when} in {counted(len(stories), 'story', 'stories')}**"
    return told(heading, stories, 0, f"-# What came since {day(digest.since)}, the most reported first", labels)


def preview_card(stories: Sequence[Story], labels: Labels, paused: str | None = None) -> str:
    """What a digest would hold now, to whoever decides about it; `paused` is why it is not sent any more."""
    if paused:
        return f"This channel's digest is paused: {plain(paused, _REASON)}. Set it again with /digest to go on."
    if not stories:
        return "Nothing new has come: a digest would not be sent now."
    heading = f"**A digest would hold {counted(len(stories), 'story', 'stories')} now**"
    return told(heading, stories, 0, "-# A preview: nothing of it counts as told", labels)


def told(heading: str, stories: Sequence[Story], left_out: int, small_print: str, labels: Labels) -> str:
    """A heading, as many stories as there is room for, how many more there are."""
    for shown in range(len(stories), 0, -1):
        missing = left_out + len(stories) - shown
        more = f"-# and {counted(missing, 'more story', 'more stories')}" if missing else ""
        for sizes in _SIZES:
            entries = [_entry(one, labels, *sizes) for one in stories[:shown]]
            card = "\n".join(filter(None, (heading, *entries, more, small_print)))
            if units(card) <= CARD:
                return card
    return heading


def _entry(story: Story, labels: Labels, room: int, label: int, at_passage: bool) -> str:
    cited = story.citation
    said = f"**{plain(cited.speaker, _SPEAKER)}** · " if cited.speaker else ""
    address = cited.link if at_passage and target(cited.link) else cited.url
    dated = f" · {ago(cited.published) if cited.has_time else day(cited.published)}" if cited.published else ""
    source = linked(f"{cited.outlet} - {cited.title}", address, label) + called(cited.outlet, labels, _LABELS)
    return quoted(plain(cited.quote, room), f"— {said}{source}{dated}{_reported(story)}")


def _reported(story: Story) -> str:
    """By how many outlets, and how many of them wrote for themselves."""
    if len(story.outlets) < 2:
        return ""
    origins = f", {counted(len(story.origins), 'origin')}" if len(story.origins) < len(story.outlets) else ""
    return f" · {counted(len(story.outlets), 'outlet')}{origins}"
