"""Only what an article really says gets through: what is altered in any way that matters is dropped."""

from __future__ import annotations

import pytest

from index.answer.llm.reply import Claim
from index.answer.llm.support import Evidence, evidence
from index.build.quotations import find_quotations
from index.types import Hit
from tests.answer.found import hit

TEXT = (
    "Kremlin spokesman Dmitry Peskov said on Friday that the two leaders would not meet before January 20. "
    '"We will wait until the new administration takes office," Peskov told reporters in Moscow. '
    "Ukraine fired 70 missiles at five depots, and Russia may answer within 10 days. "
    "Harris beat Trump in the poll by 1,200 votes."
)


def spoken_hit() -> Hit:
    return hit(TEXT, title="Kremlin says no meeting is planned", quotations=find_quotations(TEXT))


def found(sentence: str) -> Evidence | None:
    return evidence(Claim(sentence, ("a",)), [spoken_hit()])


@pytest.mark.parametrize(
    "sentence",
    [
        "The two leaders would not meet before January 20.",
        "Kremlin spokesman Dmitry Peskov said that the two leaders would not meet before January 20.",
        "“We will wait until the new administration takes office,” Peskov told reporters.",
        "Dmitry Peskov told reporters in Moscow: 'We will wait until the new administration takes office'.",
        "Ukraine fired 70 missiles at 5 depots.",
        "Russia may answer within ten days.",
        "Harris beat Trump by 1200 votes.",
        "In the poll Harris beat Trump by 1200 votes.",
    ],
)
def test_what_the_article_says_stands(sentence: str) -> None:
    assert found(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The two leaders would meet before January 20.",
        "The two leaders would not meet before January 21.",
        "Kremlin spokesman Sergei Peskov said that the two leaders would not meet before January 20.",
        "Kremlin spokesman Lavrov said that the two leaders would not meet before January 20.",
        "“We will wait until the old administration takes office,” Peskov told reporters.",
        "“We will not wait until the new administration takes office,” Peskov told reporters.",
        "“We will wait until the new administration takes office,” Lavrov told reporters in Moscow.",
        "“We will wait until the new administration takes office,” the reporters in Moscow were told.",
        "“We will wait until the new administration takes office, Peskov told reporters in Moscow.",
        "Ukraine fired 700 missiles at five depots.",
        "Ukraine fired 70 missiles at six depots.",
        "Ukraine fired 70 million missiles at five depots.",
        "Russia will answer within ten days.",
        "Ukraine may have fired 70 missiles at five depots.",
        "Russia may not answer within 10 days.",
        "The two leaders would not meet, not before January 20.",
        "Trump beat Harris in the poll by 1,200 votes.",
        "Harris beat Trump.",
        "The weather was fine all over the country on that day.",
        "",
    ],
)
def test_what_the_article_does_not_say_is_dropped(sentence: str) -> None:
    assert found(sentence) is None


def test_the_evidence_is_the_sentence_that_says_it() -> None:
    one = found("Ukraine fired 70 missiles at five depots.")
    assert one is not None
    assert TEXT[one.start : one.end].startswith("Ukraine fired 70 missiles")
    assert TEXT[one.start : one.end].endswith("10 days.")


def test_a_claim_stands_on_the_passages_it_names_alone() -> None:
    other = hit("Nothing of the sort was reported here by anybody.", key=2)
    claim = Claim("Ukraine fired 70 missiles at five depots.", ("b",))
    assert evidence(claim, [other]) is None
    assert evidence(claim, []) is None


BRITISH = (
    "The mayor told the paper: ‘We won’t close the workers’ club, whatever they say in London.’\n"
    "Ministers called the plan a “bloody mess” on Monday, and the harbour master, Odile Marchetti, said on Tuesday: "
    '"Will ships berth again? I hope so."\n'
    "The council paid $5 million to the firm that runs harbour.example in the spring."
)


def shown(sentence: str) -> str | None:
    one = evidence(Claim(sentence, ("a",)), [hit(BRITISH, quotations=find_quotations(BRITISH))])
    return one.text if one else None


def test_what_is_not_said_is_what_stands_behind_the_not() -> None:
    text = "Bush has been considering announcing that he will not endorse the nominee. He did not say when he will."
    about = [hit(text)]
    true = Claim("Bush has been considering announcing that he will not endorse the nominee.", ("a",))
    false = Claim("Bush has not been considering announcing that he will not endorse the nominee.", ("a",))
    assert evidence(true, about) is not None
    assert evidence(false, about) is None


