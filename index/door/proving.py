"""The operator's `check` and `quotes`: what each does and how it is printed. Opening the index is `__main__`'s part."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any

from index.amounts import counted
from index.door.cited import citation_fields, day, source_line
from index.news_index import NewsIndex
from index.types import Filters, Searched
from index.verdicts import Change, Check, Checked, Difference, Evidence, Utterance, Verdict

SHOWN = 5
"""Articles that are listed for one quotation; --json has them all."""


async def check(index: NewsIndex, call: argparse.Namespace) -> str:
    """Check the quotations of a text."""
    checked = await index.check(call.text, call.server, call.speaker, call.date)
    return checked_json(checked) if call.json else checked_text(checked)


async def quotes(index: NewsIndex, call: argparse.Namespace) -> str:
    """List who said what."""
    filters = Filters(call.server, call.since, call.before)
    listed = await index.quotes(call.speaker, call.topic, filters, call.limit)
    if call.json:
        return "\n".join(map(utterance_json, listed))
    return "\n\n".join(map(utterance_text, listed)) or "no quotation found"


def checked_text(checked: Checked) -> str:
    """Each quotation with its verdict and where it stands, then what was searched."""
    blocks = ["\n".join(check_lines(one)) for one in checked.checks]
    return "\n\n".join([*blocks, searched_text(checked.searched)])


def check_lines(one: Check) -> Iterator[str]:
    """One quotation: its words, what is to be said of them, and the evidence."""
    yield f"“{one.asked}”"
    yield f"{one.verdict.value.upper()}{reason(one)}"
    if one.differences:
        yield f"  {difference_text(one.differences)}"
    elif one.evidence and one.evidence[0].goes_on:
        yield f"  in its sentence: {' '.join(one.evidence[0].sentences.split())}"
    for piece in one.evidence[:SHOWN]:
        yield evidence_text(piece, one)
    if len(one.evidence) > SHOWN:
        yield f"and in {counted(len(one.evidence) - SHOWN, 'more article')}"


def reason(one: Check) -> str:
    """What the verdict alone does not say."""
    match one.verdict:
        case Verdict.ALTERED if one.same_words:
            return ": the words are the same, punctuation or capitals are not; [-only in the article-] {+only here+}"
        case Verdict.ALTERED:
            return "; the nearest words found: [-only in the article-] {+only here+}"
        case Verdict.OTHER_SPEAKER:
            return f": not {one.speaker}'s as reported here"
        case Verdict.OTHER_DATE if one.day:
            return f": not reported around {day(one.day)}"
        case Verdict.SHORTENED if one.inserted:
            return f"; not in the article: {', '.join(f'[{words}]' for words in one.inserted)}"
    return ""


def difference_text(differences: Sequence[Difference]) -> str:
    """Words that differ, in the marks of a word diff: [-only in the article-] {+only in the quotation+}."""
    marks = {Change.SAME: "{}", Change.MISSING: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    return " ".join(marks[one.change].format(one.words) for one in differences)


def evidence_text(piece: Evidence, one: Check) -> str:
    """Where the words stand, whose they are there, and what stands between them."""
    cited = piece.citation
    whole = f" — “{' '.join(cited.quote.split())}”" if one.verdict in (Verdict.SHORTENED, Verdict.ALTERED) else ""
    earlier = "" if piece.current else " (an earlier version of the article)"
    return f"[{cited.n}] {cited.speaker or 'no speaker named'}{whole}; {source_line(cited)}{earlier}"


def searched_text(searched: Searched) -> str:
    """What was looked through."""
    dates = f" of {day(searched.oldest)} to {day(searched.newest)}" if searched.oldest else ""
    return f"Looked up in {counted(searched.articles, 'article')}{dates}, and in what they said before."


def checked_json(checked: Checked) -> str:
    """One line of JSON; `verdict` is a name of Verdict in small letters."""
    return json.dumps(
        {"checks": [check_fields(one) for one in checked.checks], "articles": checked.searched.articles},
        ensure_ascii=False,
    )


def check_fields(one: Check) -> dict[str, Any]:
    """A check as it stands in the JSON."""
    return {
        "quote": one.asked,
        "verdict": one.verdict.name.lower(),
        "speaker": one.speaker,
        "date": day(one.day),
        "same_words": one.same_words,
        "inserted": one.inserted,
        "differences": [[each.change.value, each.words] for each in one.differences],
        "citations": [
            citation_fields(each.citation) | {"parts": each.parts, "current": each.current, "sentences": each.sentences}
            for each in one.evidence
        ],
    }


def utterance_text(one: Utterance) -> str:
    """One quotation of the ledger: the words, whose, and where."""
    cited, quotation = one.citation, one.quotation
    cue = f"“{quotation.cue}”" if quotation.cue and quotation.cue[0].isalpha() else None
    said = ", ".join(filter(None, (cited.speaker, quotation.role, cue)))
    found = " (name filled in)" if quotation.resolved else ""
    return f"{' '.join(cited.quote.split())}\n— {said}{found}; {source_line(cited)}"


def utterance_json(one: Utterance) -> str:
    """One line of JSON; `resolved` where the speaker's name was found from a pronoun or a shorter name."""
    quotation = one.quotation
    fields = citation_fields(one.citation) | {
        "parts": quotation.spans,
        "role": quotation.role,
        "cue": quotation.cue,
        "resolved": quotation.resolved,
    }
    return json.dumps(fields, ensure_ascii=False)
