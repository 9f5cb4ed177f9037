"""The index's face with canned answers, for what the bot shows and whom it lets in; its parts stand in `canned/`."""

from __future__ import annotations

from dataclasses import dataclass

from index.news_index import NewsIndex
from tests.bot.canned.answers import CannedAnswers
from tests.bot.canned.articles import CannedArticles
from tests.bot.canned.servers import CannedServers
from tests.bot.canned.sources import CannedSources


@dataclass
class CannedIndex(CannedAnswers, CannedArticles, CannedSources, CannedServers, NewsIndex):
    """The index's face with values set by a test; it keeps what it was asked for, and can fail or take its time."""
