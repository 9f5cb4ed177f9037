"""Guards what is said of a pasted quotation: each verdict, its evidence, and which articles are looked into."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from index.store import Store
from index.types import COMMON, Article
from index.verdicts import Change, Check, Verdict
from index.work.checking import Checking
from tests.quoted_news import DAY, change_article, store_articles

OURS = 5
ARTICLES = [
    Article(
        "Bridge",
        "The Courier",
        "“We will rebuild the bridge before winter,” Maria Okafor said. “You will not do it alone,” Tom Lindqvist"
        " replied.\n\nThe council voted for the new bridge on Monday.",
    ),
    Article("Rain", "The Post", "“Nobody has ever seen such a rain,” Ada Dorn said."),
    Article("More rain", "The Times", "“Nobody has ever seen such a rain,” Hugo Kolb said in Elbing."),
]
SECRET = Article("Secret", "Our Desk", "“The ferry will stop for good in May,” Ida Nygaard said.")


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store(tmp_path_factory.mktemp("data"), "test")
    store_articles(opened, ARTICLES)
    store_articles(opened, [SECRET], OURS)
    yield opened
    opened.close()


@pytest.fixture
def checking(store: Store) -> Checking:
    return Checking(store)


def one(checking: Checking, text: str, speaker: str | None = None, day: datetime | None = None) -> Check:
    [check] = checking.check(text, COMMON, speaker, day).checks
    return check


@pytest.mark.parametrize(
    ("text", "speaker", "verdict"),
    [
        ("We will rebuild the bridge before winter", None, Verdict.EXACT),
        ("We will rebuild the bridge before winter", "Okafor", Verdict.EXACT),
        ("We will rebuild the bridge before winter", "Tom Lindqvist", Verdict.OTHER_SPEAKER),
        ("We will [...] the bridge before winter", None, Verdict.SHORTENED),
        ("We will not rebuild the bridge before winter", None, Verdict.ALTERED),
        ("We will rebuild the bridge before winter You will not do it alone", None, Verdict.ALTERED),
        ("We will rebuild", None, Verdict.TOO_SHORT),
        ("Nobody has ever seen such a rain", None, Verdict.AMBIGUOUS),
        ("Nobody has ever seen such a rain", "Hugo Kolb", Verdict.EXACT),
        ("There were no herons on the lake this year", None, Verdict.UNKNOWN),
        ("The council voted for the new bridge", None, Verdict.EXACT),
        ("The council voted for the new bridge", "The Courier", Verdict.EXACT),
        ("The council voted for the new bridge", "Maria Okafor", Verdict.OTHER_SPEAKER),
    ],
)
def test_verdicts(checking: Checking, text: str, speaker: str | None, verdict: Verdict) -> None:
    assert one(checking, text, speaker).verdict is verdict


def test_the_evidence_is_cited_under_the_right_name(checking: Checking) -> None:
    [piece] = one(checking, "we will rebuild the bridge before winter", "Ada Dorn").evidence
    assert piece.citation.speaker == "Maria Okafor"
    assert piece.citation.quote == "We will rebuild the bridge before winter"
    assert (piece.citation.outlet, piece.citation.published, piece.current) == ("The Courier", DAY, True)


def test_what_was_cut_off_is_shown(store: Store, checking: Checking) -> None:
    sentence = "“Nobody here thinks that we should pay for it with our taxes, ever,” Ada Dorn said."
    store_articles(store, [Article("Taxes", "The Post", f"It rained in Elbing.\n\n{sentence} She left.")])
    [piece] = one(checking, "we should pay for it with our taxes").evidence
    assert piece.goes_on
    assert piece.sentences == sentence
    [whole] = one(checking, "We will rebuild the bridge before winter").evidence
    assert not whole.goes_on


def test_an_alteration_is_shown_beside_the_words_it_was_made_of(checking: Checking) -> None:
    check = one(checking, "We will never rebuild the bridge before winter")
    assert [each.words for each in check.differences if each.change is Change.ADDED] == ["never"]
    assert check.evidence[0].citation.speaker == "Maria Okafor"
    assert not check.same_words
    assert one(checking, "We will rebuild the bridge, before winter").same_words


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (DAY, Verdict.EXACT),
        (datetime(2026, 3, 1, tzinfo=UTC), Verdict.EXACT),
        (datetime(2026, 2, 22, tzinfo=UTC), Verdict.OTHER_DATE),
        (datetime(2026, 3, 4, tzinfo=UTC), Verdict.OTHER_DATE),
    ],
)
def test_a_day_is_held_against_when_it_was_reported(checking: Checking, day: datetime, verdict: Verdict) -> None:
    assert one(checking, "We will rebuild the bridge before winter", day=day).verdict is verdict


def test_words_that_an_article_no_longer_has_are_found_and_said_to_be_old(store: Store, checking: Checking) -> None:
    before = store.articles.find(COMMON, f"{COMMON}-Rain")
    assert before is not None
    change_article(store, before, Article("Rain", "The Post", "“It rained,” Ada Dorn said.", published=DAY))
    check = one(checking, "Nobody has ever seen such a rain", "Ada Dorn")
    assert check.verdict is Verdict.EXACT
    assert [piece.current for piece in check.evidence] == [False]


def test_nobody_learns_what_another_server_holds(checking: Checking) -> None:
    text = "The ferry will stop for good in May"
    assert one(checking, text).verdict is Verdict.UNKNOWN
    assert one(checking, text.replace("good", "ever")).verdict is Verdict.UNKNOWN
    [ours] = checking.check(text, OURS).checks
    assert ours.verdict is Verdict.EXACT


def test_each_quotation_of_a_message_is_checked_with_its_own_speaker_and_day(checking: Checking) -> None:
    message = (
        "On 5 May 2020 Lindqvist said: “We will rebuild the bridge before winter.” And then he said “no”!\n"
        "“Nobody has ever seen such a rain,” Hugo Kolb wrote. And “you will always do it alone”, too."
    )
    checks = checking.check(message, COMMON).checks
    assert [(one.speaker, one.verdict) for one in checks] == [
        ("Lindqvist", Verdict.OTHER_SPEAKER),
        ("Hugo Kolb", Verdict.OTHER_DATE),
        (None, Verdict.ALTERED),
    ]


def test_a_passage_with_quotations_in_it_is_one_text_where_it_stands_so(checking: Checking) -> None:
    assert one(checking, ARTICLES[0].text).verdict is Verdict.EXACT


@pytest.mark.parametrize("text", ["the " * 1000, "the ... of ... " * 260, "[x] will rebuild [y] " * 190, "“" * 4000])
@pytest.mark.timeout(30)
def test_no_text_takes_long(checking: Checking, text: str) -> None:
    assert all(check.verdict is not Verdict.EXACT for check in checking.check(text, COMMON).checks)


def test_what_was_searched_is_told(checking: Checking) -> None:
    assert checking.check("anything at all", COMMON).searched.articles == 3


def test_words_without_spaces_are_counted_and_looked_up(store: Store, checking: Checking) -> None:
    store_articles(store, [Article("桥", "日报", "市长说：“我们将在冬天之前重建这座桥。”\n\n然后她离开了。")])
    assert one(checking, "我们将在冬天之前重建这座桥").verdict is Verdict.EXACT
    assert one(checking, "我们不会在冬天之前重建这座桥").verdict in (Verdict.ALTERED, Verdict.UNKNOWN)
    assert one(checking, "重建这座桥").verdict is Verdict.TOO_SHORT
