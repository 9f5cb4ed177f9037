"""Guards who is found to have spoken each direct quotation, form by form; every example and name is invented."""

from __future__ import annotations

import pytest

from index.build.quotations import find_quotations
from index.types import Quotation

NAMED = "Maria Okafor and Tom Lindqvist met on Monday.\n\n"


def only(text: str) -> Quotation:
    """The one quotation that a text holds."""
    (quotation,) = find_quotations(text)
    return quotation


def words(text: str) -> list[list[str]]:
    """The quoted words of every quotation, stretch by stretch."""
    return [[text[start:end] for start, end in q.spans] for q in find_quotations(text)]


FORMS = [
    ("“We will rebuild,” Okafor said.", "Maria Okafor", "said"),
    ("“We will rebuild,” said Okafor.", "Maria Okafor", "said"),
    ("“We will rebuild”, Okafor said.", "Maria Okafor", "said"),
    ('"We will rebuild," said Okafor, the mayor.', "Maria Okafor", "said"),
    ("''We will rebuild,'' Ms. Okafor said.", "Maria Okafor", "said"),
    ("“We will rebuild,’’ Okafor said.", "Maria Okafor", "said"),
    ("‘We will rebuild’, Okafor said.", "Maria Okafor", "said"),
    ("'We will rebuild,' Okafor said.", "Maria Okafor", "said"),
    ("«We will rebuild», Okafor said.", "Maria Okafor", "said"),
    ("„We will rebuild“, Okafor said.", "Maria Okafor", "said"),
    ("Okafor said: “We will rebuild.”", "Maria Okafor", "said"),
    ("Okafor told reporters, “We will rebuild.”", "Maria Okafor", "told"),
    ("Okafor told reporters:\n\n“We will rebuild the bridge.”", "Maria Okafor", "told"),
    ("Said Okafor, “We will rebuild.”", "Maria Okafor", "Said"),
    ("And Ms. Okafor shot back: “We will rebuild.”", "Maria Okafor", "shot"),
    ("According to Okafor, “we will rebuild.”", "Maria Okafor", "according to"),
    ("“We will rebuild,” according to Okafor.", "Maria Okafor", "according to"),
    ("In Okafor’s words, “we will rebuild.”", "Maria Okafor", "words"),
    ("Okafor’s letter said: “We will rebuild.”", "Maria Okafor", "said"),
    ("“We will rebuild,” Lindqvist, the engineer, wrote on Twitter.", "Tom Lindqvist", "wrote"),
    ("“We will rebuild,” Lindqvist, 44, of Harlow, Ohio, wrote.", "Tom Lindqvist", "wrote"),
    ("“Will we rebuild?” asked Lindqvist.", "Tom Lindqvist", "asked"),
    ("“We will rebuild.” Lindqvist said.", "Tom Lindqvist", "said"),
    ("Okafor: “We will rebuild.”", "Maria Okafor", ":"),
    ("“We will rebuild the bridge.”\n\n— Maria Okafor", "Maria Okafor", "—"),
    ("In an interview with Lindqvist, Okafor said, “We will rebuild.”", "Maria Okafor", "said"),
    ("After Lindqvist, asked about it, had said, “We will rebuild.”", "Tom Lindqvist", "said"),
    ("Okafor, who met Lindqvist, said it was “a bloody mess.”", "Maria Okafor", "said"),
    ("Okafor attacked Lindqvist, calling him “a bloody fool.”", "Maria Okafor", "calling"),
    ("The plan is “a bloody mess” for everyone, Okafor said.", "Maria Okafor", "said"),
    ("“We will rebuild,” said a neighbour, Ann Lee.", "Ann Lee", "said"),
    ("“We will rebuild,” said Okafor adviser and lawyer Ann Lee.", "Ann Lee", "said"),
    ("“We will rebuild,” the Kremlin said.", "Kremlin", "said"),
    ("“We will rebuild,” The Harlow Times reported.", "Harlow Times", "reported"),
    ("“We will rebuild,” said a man for the Harlow Board.", "man for the Harlow Board", "said"),
    ("“We will rebuild,” said a woman at the market.", None, "said"),
    ("“We will rebuild,” one Harlow Republican said.", "one Harlow Republican", "said"),
    ("The Times quoted Okafor as saying: “We will rebuild.”", "Maria Okafor", "quoted"),
    ("Lindqvist will stay, Okafor said, adding, “We will rebuild.”", "Maria Okafor", "adding"),
    ("HARLOW, Ohio (AP) — Okafor met the press, saying, “We will rebuild.”", "Maria Okafor", "saying"),
    ("As Lindqvist, author of “The Bridge,” put it, “we will rebuild.”", "Tom Lindqvist", "put"),
    ("''We will sing 'The Bridge,''' said Lindqvist.", "Tom Lindqvist", "said"),
    ("“We will rebuild,” said Phil Mayor, a baker.", "Phil Mayor", "said"),
    ("“We will rebuild,” Kelly said.", "Kelly", "said"),
]


@pytest.mark.parametrize(("sentence", "speaker", "cue"), FORMS)
def test_speaker_of_each_form(sentence: str, speaker: str | None, cue: str) -> None:
    quotation = only(NAMED + sentence)
    assert (quotation.speaker, quotation.cue) == (speaker, cue)


