"""Guards who is found to have spoken each direct quotation, form by form; every example and name is invented."""

from __future__ import annotations

import pytest

from index.build.quotations import find_quotations

NAMED = "Maria Okafor and Tom Lindqvist met on Monday.\n\n"

FORMS = [
    ("“We will rebuild,” Okafor said.", "Maria Okafor", "said"),
    ("“We will rebuild,” said Okafor.", "Maria Okafor", "said"),
    ('"We will rebuild," said Okafor, the mayor.', "Maria Okafor", "said"),
    ("''We will rebuild,'' Ms. Okafor said.", "Maria Okafor", "said"),
    ("‘We will rebuild’, Okafor said.", "Maria Okafor", "said"),
    ("«We will rebuild», Okafor said.", "Maria Okafor", "said"),
    ("„We will rebuild“, Okafor said.", "Maria Okafor", "said"),
    ("Okafor said: “We will rebuild.”", "Maria Okafor", "said"),
    ("Okafor told reporters, “We will rebuild.”", "Maria Okafor", "told"),
    ("Okafor told reporters:\n\n“We will rebuild the bridge.”", "Maria Okafor", "told"),
    ("According to Okafor, “we will rebuild.”", "Maria Okafor", "according to"),
    ("“We will rebuild,” Lindqvist, the engineer, wrote on Twitter.", "Tom Lindqvist", "wrote"),
    ("“Will we rebuild?” asked Lindqvist.", "Tom Lindqvist", "asked"),
    ("Okafor: “We will rebuild.”", "Maria Okafor", ":"),
    ("In an interview with Lindqvist, Okafor said, “We will rebuild.”", "Maria Okafor", "said"),
    ("Okafor, who met Lindqvist, said it was “a bloody mess.”", "Maria Okafor", "said"),
    ("“We will rebuild,” said a neighbour, Ann Lee.", "Ann Lee", "said"),
    ("“We will rebuild,” the Kremlin said.", "Kremlin", "said"),
]


@pytest.mark.parametrize(("sentence", "speaker", "cue"), FORMS)
def test_speaker_of_each_form(sentence: str, speaker: str, cue: str) -> None:
    (quotation,) = find_quotations(NAMED + sentence)
    assert (quotation.speaker, quotation.cue) == (speaker, cue)