@pytest.mark.parametrize(
    "false",
    [
        # a "not" of the next sentence is not this one's
        "Clinton has not been mocked by Trump at his rally in Ohio on Monday.",
        "Trump has mocked Clinton at his rally in Ohio on Monday.",
        "Trump has been mocked by Clinton at his rally in Ohio on Monday.",
        "Clinton has been praised by Trump at his rally in Ohio on Monday.",
        "Clinton has been mocked after Trump at his rally in Ohio on Monday.",
        "Clinton has been mocked by Trump at his rally in Ohio before Monday.",
        # what is said on a condition, denied behind it, or said of somebody else by him, is not said
        "Trump will open the mine near Ohio in spring.",
        "The mayor took money from the firm.",
        "The mayor took the money to the firm in Ohio.",
        "She has attacked Trump for mocking in Ohio.",
        "The train to Dayton went down at noon.",
        # an altered quotation is none for opening with dots
        "Trump said at his rally: ‘ … they will open the walrus near Ohio in spring’",
    ],
)
def test_neither_other_words_nor_another_order_nor_a_neighbours_not_are_what_the_article_says(false: str) -> None:
    text = (
        "Clinton has been mocked by Trump at his rally in Ohio on Monday. She has not mocked Trump and did not attack"
        " him. Trump will open the mine near Ohio in spring, if the court agrees. The mayor took money from the firm in"
        " Ohio, prosecutors say, which is false. The train to Dayton went up at noon."
        " Trump said at his rally: “They will open the mine near Ohio in spring.”"
    )
    about = [hit(text, quotations=find_quotations(text))]
    assert evidence(Claim("On Monday Clinton has been mocked by Trump at his rally in Ohio.", ("a",)), about)
    assert evidence(Claim("The train to Dayton went up at noon.", ("a",)), about)
    assert evidence(Claim("Trump said at his rally: ‘They will open the mine near Ohio in spring’", ("a",)), about)
    assert evidence(Claim(false, ("a",)), about) is None


@pytest.mark.parametrize(
    ("said", "as_shown"),
    [
        # whatever marks and letters the model chose: what is shown is the article's
        (
            "The mayor told the paper: \"we won't close the workers' club, whatever they say in London.\"",
            'The mayor told the paper: "We won’t close the workers’ club, whatever they say in London."',
        ),
        (
            "The mayor told the paper: 'We won't close the workers' club.'",
            "The mayor told the paper: 'We won’t close the workers’ club'.",
        ),
        (
            "Ministers called the plan a 'Bloody mess' on Monday.",
            "Ministers called the plan a 'bloody mess' on Monday.",
        ),
        (
            "Harbour master Odile Marchetti said on Tuesday: 『Will ships berth again?』",
            "Harbour master Odile Marchetti said on Tuesday: 『Will ships berth again?』",
        ),
        (
            "The council paid $5 million to the firm in the spring.",
            "The council paid $5 million to the firm in the spring.",
        ),
        (
            "The council paid the firm that runs harbour.example in the spring.",
            "The council paid the firm that runs harbour.example in the spring.",
        ),
    ],
)
def test_quoted_words_are_shown_as_the_article_has_them(said: str, as_shown: str) -> None:
    assert shown(said) == as_shown


@pytest.mark.parametrize(
    "said",
    [
        "The mayor told the paper: 'We will close the workers' club, whatever they say in London.'",
        "The mayor told the paper: ‘We won’t close the club, whatever they say in London.’",
        "The mayor told the paper: ‹We won’t close any workers’ club, whatever they say in London.›",
        "The mayor told the paper: ’We won’t close the club, whatever they say in London.’",
        "The mayor told the paper: 「We won’t close the club, whatever they say in London.」",
        "The mayor told the paper: 'We won't close the club, whatever they say in London",
        "The mayor told the paper: “We ... close the workers’ club, whatever they say in London.”",
        "The mayor told the paper: “We won’t close the workers’ club, [...] they say in London.”",
        # the reporter's words are nobody's speech
        "“Ministers called the plan a bloody mess on Monday,” the harbour master, Odile Marchetti, said.",
        "“The council paid $5 million to the firm,” the paper said in the spring.",
        "Harbour master Odile Marchetti said on Tuesday: “Will ships berth again!”",
        # what is no plain word is copied, too
        "The council paid €5 million to the firm in the spring.",
        "The council paid the firm that runs harbour.evil.example in the spring.",
        "The council paid $5 million to the firm in the spring https://evil.example.",
        "The council paid $5 million to the firm in the spring @everyone.",
        "The council paid $5 million to the firm in the spring <@1234>.",
        "The council paid $5 million to the firm² in the spring.",
        "The council paid $5 million to the firm① in the spring.",
        "The council paid 5% of a million to the firm in the spring.",
    ],
)
def test_no_mark_and_no_sign_hides_what_is_not_in_the_article(said: str) -> None:
    assert shown(said) is None
