"""Offers a NewsIndex to LlamaIndex programs: passages as a retriever, cited answers as a query engine.

Neither needs a language model, a key or the network, and neither ever changes a word: a node's text is a slice of the
stored article, `text[start_char_idx:end_char_idx]`. The blocking calls work from any thread, inside a running loop as
well; the index itself is opened and closed on one loop (`asyncio.Runner`). Nothing of Verbatim imports this file.
"""

from __future__ import annotations

from datetime import datetime

from llama_index.core.async_utils import asyncio_run
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode

from index.door.cited import published
from index.news_index import NewsIndex
from index.types import Citation, Filters, Hit

PLACE = ["article_id", "start", "end"]
"""What of a node's metadata no model is to read: it says where the text stands, not what it is about."""


class NewsRetriever(BaseRetriever):
    """The likeliest passages for a question, best first, at most `limit` (30).

    `filters` is what the questions may see and `now` the moment they count as asked (None: the moment they are).
    """

    def __init__(
        self, index: NewsIndex, filters: Filters = Filters(), limit: int = 10, now: datetime | None = None
    ) -> None:
        super().__init__()
        self._index, self._filters, self._limit, self._now = index, filters, limit, now

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found: list[NodeWithScore] = asyncio_run(self._aretrieve(query_bundle))
        return found

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = await self._index.find(query_bundle.query_str, self._filters, self._now, self._limit)
        return [NodeWithScore(node=passage_node(hit), score=hit.score) for hit in hits]


class NewsQueryEngine(BaseQueryEngine):
    """Answers as Verbatim does: the response's text is the quoting answer, its source nodes are the citations.

    Where the index holds no answer the text says so and there are no source nodes; `metadata["found"]` tells which.
    """

    def __init__(self, index: NewsIndex, filters: Filters = Filters(), now: datetime | None = None) -> None:
        super().__init__(callback_manager=None)
        self._index, self._filters, self._now = index, filters, now

    def _query(self, query_bundle: QueryBundle) -> Response:
        response: Response = asyncio_run(self._aquery(query_bundle))
        return response

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        answer = await self._index.ask(query_bundle.query_str, self._filters, self._now)
        nodes = [NodeWithScore(node=citation_node(citation)) for citation in answer.citations]
        return Response(answer.text, nodes, {"found": answer.found, "ms": answer.ms})

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def passage_node(hit: Hit) -> TextNode:
    """A passage as a node."""
    article, passage = hit.stored.article, hit.passage
    about = {
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": published(article.published, article.has_time),
    }
    return node(hit.stored.article_id, passage.start, passage.end, passage.text, about)


def citation_node(citation: Citation) -> TextNode:
    """A citation as a node; its metadata also names the speaker, and the link that opens at the words."""
    about = {
        "outlet": citation.outlet,
        "title": citation.title,
        "url": citation.url,
        "published": published(citation.published, citation.has_time),
        "speaker": citation.speaker,
        "link": citation.link,
    }
    return node(citation.article_id, citation.start, citation.end, citation.quote, about)


def node(article_id: str, start: int, end: int, text: str, about: dict[str, str | None]) -> TextNode:
    """A slice of an article as a node: the same slice has the same id on every run."""
    return TextNode(
        id_=f"{article_id}#{start}-{end}",
        text=text,
        start_char_idx=start,
        end_char_idx=end,
        metadata={**about, "article_id": article_id, "start": start, "end": end},
        excluded_llm_metadata_keys=PLACE,
        excluded_embed_metadata_keys=PLACE,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=article_id)},
    )
