"""Which language a text is in: what its page states, where the text's own words don't contradict it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.gather.process_limits import room_for_a_model

COMMON_WORDS = {
    # what stands in every text of the language and in hardly any of another
    "en": "the of and to is that for was with as by his he are from it this which have not they their were has",
    "de": "der die und das den von ist mit nicht auf im sich dem eine des ein für wird auch als sie hat bei werden",
    "fr": "les des et une est dans pour qui du sur pas au par plus avec ce sont cette ne été aux mais ses elle ont",
    "es": "el los las del por con una su para como más pero sus este fue según entre sobre también desde y ha muy",
    "it": "di che il per della con una sono gli nel alla anche dei più è delle stato dal suo ma come questo nella ha",
    "pt": "não uma para com do da os dos em no na ao mais pelo foi das são pela também seu ser até nos está e já às",
    "nl": "het een van dat niet op voor zijn met aan door ook maar naar bij wordt uit nog heeft worden deze hij zich",
}
WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
WORDS_READ = 500
FEWEST_WORDS = 20
"""Fewer say little about their language."""
CLEAR = 0.1
"""Share of these words from which a text is in the language: 4,504 of 4,525 English news texts have as many (the others
are tables of results), and no more than 0.05 of any other language's."""
SURE = 0.9
"""Confidence of py3langid from which it is believed, on its scale of 0 to 1."""
CODE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


def language_of(text: str, stated: Iterable[str] = ()) -> str | None:
    """The text's language (ISO 639-1, "en"), given what is stated of it ("en-GB"); None where it can't be told.

    What is stated is believed if it is one language and the text's words speak for no other: templates name the
    language of an edition, not of each article.
    """
    codes = list(dict.fromkeys(found[1].lower() for one in stated if (found := CODE.fullmatch(one.strip()))))
    read = read_off(text)
    if len(codes) == 1 and (read == codes[0] or (read is None and codes[0] not in WORDS)):
        return codes[0]
    return read or guessed(text) or next(iter(codes), None)


def read_off(text: str) -> str | None:
    """The language whose commonest words the text is full of, None where it is none of the seven that are known."""
    words = re.findall(r"\w+", text[: WORDS_READ * 12].lower())[:WORDS_READ]
    if len(words) < FEWEST_WORDS:
        return None
    shares = {language: sum(word in known for word in words) / len(words) for language, known in WORDS.items()}
    best, second = sorted(shares, key=lambda language: shares[language], reverse=True)[:2]
    return best if shares[best] >= CLEAR and shares[best] >= 2 * shares[second] else None


def guessed(text: str) -> str | None:
    """What py3langid says, if it is sure; reading its model takes half a second, so it is asked last."""
    if len(text.split()) < FEWEST_WORDS and len(text) < FEWEST_WORDS * 6:
        return None
    room_for_a_model()
    # only here: it brings numpy, and hardly any text needs it
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError:
        # it unpacks itself into a temporary file, for which there may be no room: no reason to refuse an article
        return None
    language, confidence = model.classify(text[:5_000])
    return language if confidence >= SURE and len(language) == 2 else None
