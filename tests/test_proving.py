"""The operator's check and quotes: what they print, for people and for programs."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

import index.__main__ as door
from index.door.proving import checked_json, checked_text, utterance_json, utterance_text
from index.verdicts import Change, Check, Difference, Verdict
from tests.bot.canned_quotations import an_outcome, an_utterance, found


def test_a_check_says_verdict_speaker_and_source() -> None:
    lines = checked_text(an_outcome(found())).splitlines()
    assert lines == [
        "“It is too early to speak of timing.”",
        "WORD FOR WORD",
        "[1] Dmitry Peskov; The Daily - Kremlin waits for a date, 2026-11-02",
        "    https://daily.example/kremlin#:~:text=It%20is%20too%20early",
        "",
        "Looked up in 14 articles of 2026-11-02 to 2026-11-02, and in what they said before.",
    ]


@pytest.mark.parametrize("verdict", [v for v in Verdict if v not in (Verdict.EXACT, Verdict.SHORTENED)])
def test_no_other_verdict_reads_word_for_word(verdict: Verdict) -> None:
    assert "word for word" not in checked_text(an_outcome(found(verdict))).lower()


def test_a_difference_is_a_word_diff() -> None:
    pieces = (
        Difference(Change.SAME, "It is"),
        Difference(Change.MISSING, "too"),
        Difference(Change.ADDED, "{not}"),
    )
    text = checked_text(an_outcome(found(Verdict.ALTERED, differences=pieces)))
    assert "  It is [-too-] {+{not}+}" in text.splitlines()


def test_what_is_not_found_is_said_so() -> None:
    assert "NOT IN THE INDEX" in checked_text(an_outcome(Check("nothing like it", Verdict.UNKNOWN)))


def test_json_holds_the_offsets_of_the_words() -> None:
    [check] = json.loads(checked_json(an_outcome(found(speaker="Peskov"))))["checks"]
    assert (check["verdict"], check["speaker"]) == ("exact", "Peskov")
    [cited] = check["citations"]
    assert (cited["start"], cited["end"], cited["parts"], cited["current"]) == (10, 45, [[10, 45]], True)


def test_a_quotation_of_the_ledger_has_speaker_role_cue_and_source() -> None:
    said = an_utterance(resolved=True)
    assert (
        utterance_text(said)
        .splitlines()[1]
        .startswith(
            "— Dmitry Peskov, spokesman, “said” (name filled in); The Daily - Kremlin waits for a date, 2026-11-02"
        )
    )
    fields = json.loads(utterance_json(said))
    assert (fields["role"], fields["cue"], fields["resolved"], fields["parts"]) == (
        "spokesman",
        "said",
        True,
        [[10, 45]],
    )


def test_both_commands_at_the_door(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, filled_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They need no embedding model, so they answer at once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    shutil.copytree(filled_folder, tmp_path / "data")

    def call(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["verbatim", *words])
        assert door.main() == 0
        return capsys.readouterr().out

    assert "RIGHT WORDS, OTHER SPEAKER" in call("check", "Greenland is not for sale", "--speaker", "Peskov")
    assert "“Greenland is not for sale" in call("quotes", "--speaker", "frederiksen", "--topic", "greenland")
    assert call("quotes", "--speaker", "nobody") == "no quotation found\n"


def test_an_empty_text_is_refused_before_anything_is_opened(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "argv", ["verbatim", "check", " "])
    assert door.main() == 2
    assert "give one of 1 to 4,000 characters" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
