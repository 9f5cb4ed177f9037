"""Stories, alerts, digests and corrections with a usual value for whatever a test does not give."""

from __future__ import annotations

from datetime import UTC, datetime

from index.alerts import Alert, Amendment, Correction, Digest, Every, Follow, FollowKind, Issue, Rhythm, Story
from index.revisions import Edit
from tests.bot.canned.values import a_citation

DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def a_follow(server: int, *, member: int = 1, channel: int | None = None, **given: object) -> Follow:
    usual: dict[str, object] = {"id": 1, "token": "t" * 22, "kind": FollowKind.TOPIC, "words": "ferry", "created": DAY}
    return Follow(server=server, member=member, channel=channel, **(usual | given))  # type: ignore[arg-type]


def a_story(**given: object) -> Story:
    citation = a_citation(**given)  # type: ignore[arg-type]
    return Story(citation, (1, 2, 3), ("The Daily", "The Sun", "The Herald"), ("The Daily", "AP"), DAY)


def an_alert(follow: Follow, *stories: Story, left_out: int = 0) -> Alert:
    return Alert(follow, stories or (a_story(),), left_out, (1,), "f1")


def an_issue(server: int, channel: int, *stories: Story) -> Issue:
    digest = Digest(1, server, channel, Rhythm(Every.DAY, 480), DAY, DAY)
    return Issue(digest, stories or (a_story(),), DAY, "d1-1")


def a_correction(server: int, channel: int, message: int, *edits: Edit, gone: bool = False) -> Correction:
    edits = edits or (Edit("the minister said", "40", "14", "ferries would stop"),)
    amendment = Amendment(1, "Ferries stop", "The Daily", "https://daily.example/ferries", edits, gone)
    return Correction(1, server, channel, message, (amendment,), "c1-1-2")
