"""What a door may do with words: find the articles that hold them. Part of NewsIndex."""

from __future__ import annotations

from index.errors import SearchError, UnknownSource
from index.findings import Findings
from index.gather.wording import storable
from index.store.keywords import Held
from index.types import Filters
from index.work.snippets import finding, terms_of
from index.work.writing import Writing

SEARCH_LIMIT = 200
"""Characters in a search at most: three lines on a phone; a longer text is a question, or a quotation to check."""


def searchable_terms(words: str) -> tuple[str, ...]:
    """What to search for; SearchError where there is no word, or too many."""
    asked = storable(words).strip()
    terms = terms_of(asked) if len(asked) <= SEARCH_LIMIT else ()
    if not terms:
        raise SearchError(len(asked), SEARCH_LIMIT)
    return terms


class SearchCalls:
    """Reads only; a server searches its own articles and the common ones. Copies stand behind their origin."""

    _writing: Writing

    async def search(
        self, words: str, filters: Filters = Filters(), limit: int = 8, *, skip: int = 0, newest: bool = False
    ) -> Findings:
        """The articles with a passage that holds every one of the words, or where there is none, any of them: best
        first, or the newest. Words between quotation marks must stand side by side. SearchError, UnknownSource.
        """
        terms = searchable_terms(words)
        return await self._writing.worker.run(self._search, terms, filters, limit, skip, newest)

    def _search(self, terms: tuple[str, ...], filters: Filters, limit: int, skip: int, newest: bool) -> Findings:
        store = self._writing.store
        if filters.source is not None and not store.sources.knows(filters.server, filters.source):
            raise UnknownSource(filters.source, store.sources.names(filters.server))
        searched = store.articles.searched(filters)

        def holding(every: bool, first: int) -> list[Held]:
            live = store.generations.live
            return store.keywords.articles_holding(terms, filters, live, limit, every=every, newest=newest, skip=first)

        every, held = True, holding(True, skip)
        # A page beyond the last is empty: it is no reason to show what holds some of the words.
        if not held and len(terms) > 1 and not (skip and holding(True, 0)):
            every, held = False, holding(False, skip)
        hits = store.articles.hits([one.passage for one in held], filters)
        counts = {one.passage: one.passages for one in held}
        found = (finding(n, hit, counts[hit.passage_id], terms) for n, hit in enumerate(hits, skip + 1))
        return Findings(tuple(found), held[0].articles if held else 0, every, searched)
