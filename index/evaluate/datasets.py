"""Reads a set of questions: a folder, its `questions.jsonl`, or a file of questions alone.

A folder holds `questions.jsonl` and may hold `support.jsonl` (where the answers stand), `abstain.jsonl`
(more questions, which must be refused) and its own articles, as `articles.jsonl` or as .md files. Where it holds
`evidence_docs.jsonl`, articles without a text, its questions are only read, not asked (see `reading`). Each file may be
packed as .gz or .xz.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from index.errors import AddressRefused, CallError, UnreadableFile
from index.evaluate.cases import Case, Place, case_of, read_only_case_of, support_of, supported
from index.evaluate.packed import ENDINGS, lines_of
from index.gather.files import read_path, read_text
from index.gather.urls import canonical_address
from index.reports import Refusal

QUESTIONS = "questions.jsonl"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of a set, what was wrong with its lines, and the files of its own articles.

    `documents` say outlet and day of articles without a text, by identifier; with them questions are only read, not
    asked. `unjudged` questions are left out, since nothing says what would be right; `digest` changes when any of the
    files does.
    """

    name: str
    cases: tuple[Case, ...]
    refusals: tuple[Refusal, ...]
    articles: tuple[Path, ...]
    documents: Mapping[str, Mapping[str, Any]]
    unjudged: int
    digest: str


def read_set(path: Path) -> QuestionSet:
    """The set at a path; UnreadableFile where there is none, CallError where nothing in it can be judged."""
    folder = path.parent if path.name.startswith(QUESTIONS) else path
    if not folder.is_dir():
        return of_files(path.stem, path, None, None, (), None)
    questions = beside(folder, "questions")
    if questions is None:
        raise UnreadableFile(folder, f"there is no {QUESTIONS} in it")
    listed = beside(folder, "articles")
    articles = (listed,) if listed else tuple(sorted(folder.glob("*.md")))
    support, abstain, documents = (beside(folder, name) for name in ("support", "abstain", "evidence_docs"))
    return of_files(folder.resolve().name, questions, support, abstain, articles, documents)


def of_files(
    name: str,
    questions: Path,
    support: Path | None,
    abstain: Path | None,
    articles: tuple[Path, ...],
    documents: Path | None,
) -> QuestionSet:
    """The set that these files make."""
    refusals: list[Refusal] = []
    cases = taken(questions, read_only_case_of if documents else case_of, refusals)
    if support:
        cases = supported(cases, taken(support, support_of, refusals))
    if abstain:
        # The same question may be in both files, and be answerable by all articles but not by the first of them.
        cases += [replace(case, id=f"abstain:{case.id}") for case in taken(abstain, case_of, refusals)]
    cases = located(distinct(cases, questions, refusals), articles)
    judged = tuple(case for case in cases if case.judged)
    if not judged:
        wrong = f" ({refusals[0].where}: {refusals[0].reason})" if refusals else ""
        raise CallError(f"{questions}: no question in it says what would be right{wrong}")
    read = taken(documents, lambda fields: (str(fields["id"]), fields), refusals) if documents else []
    files = [path for path in (questions, support, abstain, documents, *articles) if path]
    unjudged = len(cases) - len(judged)
    return QuestionSet(name, judged, tuple(refusals), articles, dict(read), unjudged, digest_of(files))


def distinct(cases: Sequence[Case], path: Path, refusals: list[Refusal]) -> list[Case]:
    """The cases, each identifier once; what repeats one is added to the refusals."""
    first: dict[str, Case] = {}
    for case in cases:
        if first.setdefault(case.id, case) is not case:
            refusals.append(Refusal(path.name, f"two questions have the id «{case.id}», the first one counts"))
    return list(first.values())


def beside(folder: Path, name: str) -> Path | None:
    """The file of that name in a folder, packed or not."""
    files = (folder / f"{name}.jsonl{ending}" for ending in ENDINGS)
    return next((path for path in files if path.is_file()), None)


def taken(path: Path, make: Callable[[Mapping[str, Any]], T], refusals: list[Refusal]) -> list[T]:
    """What is made of the lines of a file; lines that are wrong are added to the refusals."""
    made = []
    for number, line in lines_of(path):
        where = f"{path.name}:{number}"
        try:
            fields = json.loads(line)
            if not isinstance(fields, dict):
                raise TypeError("it is not a JSON object")
            made.append(make(fields))
        except KeyError as error:
            refusals.append(Refusal(where, f"the field {error} is missing"))
        except (ValueError, TypeError, AttributeError, IndexError, RecursionError, OverflowError) as error:
            refusals.append(Refusal(where, str(error)))
    return made


def located(cases: Sequence[Case], articles: Sequence[Path]) -> list[Case]:
    """The cases with the articles named as an index knows them: the name of a file becomes its article's address."""
    named = {path.stem: path for path in articles if path.suffix == ".md"}

    def known(place: Place) -> Place:
        if place.article in named:
            path = named[place.article]
            address = read_text(path.name, read_path(path)).url
            return place._replace(article=address or place.article)
        return place._replace(article=canonical(place.article)) if "://" in place.article else place

    return [replace(case, support=tuple(map(known, case.support))) for case in cases]


def canonical(address: str) -> str:
    """An address as articles are stored under it; one that can't be an article's stays as it is."""
    try:
        return canonical_address(address)
    except AddressRefused:
        return address


def digest_of(files: Sequence[Path]) -> str:
    """Changes with any name or byte of the files."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