PRONOUNS = [
    ("Maria Okafor met Tom Lindqvist. “We will rebuild,” she said.", "Maria Okafor"),
    ("Maria Okafor met the press. “We will rebuild,” she said.", "Maria Okafor"),
    ("Mr. Lindqvist smiled at Mrs. Okafor. “We will rebuild,” she said.", "Okafor"),
    ("When Tom Lindqvist came home, he said: “We will rebuild.”", "Tom Lindqvist"),
    ("Harlow Rovers lost. Tom Lindqvist, their coach, was calm. “We will be back,” he said.", "Tom Lindqvist"),
    ("Maria Okafor wrote to Tom Lindqvist. Her letter said: “We will be back.”", "Maria Okafor"),
    ("Harlow Airlines stopped. Maria Okafor was at home. “We will be back,” it said.", "Harlow Airlines"),
    ("Tom Lindqvist spoke in Russia. Russia listened. “We will be back,” he said.", "Tom Lindqvist"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS)
def test_pronoun_stands_for_the_person_meant(text: str, speaker: str) -> None:
    quotation = only(text)
    assert (quotation.speaker, quotation.resolved) == (speaker, True)


def test_last_name_is_filled_up_from_a_later_mention() -> None:
    quotation = only("“We wait,” Peskin said.\n\nDmitri Peskin has spoken for the palace for years.")
    assert (quotation.speaker, quotation.resolved) == ("Dmitri Peskin", True)


ROLES = [
    ("“We wait,” said Kremlin spokesman Dmitri Peskin.", "Kremlin spokesman"),
    ("“We wait,” said Dmitri Peskin, the spokesman of the palace.", "spokesman of the palace"),
    ("Dmitri Peskin, the palace spokesman, smiled. “We wait,” Peskin said.", "palace spokesman"),
    ("“We wait,” Sen. Dmitri Peskin said.", "Sen."),
    ("“We wait,” Foreign Minister Dmitri Peskin said.", "Foreign Minister"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role_is_kept_apart_from_the_name(text: str, role: str) -> None:
    quotation = only(text)
    assert (quotation.speaker, quotation.role) == ("Dmitri Peskin", role)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will rebuild,” said Foreign Minister Jan Orlan of Tarn.", "Jan Orlan"),
        ("“We will rebuild,” said April Tessen, the minister of war.", "April Tessen"),
        ("“We will rebuild,” June Tessen’s brother August Tessen said.", "August Tessen"),
        ("Last June Orlan said: “We will rebuild.”", "Orlan"),
        ("In Jan 2025 Orlan said: “We will rebuild.”", "Orlan"),
    ],
)
def test_a_first_name_that_is_a_month_belongs_to_the_name(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_definite_phrase_means_who_was_introduced_so() -> None:
    text = "Maria Okafor, the mayor of Harlow, met Tom Lindqvist, a lawyer. “We will rebuild,” the mayor said."
    assert only(text).speaker == "Maria Okafor"


def test_split_quotation_is_one() -> None:
    text = NAMED + "“We will rebuild,” Okafor said on Monday, “and we will pay for it.”"
    assert words(text) == [["“We will rebuild,”", "“and we will pay for it.”"]]


def test_quotation_that_goes_on_after_its_attribution_is_one() -> None:
    text = NAMED + "“We will rebuild,” Okafor said. “It will take a year.”"
    assert words(text) == [["“We will rebuild,”", "“It will take a year.”"]]


def test_quotation_over_paragraphs_is_one_and_keeps_its_speaker() -> None:
    text = NAMED + "Okafor said: “We will rebuild.\n\n“It will take a year.”"
    assert words(text) == [["“We will rebuild.", "“It will take a year.”"]]
    assert only(text).speaker == "Maria Okafor"


def test_conversation_goes_on_with_the_same_speaker() -> None:
    text = NAMED + "Okafor said she was sure.\n\n“We will rebuild the bridge.”\n\n“We have the money,” she added."
    assert [q.speaker for q in find_quotations(text)] == ["Maria Okafor", "Maria Okafor"]


def test_two_speakers_in_one_paragraph_are_kept_apart() -> None:
    text = NAMED + "“We will rebuild,” Okafor said. “You will not,” Lindqvist replied."
    assert [q.speaker for q in find_quotations(text)] == ["Maria Okafor", "Tom Lindqvist"]


NO_QUOTATIONS = [
    "Okafor’s play, which ran for a year, was called a hit. It is the so-called “peace dividend” that failed.",
    "Tom “Bubba” Lindqvist won the race.",
    "She read “The Long Bridge Home” twice.",
    "The dogs' bowls and the cats' beds were gone in the '90s.",
    "Rock 'n' roll isn't dead, it's just the neighbours' fault.",
    "The plank is 6'2\" long and 5'10\" wide.",
]


@pytest.mark.parametrize("text", NO_QUOTATIONS)
def test_scare_quotes_titles_nicknames_and_apostrophes_are_left_out(text: str) -> None:
    assert find_quotations(text) == ()


def test_line_breaks_of_a_wrapped_text_do_not_part_a_quotation() -> None:
    text = "Maria Okafor met the press\nyesterday. “We will rebuild\nthe bridge,” she said to\nthe crowd that came."
    assert words(text) == [["“We will rebuild\nthe bridge,”"]]
    assert only(text).speaker == "Maria Okafor"
