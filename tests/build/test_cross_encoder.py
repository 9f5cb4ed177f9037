"""Guards RERANK_MODEL with a real cross-encoder, tiny and random: what loads, what is refused, and in which words."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.build.cross_encoder import load_cross_encoder
from index.errors import ModelError
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder


def save_model(folder: Path, numbers: int = 1, *, scoring: bool = True) -> Path:
    """A random BERT of one layer that spells its words; it gives `numbers` for a pair, or has no scoring layer."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

    letters = [*string.ascii_lowercase, *string.digits]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)  # type: ignore[no-untyped-call]
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = BertConfig(vocab_size=len(vocabulary), num_labels=numbers, **sizes)  # type: ignore[no-untyped-call]
    with torch.random.fork_rng():
        torch.manual_seed(7)
        (BertForSequenceClassification if scoring else BertModel)(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("models") / "reranker")


def test_a_local_model_scores_every_passage_without_the_network(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", None)
    model = load_cross_encoder(str(model_folder))
    scores = model.scores("Who won?", ["Nobody won.", "The long game " * 100, "It rained."])
    assert len(scores) == len(set(scores)) == 3
    assert model.scores("Who won?", ["Nobody won."]) == pytest.approx(scores[:1], abs=1e-5)
    assert model.scores("Who won?", []) == []


def test_what_is_no_cross_encoder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    reasons = {
        "empty": "empty",
        "missing": "not found",
        "bare": "is no cross-encoder",
        "classes": "gives 3 numbers for a question and a passage",
    }
    save_model(tmp_path / "bare", scoring=False)
    save_model(tmp_path / "classes", numbers=3)
    for name, reason in reasons.items():
        with pytest.raises(ModelError, match=f"RERANK_MODEL .*{reason}.*give the name or the path") as refused:
            load_cross_encoder(str(tmp_path / name))
        assert "\n" not in str(refused.value)


async def test_the_index_orders_with_the_model_that_is_named(
    settings: IndexSettings, model_folder: Path, embedder: CountingEmbedder
) -> None:
    question = "What did Peskov say about timing?"
    scores = []
    for name in (None, str(model_folder)):
        index = await open_news_index(settings.model_copy(update={"rerank_model": name}), embedder=embedder)
        await index.settled()
        answer = await index.ask(question)
        assert answer.found and [one.score for one in answer.hits] == sorted(
            (h.score for h in answer.hits), reverse=True
        )
        scores.append({hit.passage_id: hit.score for hit in await index.find(question, limit=5)})
        await index.close()
    assert len(scores[0]) == len(scores[1]) == 5 and scores[0] != scores[1]


async def test_a_model_that_cannot_be_loaded_stops_the_start_and_frees_the_folder(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    wrong = settings.model_copy(update={"rerank_model": "./no-such-model"})
    for _ in range(2):
        with pytest.raises(ModelError, match="RERANK_MODEL"):
            await open_news_index(wrong, embedder=embedder)
    without_questions = await open_news_index(wrong, embedder=embedder, for_questions=False)
    await without_questions.close()
