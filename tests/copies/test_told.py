"""Guards the words in which copies, versions and the log are told."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.cards.report import added_card
from index.build.versions import revisions
from index.door.printed import audit_text, history_text, report_lines
from index.reports import AuditEntry, Report
from index.types import Article, StoredArticle

AT = datetime(2025, 1, 5, 9, 30, tzinfo=UTC)


def version(number: int, text: str, **fields: object) -> tuple[datetime, StoredArticle]:
    article = Article(**({"title": "Bridge closed", "outlet": "The Courier", "text": text} | fields))  # type: ignore[arg-type]
    return AT.replace(hour=9 + number), StoredArticle(1, number, "a", 0, "s", article, None, number)


def test_a_history_shows_the_words_that_changed() -> None:
    told = history_text(
        revisions(
            [
                version(1, "He said he would go on Monday."),
                version(2, "He said he would not go on Monday."),
                version(3, "He said he would not go.", title="Bridge open"),
            ]
        )
    )
    assert told.splitlines() == [
        "version 1, stored 2025-01-05 10:30 UTC: The Courier - Bridge closed",
        "version 2, stored 2025-01-05 11:30 UTC",
        "  text: He said he would {+not+} go on Monday.",
        "version 3, stored 2025-01-05 12:30 UTC",
        "  title: Bridge [-closed-] {+open+}",
        "  text: He said he would not [-go on Monday.-] {+go.+}",
    ]


def test_the_log_is_a_line_an_entry() -> None:
    assert audit_text([AuditEntry(AT, "7", "remove", "https://a.example/x")]) == (
        "2025-01-05 09:30 UTC  7  remove  https://a.example/x"
    )
    assert audit_text([]) == "nothing was changed yet"


def test_copies_are_told_as_such() -> None:
    report = Report(copies=1, passages=3, article_ids=("a1",))
    assert report_lines(report).startswith("1 copy of another outlet's text: a1 (3 passages, 0 embedded")
    assert report_lines(Report(added=2, copies=3)).startswith("2 added, 3 copies of other outlets' texts")
    assert added_card("https://a.example/x", report).startswith("Kept as a copy of another outlet's text")
