"""Guards that an article's language is that of its text, whatever its page's template states, and costs nothing."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.language import language_of, read_off
from tests.gather.norvik_pages import SWEDISH, TEXT

GERMAN = (
    "Die Hafenbrücke in Norvik wird ab dem ersten März für Lastwagen gesperrt, sagte der Stadtrat am Montag. "
    "Fachleute hatten in zwei der elf Pfeiler Risse gefunden, die sich nach ihren Worten nicht schließen."
)
FRENCH = (
    "Le pont du port sera fermé aux camions à partir du premier mars, a dit lundi la ville, après que "
    "des ingénieurs ont trouvé des fissures dans deux des piliers. Les voitures pourront passer par le pont."
)
SPANISH = (
    "El puente del puerto cerrará a los camiones desde el primero de marzo, según dijo el lunes el ayuntamiento. Los "
    "coches y los autobuses podrán usar el puente, pero las obras no terminarán hasta octubre."
)
JAPANESE = (
    "港の橋は三月一日から貨物自動車の通行を禁止すると市議会が月曜日に発表した。技術者が二本の橋脚にひびを発見した。" * 3
)


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (TEXT, ["en-GB"], "en"),
        (TEXT, [], "en"),
        (TEXT, ["de"], "en"),
        (TEXT, ["de-DE", "en_US"], "en"),
        (GERMAN, ["en"], "de"),
        (GERMAN, ["DE_de"], "de"),
        (FRENCH, [""], "fr"),
        (SPANISH, [], "es"),
        (SWEDISH, ["sv"], "sv"),
        (SWEDISH, ["sv", "en"], "sv"),
        (SWEDISH, [], "sv"),
        (JAPANESE, ["ja-JP"], "ja"),
        (JAPANESE, ["en"], "ja"),
        ("Bridge", ["en"], "en"),
        ("Bridge", ["English", "x-default"], None),
        ("", [], None),
    ],
)
def test_a_language(text: str, stated: list[str], language: str | None) -> None:
    assert language_of(text, stated) == language


def test_hardly_any_text_needs_the_large_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    for text, stated in ((TEXT, []), (GERMAN, ["en", "de"]), (SPANISH, ["es"]), (SWEDISH, ["sv"]), (JAPANESE, ["ja"])):
        assert language_of(text, stated)
    with pytest.raises(ImportError):
        language_of(SWEDISH, ["sv", "en"])


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_its_words(text: str) -> None:
    assert read_off(text) in {None, "en", "de", "fr", "es", "it", "pt", "nl"}
