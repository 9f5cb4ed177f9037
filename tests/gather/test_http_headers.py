"""Guards what headers are taken to mean: nothing is echoed that was not received, nothing waits for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gather.http_headers import LONGEST_WAIT, conditions, max_age, moment_in, validators_in, wait_until
from index.pages import Validators

HERE = "https://norvik.example/feed"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"', "a", '"a, b"', '""', '"a" ; b', "'a'", '"é"', '"' + "a" * 498 + '"'])
@pytest.mark.parametrize(
    "date", ["Sun, 01 Mar 2026 09:00:00 GMT", "Sunday, 01-Mar-26 09:00:00 GMT", "yesterday", "0", "-1", None]
)
def test_what_a_host_said_is_sent_back_letter_for_letter(etag: str, date: str | None) -> None:
    headers = {"ETag": etag} | ({"Last-Modified": date} if date else {})
    said = validators_in(headers, HERE)
    assert said == Validators(etag, date, HERE)
    sent = {"If-None-Match": etag} | ({"If-Modified-Since": date} if date else {})
    assert conditions(said, HERE, HERE) == sent


@pytest.mark.parametrize(
    "value", ["", "*", "a" * 501, '"a"\r\nCookie: b', '"a"\nb', '"\udce4"', "a\0", "a\x85", "a\tb"]
)
def test_what_can_not_be_sent_back_is_dropped_both_ways(value: str) -> None:
    said = validators_in({"ETag": value, "Last-Modified": "" if value == "*" else value}, HERE)
    assert said == Validators()
    if value != "*":
        assert conditions(Validators(value, value), HERE, HERE) == {}


@given(st.text(), st.text())
def test_no_header_is_ever_sent_that_could_begin_another(etag: str, date: str) -> None:
    for value in conditions(Validators(etag, date), HERE, HERE).values():
        assert not set(value) & set("\r\n\0")
        value.encode()


def test_validators_go_to_the_address_they_came_from_alone() -> None:
    said = Validators('"a"', None, "https://norvik.example/moved")
    assert conditions(said, "https://norvik.example/moved", HERE) == {"If-None-Match": '"a"'}
    assert conditions(said, HERE, HERE) == {}
    unnamed = Validators('"a"')
    assert conditions(unnamed, HERE, HERE) == {"If-None-Match": '"a"'}
    assert conditions(unnamed, "https://norvik.example/moved", HERE) == {}
    assert conditions(None, HERE, HERE) == {}


@pytest.mark.parametrize(
    ("cache_control", "seconds"),
    [
        ("max-age=300", 300),
        ("public, MAX-AGE = 60, stale-while-revalidate=9", 60),
        ('max-age="90"', 90),
        ("s-maxage=10", None),
        ("no-store", None),
        ("max-age=", None),
        ("max-age=-5", None),
        ("", None),
    ],
)
def test_how_long_a_page_stays_as_it_is(cache_control: str, seconds: int | None) -> None:
    assert max_age({"Cache-Control": cache_control}) == seconds


@pytest.mark.parametrize(
    ("status", "retry_after", "wait"),
    [
        (429, "120", timedelta(seconds=120)),
        (503, " 7 ", timedelta(seconds=7)),
        (503, "Sun, 01 Mar 2026 12:10:00 GMT", timedelta(minutes=10)),
        (503, "Sun, 01 Mar 2026 13:10:00 +0100", timedelta(minutes=10)),
        (503, "Sun, 01 Mar 2026 12:10:00 -0000", timedelta(minutes=10)),
        (429, "Sun, 01 Mar 2099 12:10:00 GMT", LONGEST_WAIT),
        (429, "999999999", LONGEST_WAIT),
        (429, None, timedelta(minutes=1)),
        (429, "soon", timedelta(minutes=1)),
        (429, "-5", timedelta(minutes=1)),
        (429, "Sun, 01 Mar 2025 12:10:00 GMT", None),
        (429, "0", None),
        (503, None, None),
        (503, "soon", None),
        (500, "120", None),
        (200, "120", None),
        (None, None, None),
    ],
)
def test_until_when_a_host_is_left_alone(status: int | None, retry_after: str | None, wait: timedelta | None) -> None:
    assert wait_until(status, retry_after, NOW) == (NOW + wait if wait else None)


@given(st.text() | st.from_regex(r"\w{3}, \d+ \w{3} \d+ \d+:\d+:\d+ [+-]?\w+"))
def test_any_retry_after_is_a_moment_or_none(retry_after: str) -> None:
    moment = moment_in(retry_after, NOW)
    assert moment is None or moment.tzinfo is UTC
