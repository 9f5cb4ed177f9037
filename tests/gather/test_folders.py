"""Guards that a folder lists the files that may hold articles, and that nothing outside it is ever read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import UnreadableFile
from index.gather.folders import known_by_place, read_folder, read_item
from index.gather.listing import Item, SourceKind
from index.types import Article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "2025" / "02").mkdir(parents=True)
    for age, name in enumerate(["2025/02/bridge.md", "ferry.TXT", "2025/page.html", "scan.pdf"]):
        path = folder / name
        path.write_text(f"about {name}", encoding="utf-8")
        os.utime(path, (1_738_000_000 - age, 1_738_000_000 - age))
    return folder


def test_a_folder_lists_its_files_the_newest_first(folder: Path) -> None:
    (folder / ".hidden.md").write_text("x", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.md").write_text("x", encoding="utf-8")
    listing = read_folder(folder)
    assert (listing.kind, listing.address, listing.title) == (SourceKind.FOLDER, str(folder.resolve()), "articles")
    assert [item.address for item in listing.items] == ["2025/02/bridge.md", "ferry.TXT", "2025/page.html", "scan.pdf"]
    assert listing.refusals == ()
    assert read_item(folder, listing.items[0]) == b"about 2025/02/bridge.md"


def test_what_is_no_article_is_refused_with_its_name(folder: Path, tmp_path: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "secret.md").write_text("x", encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    assert {refusal.where: refusal.reason for refusal in read_folder(folder).refusals} == {
        "photo.jpg": "it is no text, markdown, HTML or PDF file",
        "link.md": "it is a link to another file",
        "caf\ufffd.md": "its name is no text",
    }


def test_a_changed_file_has_another_fingerprint(folder: Path) -> None:
    before = {item.address: item.fingerprint for item in read_folder(folder).items}
    (folder / "ferry.TXT").write_text("about the ferry", encoding="utf-8")
    after = {item.address: item.fingerprint for item in read_folder(folder).items}
    assert {name for name in before if before[name] != after[name]} == {"ferry.TXT"}


def test_nothing_outside_the_folder_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("x", encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "outside").symlink_to(tmp_path)
    assert not any("outside" in item.address for item in read_folder(folder).items)
    for address in ("link.md", "outside/secret.md", "../secret.md", str(tmp_path / "secret.md")):
        with pytest.raises(UnreadableFile, match="it is a link to another folder"):
            read_item(folder, Item(address, None, None, False, None, None, b""))


def test_at_most_1_000_files_are_taken_and_10_000_looked_at(tmp_path: Path) -> None:
    for n in range(10_010):
        os.close(os.open(tmp_path / f"{n}.md", os.O_CREAT))
    listing = read_folder(tmp_path)
    assert len(listing.items) == 1_000
    assert [refusal.reason for refusal in listing.refusals] == [
        "it lists 10,000: only 1,000 are read, the newest first",
        "it holds more than 10,000 files: the rest was not looked at",
    ]


@pytest.mark.parametrize("name", ["nowhere", "file.md"])
def test_a_place_that_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.md").write_text("x", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="it is no folder"):
        read_folder(tmp_path / name)


def test_an_article_without_an_address_is_known_by_where_its_file_lies(folder: Path) -> None:
    bridge, ferry, *_ = read_folder(folder).items
    article = Article("Bridge", "Norvik Herald", "text")
    first = known_by_place(article, folder, bridge)
    assert first.given_id == known_by_place(Article("Bridge", "Norvik Herald", "other"), folder, bridge).given_id
    assert first.given_id != known_by_place(article, folder, ferry).given_id
    addressed = Article("Bridge", "Norvik Herald", "text", url="https://norvik.example/bridge")
    assert known_by_place(addressed, folder, bridge) == addressed
