"""Guards what LlamaIndex programs are given: true slices with stable ids, sync and async, without a language model."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from llama_index.core.base.response.schema import Response
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.schema import MetadataMode, NodeWithScore, TextNode

from index.errors import QuestionError
from index.llama_index_retriever import NewsQueryEngine, NewsRetriever
from index.news_index import NewsIndex
from index.types import Filters
from tests.starter import StarterRun

QUESTION = "What did Peskov say about timing?"


def text_nodes(found: list[NodeWithScore]) -> list[TextNode]:
    nodes = [one.node for one in found]
    assert all(isinstance(node, TextNode) for node in nodes)
    return nodes  # type: ignore[return-value]


async def test_passages_are_slices_with_their_places(news_index: NewsIndex) -> None:
    found = await NewsRetriever(news_index, limit=5).aretrieve(QUESTION)
    hits = await news_index.find(QUESTION, limit=5)
    assert len(found) == 5 and [one.score for one in found] == [hit.score for hit in hits]
    for node, hit in zip(text_nodes(found), hits, strict=True):
        article = hit.stored.article
        assert node.text == article.text[node.start_char_idx : node.end_char_idx] == hit.passage.text
        assert node.node_id == f"{hit.stored.article_id}#{hit.passage.start}-{hit.passage.end}"
        assert node.ref_doc_id == node.metadata["article_id"] == hit.stored.article_id
        assert node.metadata["url"] == article.url and node.metadata["title"] == article.title
        assert node.metadata["outlet"] == article.outlet and node.metadata["published"].startswith("2025-01-")
        assert (node.metadata["start"], node.metadata["end"]) == (node.start_char_idx, node.end_char_idx)
        seen_by_a_model = node.get_content(MetadataMode.LLM)
        assert article.title in seen_by_a_model and "article_id" not in seen_by_a_model


async def test_ids_and_scores_serve_the_parts_of_llama_index(news_index: NewsIndex) -> None:
    retriever = NewsRetriever(news_index, limit=4)
    first, second = [await retriever.aretrieve(QUESTION) for _ in range(2)]
    assert [one.node_id for one in first] == [one.node_id for one in second]
    cutoff = (first[1].score or 0.0) - 1e-6
    assert len(SimilarityPostprocessor(similarity_cutoff=cutoff).postprocess_nodes(first)) == 2


async def test_filters_and_moments_are_kept(news_index: NewsIndex) -> None:
    day = datetime(2025, 1, 9, tzinfo=UTC)
    found = await NewsRetriever(news_index, Filters(before=day), limit=30).aretrieve("Who said what about Russia?")
    assert found and all(one.metadata["published"] < "2025-01-09" for one in found)
    nothing = Filters(since=datetime(2030, 1, 1, tzinfo=UTC))
    assert await NewsRetriever(news_index, nothing).aretrieve(QUESTION) == []
    with pytest.raises(QuestionError):
        await NewsRetriever(news_index).aretrieve(" ")


async def test_an_answer_comes_with_its_citations_as_sources(news_index: NewsIndex) -> None:
    answer = await news_index.ask(QUESTION)
    response = await NewsQueryEngine(news_index).aquery(QUESTION)
    assert isinstance(response, Response)
    assert str(response) == answer.text and (response.metadata or {})["found"] is True
    nodes = text_nodes(response.source_nodes)
    assert [node.text for node in nodes] == [citation.quote for citation in answer.citations]
    assert nodes[0].metadata["speaker"] == "Dmitri Peskov" and "#:~:text=" in nodes[0].metadata["link"]


async def test_a_refusal_has_no_sources(news_index: NewsIndex) -> None:
    response = await NewsQueryEngine(news_index).aquery("Who won the regatta of Lake Tahoma?")
    assert isinstance(response, Response)
    assert "No answer found" in str(response) and response.source_nodes == []
    assert (response.metadata or {})["found"] is False


async def test_the_blocking_calls_work_inside_a_running_loop(news_index: NewsIndex) -> None:
    """As in a notebook, whose cells run on a loop."""
    assert NewsRetriever(news_index, limit=2).retrieve(QUESTION)
    assert NewsQueryEngine(news_index).query(QUESTION)


def test_the_example_in_the_readme_runs_word_for_word(
    starter_run: StarterRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = Path(__file__).resolve().parent.parent / "README.md"
    example = readme.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    assert len(example.strip().splitlines()) <= 13
    shutil.copytree(starter_run.folder, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    passages, answer = capsys.readouterr().out.split("\n\n", 1)
    assert len(passages.splitlines()) == 3 and all("Verbatim Starter" in line for line in passages.splitlines())
    assert answer.startswith(str(starter_run.today.text)) and "#:~:text=" in answer.splitlines()[-1]
