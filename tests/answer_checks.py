"""Holds answers against the stored texts, by rules of its own: nothing here asks the code that made them. Pure.

Each check returns what is wrong, in words; nothing where all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from index.types import Answer, Citation

TERM = r"(?:[A-Za-z0-9!$'()*+./:;=?@_~]|%[0-9A-Fa-f]{2})+"
DIRECTIVE = re.compile(rf"(?:(?P<prefix>{TERM})-,)?(?P<start>{TERM})(?:,(?P<end>{TERM}))?(?:,-(?P<suffix>{TERM}))?")
"""TextDirectiveParameters of https://wicg.github.io/scroll-to-text-fragment/#syntax; `&`, `-` and `,` are encoded."""

DOUBLE = re.compile('["“”„‟«»‹›＂〝〞「」『』]')
SINGLE = re.compile(r"(?<!\w)['‘‚](?=[^\W\d])(?P<words>.*)(?<=\S)['’](?!\w)")
NUMBERED = re.compile(r"\s*\[(\d+)\](?:\s+|$)")
UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def citation_faults(one: Citation, text: str) -> Iterator[str]:
    """A citation against the text of the article's version that it names."""
    if text[one.start : one.end] != one.quote:
        yield f"[{one.n}] is not at {one.start}:{one.end} of {one.article_id}, version {one.version}"


def link_faults(one: Citation, text: str) -> Iterator[str]:
    """A citation's link: the article's address, and a directive that a browser finds first at the cited words."""
    if not one.url or not one.link:
        if one.url or one.link:
            yield f"[{one.n}] has an address and no link, or a link and no address"
        return
    address, marked, directive = one.link.partition(":~:text=")
    if address.rstrip("#") != one.url.split(":~:")[0].rstrip("#"):
        yield f"[{one.n}] leads to {address}, the article is at {one.url}"
    if not marked:
        return
    parts = DIRECTIVE.fullmatch(directive)
    if not parts:
        yield f"[{one.n}]: {directive} is no directive"
        return
    found = opened_at(parts.groupdict(), text)
    if not found or re.search(r"\w", text[one.start : found[0]]) or re.search(r"\w", text[found[1] : one.end]):
        yield f"[{one.n}]: {directive} opens at {found}, not at {one.start}:{one.end}"
    elif found[0] < one.start - 1 or found[1] > one.end + 1:
        yield f"[{one.n}]: {directive} opens more than is cited: {found}"


def opened_at(parts: Mapping[str, str | None], text: str) -> tuple[int, int] | None:
    """Where a browser finds a directive in a page of this text: the first place that fits, whole words, any case."""
    terms = {name: _pattern(unquote(term)) for name, term in parts.items() if term}
    begins = rf"(?:{terms['prefix']}\s*)" if "prefix" in terms else ""
    for first in re.finditer(rf"(?<!\w){begins}(?P<start>{terms['start']})(?!\w)", text, re.I):
        ends = re.finditer(rf"(?<!\w){terms['end']}(?!\w)", text[first.end() :], re.I) if "end" in terms else (None,)
        for last in ends:
            end = first.end() + (last.end() if last else 0)
            if "suffix" not in terms or re.match(rf"\s*{terms['suffix']}(?!\w)", text[end:], re.I):
                return first.start("start"), end
    return None


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def quoted_spans(text: str) -> Iterator[str]:
    """Whatever stands between two quotation marks of any kind."""
    marks = [mark.start() for mark in DOUBLE.finditer(text)]
    spans = [(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    yield from (text[start:end] for start, end in spans)
    rest = text
    for start, end in spans:
        rest = rest[: start - 1] + " " * (end - start + 2) + rest[end + 1 :]
    yield from (match["words"] for match in SINGLE.finditer(rest))
    if len(marks) % 2:
        yield text[marks[-1] + 1 :]


def sentences(lead: str) -> list[tuple[str, int]]:
    """The sentences of a lead with their numbers; 0 for one that has none."""
    parts = NUMBERED.split(lead)
    tail = [(parts[-1], 0)] if parts[-1].strip() else []
    return [(words, int(number)) for words, number in zip(parts[:-1:2], parts[1::2], strict=True)] + tail


def lead_faults(answer: Answer, texts: Mapping[int, str]) -> Iterator[str]:
    """What a model wrote, sentence by sentence, against the article that its number stands for.

    Quotations letter for letter anywhere in the article; numbers in the cited words; names in the article.
    """
    cited = {one.n: one for one in answer.citations}
    for words, number in sentences(answer.lead or ""):
        if number not in cited:
            yield f"«{words}» has no citation, or one that is not there"
            continue
        one, text = cited[number], texts[number]
        for span in quoted_spans(words):
            if span not in text:
                yield f"unverified quotation «{span}» in «{words}»"
        held = set(numbers(one.quote))
        for value in numbers(words):
            if value not in held:
                yield f"the number {value} of «{words}» is not in [{number}]"
        for name in re.findall(r"(?<=\w )[A-ZÀ-ÖØ-Þ][\w’'-]+", words):
            if re.sub(r"['’]s?$", "", name) not in f"{text} {one.outlet}":
                yield f"the name {name} of «{words}» is not in {one.article_id}"


def numbers(text: str) -> list[str]:
    """Every number of a text, in digits, without commas."""
    plain = re.sub(r"(?<=\d),(?=\d)", "", text)
    told = [str(UNITS.index(word.lower())) for word in re.findall(r"\w+", plain) if word.lower() in UNITS[2:]]
    return re.findall(r"\d+(?:\.\d+)?", plain) + told


def quotation_faults(answer: Answer, texts: Mapping[int, str]) -> Iterator[str]:
    """Every quotation that the answer's text shows beside its lead is the words of a citation, or in a cited text."""
    rest = answer.text.replace(answer.lead, "", 1) if answer.lead else answer.text
    every = [*answer.citations, *(side.citation for one in answer.disagreements for side in one.sides)]
    for one in every:
        if one.quote not in answer.text and one in answer.citations:
            yield f"[{one.n}] is not shown as it stands"
        rest = rest.replace(one.quote, "")
    for span in quoted_spans(rest):
        if not any(span in text for text in texts.values()):
            yield f"unverified quotation «{span}» beside the lead"
