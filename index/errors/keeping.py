"""What goes wrong with what is kept: articles, sources, the data folder, models, and the jobs at work on them."""

from __future__ import annotations

from pathlib import Path

from index.errors.roots import CallError, WorkError


class UnknownArticle(CallError):
    """No article of that identifier (or address) is stored here."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        super().__init__(f"no article «{article_id}» here: give an article_id or an address as `ask --json` prints it")


class UnknownSource(CallError):
    """No source or outlet of that name is stored here; `known` are some that are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        there = f"known: {', '.join(known)}" if known else "nothing has been added yet"
        super().__init__(f"no source or outlet «{name}» here ({there})")


class NotTakenDown(CallError):
    """An address, or an identifier, that was not taken down here: nothing keeps it from coming back."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"«{address}» was not taken down here: nothing keeps it from coming back")


class SourceExists(CallError):
    """An address that is a source of this server already, under `name`."""

    def __init__(self, address: str, name: str) -> None:
        self.address, self.name = address, name
        super().__init__(f"{address} is a source here already: «{name}»")


class NothingToRead(CallError):
    """A source that has no address: its articles were handed in."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the source «{name}» has no address to be read: its articles were handed in")


class IndexInUse(WorkError):
    """Another process works on the data folder; two on one folder would lose vectors."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        super().__init__(
            f"{data_dir} is in use by another Verbatim process: stop that one first, or set DATA_DIR to another folder"
        )


class StoreError(WorkError):
    """The data folder can't be read or written; the message says which file and what to do."""


class ModelError(WorkError):
    """The embedding model or the rerank model can't be loaded or is not what it should be."""


class JobRunning(WorkError):
    """A reindex is under way already: a server has one at a time. `source` is what it rebuilds, None: everything."""

    def __init__(self, source: str | None = None) -> None:
        self.source = source
        what = f"a reindex of «{source}»" if source else "a reindex"
        super().__init__(f"{what} is running already: wait for it to end, or cancel it")


class JobCancelled(WorkError):
    """A job was cancelled. `reading` is the source whose reading it was, None for a reindex."""

    def __init__(self, reading: str | None = None) -> None:
        self.reading = reading
        super().__init__(
            "the reindex was cancelled: the passages from before it go on answering"
            if reading is None
            else f"the reading of «{reading}» was cancelled: what it had added until then stays"
        )
