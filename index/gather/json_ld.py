"""What a page's JSON-LD says of its article: which of its objects that is, and the names of persons in them. Pure.

Broken blocks are mended where that is safe, else the few plain facts are picked out of their text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Reportage|Review|BlogPost)$")
"""The endings of schema.org's kinds of article: NewsArticle, BlogPosting, Report, AnalysisNewsArticle ..."""
DEEPEST = 6
"""Levels of JSON-LD looked into; graphs nest their articles two or three deep."""
WIDEST = 200
"""Items of one list looked into; a page describes itself among its first."""
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
FACT = re.compile(
    # also in a block that is no JSON: cut short, or with a quotation mark too many in some other value
    r'"(headline|datePublished|inLanguage|isAccessibleForFree)"\s*:\s*(?:"((?:[^"\\\n]|\\.){1,500})"|(true|false))'
)
AUTHOR_FACT = re.compile(r'"author"\s*:\s*[\[{\s"@a-zA-Z:,]{0,60}?"name"\s*:\s*"([^"\\\n]{1,200})"')

Stated = Mapping[str, Any]


def articles(scripts: tuple[str, ...]) -> list[Stated]:
    """The articles that a page's JSON-LD describes, in order, references to other objects of the page resolved."""
    values = [value for script in scripts if (value := parse(script)) is not None]
    known = {one["@id"]: one for value in values for one in objects(value, DEEPEST) if isinstance(one.get("@id"), str)}
    return [resolved(one, known) for value in values for one in objects(value, DEEPEST) if is_article(one)]


def parse(script: str) -> Any:
    """A JSON-LD block's value; the plain facts of an article where it is broken, None where it tells nothing."""
    text = script
    while (bare := WRAPPING.sub("", text)) != text:
        text = bare
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return facts(text)


def facts(text: str) -> dict[str, Any] | None:
    """The plain facts in a block that is no JSON, if it calls itself an article."""
    if not re.search(r'"@type"\s*:\s*\[?\s*"\w*(Article|Posting)"', text):
        return None
    found: dict[str, Any] = {"@type": "Article"}
    for key, words, truth in FACT.findall(text):
        found.setdefault(key, unescaped(words) or truth)
    if author := AUTHOR_FACT.search(text):
        found["author"] = author[1]
    return found


def unescaped(words: str) -> str:
    """A JSON string's letters; as they stand where an escape is wrong."""
    try:
        return str(json.loads(f'"{words}"', strict=False))
    except ValueError:
        return words


def objects(value: Any, levels: int) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD value that may be the page's article or be referred to, outermost first."""
    if levels == 0:
        return
    if isinstance(value, list):
        for item in value[:WIDEST]:
            yield from objects(item, levels - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "creator"):
            if isinstance(value.get(key), dict | list):
                yield from objects(value[key], levels - 1)


def types(scripts: tuple[str, ...]) -> frozenset[str]:
    """The types of everything that a page's JSON-LD describes."""
    values = [value for script in scripts if (value := parse(script)) is not None]
    kinds = (as_list(one.get("@type")) for value in values for one in objects(value, DEEPEST))
    return frozenset(kind for several in kinds for kind in several if isinstance(kind, str))


def is_article(stated: Stated) -> bool:
    """Whether an object is of one of schema.org's kinds of article."""
    kinds = as_list(stated.get("@type"))
    return any(isinstance(kind, str) and ARTICLE_TYPE.search(kind) is not None for kind in kinds)


def resolved(stated: Stated, known: Mapping[str, Stated]) -> Stated:
    """The object with the persons and outlets that it names by reference ({"@id": ...})."""
    return {key: refer(value, known) for key, value in stated.items()}


def refer(value: Any, known: Mapping[str, Stated]) -> Any:
    """A value, or what it refers to."""
    if isinstance(value, list):
        return [refer(item, known) for item in value[:WIDEST]]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
        return known.get(value["@id"], value)
    return value


def fact(stated: list[Stated], *keys: str) -> Any:
    """The first value that some descriptions of one article give under any of the keys, None if there is none."""
    return next((one[key] for key in keys for one in stated if one.get(key)), None)


def named(stated: Any) -> list[str]:
    """The names in a person, an organisation, a text or a list of them, each once."""
    found: list[str] = []
    for item in as_list(stated):
        for text in as_list(item.get("name") if isinstance(item, dict) else item):
            if isinstance(text, str) and text.strip():
                found.append(unescape(text))
    return list(dict.fromkeys(found))


def as_list(value: Any) -> list[Any]:
    """A JSON-LD value that may stand alone or in a list, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]
