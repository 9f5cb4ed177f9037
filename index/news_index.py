"""NewsIndex: the one asynchronous face of the index. INTERFACE BEING FILLED IN (signatures are final)."""

from __future__ import annotations

from datetime import datetime

from index.types import COMMON, Answer, Filters, JobInfo, Report, SourceInfo, Status, Watch


class NewsIndex:
    """Everything a door may do. Every call returns values or raises one of `index.errors`; none blocks the event loop."""

    async def ask(self, question: str, filters: Filters = Filters(), now: datetime | None = None) -> Answer:
        """Answer a question from what `filters` lets it see; QuestionError for an empty one or one over QUESTION_LIMIT."""
        raise NotImplementedError

    async def add_address(self, address: str, server: int = COMMON, watch: Watch | None = None) -> Report:
        """Fetch one article and add it; GatherError where there is none to be had. Report.article_ids[0] is it."""
        raise NotImplementedError

    async def add_file(self, name: str, data: bytes, server: int = COMMON, watch: Watch | None = None) -> Report:
        """Add the article in an uploaded text, markdown or HTML file; `name` is the file's name."""
        raise NotImplementedError

    async def reindex(self, source: str | None = None, server: int = COMMON, watch: Watch | None = None) -> Report:
        """Rebuild the passages of a source (or of all that `server` owns) beside the live ones and swap; JobRunning, UnknownSource."""
        raise NotImplementedError

    async def cancel_reindex(self, server: int = COMMON) -> bool:
        """Ask a running reindex of this server to stop; False where none runs. It then raises JobCancelled."""
        raise NotImplementedError

    async def remove(self, article_id: str, server: int = COMMON) -> str:
        """Remove an article that `server` owns from text, vectors and keywords; returns its title. UnknownArticle."""
        raise NotImplementedError

    async def sources(self, server: int = COMMON) -> list[SourceInfo]:
        """The sources `server` may see: its own and the common ones."""
        raise NotImplementedError

    async def status(self, server: int = COMMON) -> Status:
        """Counts, dates, model, generation and recent jobs as `server` may see them."""
        raise NotImplementedError

    async def close(self) -> None:
        """Finish the job at hand, stop the worker, close the stores, release the data folder."""
        raise NotImplementedError
