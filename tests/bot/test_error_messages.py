"""Guards that every error has words of its own, and that they are safe to show."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
from discord import app_commands
from hypothesis import given

from bot.call_messages import not_as_asked
from bot.cards.limits import MESSAGE, units
from bot.error_messages import error_message, is_expected, sentence
from bot.gather_messages import not_gathered
from bot.permissions import NotAllowed, NotHere
from bot.quota import TooFast
from index import errors
from index.servers import Right
from tests.bot.hostile_text import HOSTILE
from tests.bot.test_plain_text import read_as_discord

SAMPLES: dict[type[BaseException], BaseException] = {
    error.__class__: error
    for error in (
        errors.CallError("x"),
        errors.SettingsError("/secret"),
        errors.QuestionError(0, 2000),
        errors.QuotationError(0, 4000),
        errors.SearchError(1, 200),
        errors.SearchError(300, 200),
        errors.NoDate("yesterday"),
        errors.QuotationError(5000, 4000),
        errors.UnknownArticle("a1"),
        errors.UnknownSource("Wier", ("Wire",)),
        errors.UnknownSpeaker("Peskow"),
        errors.NotKept(30),
        errors.FollowWords(0, 200),
        errors.FollowWords(300, 200),
        errors.FollowExists("ferries"),
        errors.TooManyFollows(20, of_member=True),
        errors.TooManyFollows(500, of_member=False),
        errors.UnknownFollow(),
        errors.TooManyDigests(10),
        errors.NoDigest(),
        errors.NoHours("noon", "08:00"),
        errors.NotTakenDown("https://a.example/"),
        errors.SourceExists("https://a.example/feed", "Wire"),
        errors.NothingToRead("added by hand"),
        errors.QuotaSpent(10, datetime(2026, 1, 2, tzinfo=UTC)),
        errors.UnreadableFile(Path("/secret/x.md"), "not text"),
        errors.WorkError("/secret"),
        errors.IndexInUse(Path("/secret")),
        errors.StoreError("/secret"),
        errors.ModelError("/secret"),
        errors.JobRunning(),
        errors.JobCancelled(),
        errors.GatherError("x.md", "no title"),
        errors.AddressRefused("http://10.0.0.1/", "it is not on the public internet"),
        errors.RobotsRefused("https://a.example/", "its robots.txt asks programs not to read it"),
        errors.NotNow("https://a.example/", datetime(2026, 1, 2, 3, 4, tzinfo=UTC)),
        errors.FetchFailed("https://a.example/", "it answered 404", 404),
        errors.TooLarge("x.md", 10_000_000),
        errors.NotAListing("https://a.example/", "it names no feed"),
        errors.TakenDown("https://a.example/"),
        errors.NotAnArticle("x.md", "too little text"),
    )
}
OWN = [
    error
    for _, error in inspect.getmembers(errors, inspect.isclass)
    if issubclass(error, errors.VerbatimError) and error is not errors.VerbatimError
]


@pytest.mark.parametrize("error", OWN)
def test_every_error_of_the_index_has_a_sentence_of_its_own(error: type[errors.VerbatimError]) -> None:
    assert any(error in words.registry for words in (sentence, not_as_asked, not_gathered))
    told = error_message(SAMPLES[error], "42")
    assert told[0].isupper()
    assert re.search(r"[.?”]$", told)
    assert "secret" not in told
    assert "42" not in told


def test_a_job_that_was_cancelled_or_is_in_the_way_is_named() -> None:
    assert "The reading of **Wire** was cancelled" in error_message(errors.JobCancelled("Wire"), "42")
    assert error_message(errors.JobRunning("Wire"), "42").startswith("A reindex of **Wire** is running already")


def test_an_error_nobody_foresaw_gives_its_reference() -> None:
    assert "**42**" in error_message(ValueError("boom"), "42")
    assert "boom" not in error_message(ValueError("boom"), "42")


def test_commands_and_discord_have_their_words() -> None:
    assert "in a server only" in error_message(app_commands.NoPrivateMessage(), "42")
    assert "reload Discord" in error_message(
        app_commands.CommandNotFound("x", [], discord.AppCommandType.chat_input), "42"
    )


def test_who_is_refused_is_told_who_may_where_and_when() -> None:
    assert "who have <@&5> or <@&6>, can" in error_message(NotAllowed(Right.ADD, frozenset({6, 5})), "42")
    assert "manage this server can" in error_message(NotAllowed(Right.CONFIGURE), "42")
    assert error_message(NotHere(frozenset({5})), "42") == "In this server I answer in <#5>."
    assert "or 15 more" in error_message(NotHere(frozenset(range(25))), "42")
    assert "<t:1767323040:R>" in error_message(TooFast(datetime(2026, 1, 2, 3, 4, tzinfo=UTC)), "42")
    assert all(map(is_expected, (NotAllowed(Right.ADD), NotHere(frozenset()), TooFast(datetime.now(UTC)))))


@given(HOSTILE, HOSTILE)
def test_hostile_addresses_names_and_reasons_stay_text(where: str, reason: str) -> None:
    for error in (errors.FetchFailed(where, reason), errors.UnknownSource(where, (reason,) * 40)):
        told = error_message(error, "42")
        assert units(told) <= MESSAGE
        _, acting = read_as_discord(told)
        assert not re.search(r"[\\_~`|<>\[\]#\n]|://", acting)


def test_what_callers_can_mend_is_expected_and_the_rest_is_logged_with_its_trace() -> None:
    assert is_expected(errors.QuestionError(0, 2000))
    assert not is_expected(errors.StoreError("disk full"))
    assert not is_expected(KeyError("x"))
