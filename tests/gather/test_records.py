"""Guards the import of JSONL: each line stands for itself, what is wrong is named, the text is kept to the letter."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.records import LONGEST_LINE, lines_of, read_records
from index.reports import Refusal
from index.types import Article

RECORD = {
    "id": "nv-1",
    "url": "https://www.norvik.example/bridge/?utm_source=x",
    "title": "Harbour bridge\ncloses",
    "source": "Norvik Herald",
    "published": "2025-02-03T17:30:00+01:00",
    "author": ["Jonas Lind", "Mira Falk"],
    "text": "The bridge  closes.\r\n\r\nCafe\u0301s stay\u200b open. ",
    "weeks": [1, 2],
}


def line(**changes: object) -> str:
    return json.dumps({name: value for name, value in (RECORD | changes).items() if value != "absent"})


def read(*lines: bytes | str, until: datetime | None = None) -> list[Article | Refusal]:
    return list(read_records(lines, "news.jsonl", until))


def test_a_record_becomes_an_article_with_its_text_letter_for_letter() -> None:
    assert read(line()) == [
        Article(
            title="Harbour bridge closes",
            outlet="Norvik Herald",
            text="The bridge  closes.\r\n\r\nCafe\u0301s stay\u200b open. ",
            url="https://www.norvik.example/bridge",
            author="Jonas Lind, Mira Falk",
            published=datetime(2025, 2, 3, 16, 30, tzinfo=UTC),
            has_time=True,
            given_id="nv-1",
        )
    ]


def test_what_may_be_absent() -> None:
    (article,) = read(line(id="absent", url=None, author="absent", published="2025-02-03"))
    assert isinstance(article, Article)
    assert (article.given_id, article.url, article.author, article.has_time) == (None, None, None, False)
    (numbered,) = read(line(id=17))
    assert isinstance(numbered, Article)
    assert numbered.given_id == "17"


WRONG = {
    "not JSON": (
        '{"title": "a",, }',
        "not valid JSON: Expecting property name enclosed in double quotes at character 15",
    ),
    "cut off": (line()[:-9], "not valid JSON: Expecting ':' delimiter at character"),
    "two objects": (line() + line(), "not valid JSON: Extra data"),
    "a list": ("[1]", "not a JSON object"),
    "a word": ('"news"', "not a JSON object"),
    "too deep": ("[" * 100_000, "not valid JSON"),
    "too long a number": ('{"id": ' + "9" * 5_000 + "}", "not valid JSON"),
    "no title": (line(title="absent"), "«title» is missing or empty"),
    "blank title": (line(title=" "), "«title» is missing or empty"),
    "no source": (line(source=None), "«source» is missing or empty"),
    "no text": (line(text=""), "«text» is missing or empty"),
    "text of another type": (line(text=["a"]), "«text» is not text"),
    "no date": (line(published="absent"), "«published» is missing or empty"),
    "date as a number": (line(published=1736282700), "«published» is not text"),
    "wrong date": (line(published="last week"), "«published»: «last week» is not an ISO 8601 date"),
    "address of another kind": (line(url="javascript:alert(1)"), "«url»: it does not begin with http:// or https://"),
    "author of another type": (line(author={"name": "a"}), "«author» is neither a name nor a list of names"),
    "id of another type": (line(id=1.5), "«id» is neither text nor a whole number"),
    "id of two lines": (line(id="a\nb"), "«id» is not plain text"),
    "a long id": (line(id="a" * 201), "«id» is not plain text"),
    "bytes that are no text": (b'{"title": "\xff"}', "the line is not UTF-8 text"),
}


@pytest.mark.parametrize(("wrong", "reason"), WRONG.values(), ids=WRONG)
def test_a_broken_line_is_named_and_stops_nothing(wrong: bytes | str, reason: str) -> None:
    before, refusal, after = read(line(), "\n", " \r\n", wrong, line())
    assert isinstance(before, Article)
    assert before == after
    assert isinstance(refusal, Refusal)
    assert refusal.where == "news.jsonl:4"
    assert refusal.reason.startswith(reason)


def test_marks_and_line_ends_of_windows_do_no_harm() -> None:
    assert len(read(b"\xef\xbb\xbf" + line().encode() + b"\r\n", "\ufeff" + line())) == 2
    assert all(isinstance(each, Article) for each in read(b"\xef\xbb\xbf" + line().encode() + b"\r\n"))


def test_what_can_not_be_stored_is_replaced_in_place() -> None:
    (article,) = read('{"title": "a\\ud800", "source": "b", "published": "2025-01-01", "text": "x\\u0000y\\udfffz"}')
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("a", "x\ufffdy\ufffdz")


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2025-02-02", True),
        ("2025-02-03", True),
        ("2025-02-03T23:59:59Z", True),
        ("2025-02-04", False),
        ("2025-02-04T00:30:00+01:00", True),
        ("2025-02-03T23:30:00-01:00", False),
    ],
)
def test_until_keeps_the_whole_day_it_names(published: str, kept: bool) -> None:
    assert bool(read(line(published=published), until=datetime(2025, 2, 3, tzinfo=UTC))) is kept


def test_a_line_without_end_is_refused_without_being_held() -> None:
    class Endless(io.RawIOBase):
        """A line of 100 MB, then one that is fine; remembers the most it was asked for at once."""

        def __init__(self) -> None:
            self.left, self.asked = 100_000_000, 0
            self.rest = io.BytesIO(b"\n" + line().encode() + b"\n")

        def readline(self, size: int | None = -1, /) -> bytes:
            self.asked = max(self.asked, size or 0)
            size = min(self.left, size or 0)
            self.left -= size
            return bytes(size) if size else self.rest.readline()

    stream = Endless()
    too_long, fine = read_records(lines_of(stream), "news.jsonl")  # type: ignore[arg-type]
    assert too_long == Refusal("news.jsonl:1", "the line is longer than 20 MB")
    assert isinstance(fine, Article)
    assert stream.asked <= LONGEST_LINE + 1


@settings(deadline=None)
@given(st.lists(st.binary(max_size=30)))
def test_a_file_is_cut_at_its_line_ends(pieces: list[bytes]) -> None:
    data = b"\n".join(pieces)
    assert list(lines_of(io.BytesIO(data))) == list(io.BytesIO(data))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional={name: JSON_VALUES | st.just(RECORD[name]) for name in RECORD})))
def test_any_records_are_articles_or_refusals_in_order(records: list[dict[str, object]]) -> None:
    found = read(*(json.dumps(record) for record in records))
    assert len(found) == len(records)
    for number, each in enumerate(found, start=1):
        assert isinstance(each, Article) or each.where == f"news.jsonl:{number}"


@settings(deadline=None)
@given(st.lists(st.binary(max_size=50) | st.text(max_size=50)))
def test_no_line_stops_the_rest(lines: list[bytes | str]) -> None:
    found = read(*lines, line())
    assert isinstance(found[-1], Article)
