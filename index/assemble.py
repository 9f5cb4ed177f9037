"""open_news_index(settings): builds and wires everything, once."""

from __future__ import annotations

import asyncio
from functools import partial

from index.answer.answering import Answering
from index.answer.llm.model import LanguageModel, load_language_model
from index.build.cross_encoder import load_cross_encoder
from index.build.embed import Embedder, load_model
from index.build.ingest import Ingest
from index.gather.fetch import Fetcher
from index.gather.gatherer import Gatherer
from index.gather.hosts import HostMemory
from index.news_index import NewsIndex
from index.reports import Watch
from index.settings import IndexSettings
from index.store import Store
from index.store.folder import DataFolder
from index.work.language import Language, Limits
from index.work.worker import Worker
from index.work.writing import Writing


async def open_news_index(
    settings: IndexSettings,
    watch: Watch | None = None,
    *,
    for_questions: bool = True,
    embedder: Embedder | None = None,
    fetcher: Fetcher | None = None,
) -> NewsIndex:
    """Open the data folder: IndexInUse, StoreError.

    For questions the models are loaded now (ModelError), an empty index gets the starter articles, and the vector index
    is brought up to date in the background. `embedder` takes the place of the one the settings name, `fetcher` of the
    one that connects to public addresses alone.
    """
    # The lock comes before everything slow: a second process is to be told within two seconds.
    folder = await asyncio.to_thread(DataFolder, settings.data_dir)
    worker = Worker()
    name = settings.embedding_model
    embedder = embedder or Embedder(name, partial(load_model, name, settings.data_dir / "models"))
    reranker = model = None
    try:
        if for_questions and settings.llm != "none":
            model = await worker.run(language_model, settings)
        if for_questions and settings.rerank_model:
            reranker = await worker.run(load_cross_encoder, settings.rerank_model)
        store = await worker.run(Store, settings.data_dir, embedder.name)
    except BaseException:
        worker.close()
        folder.close()
        raise
    writing = Writing(worker, store, Ingest(store, embedder))
    gatherer = Gatherer(fetcher or Fetcher(contact=settings.contact), memory=host_memory(worker, store))
    answering = Answering(store, embedder, reranker)
    limits = Limits(settings.llm_seconds, settings.llm_daily_tokens, settings.llm_passages, settings.llm_reply_tokens)
    language = Language(worker, answering, store, model, limits) if model else None
    index = NewsIndex(folder, writing, gatherer, answering, language)
    if for_questions:
        try:
            # A probe of the vector index, where one is needed, runs while the model is loaded.
            await worker.run(lambda: store.vectors.ready(store.generations.live))
            await worker.run(lambda: embedder.loaded)
            await index.add_starter_articles(settings.seeds_dir, watch)
        except BaseException:
            await index.close()
            raise
        index.settle(watch)
    return index


def host_memory(worker: Worker, store: Store) -> HostMemory:
    """What every request to a host has to respect, kept in the store by the worker thread."""
    return HostMemory(
        load=lambda host: worker.run(store.hosts.load, host),
        save=lambda host, state: worker.run(store.hosts.save, host, state),
    )


def language_model(settings: IndexSettings) -> LanguageModel:
    """The language model that the settings name; SettingsError where they lack something."""
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    return load_language_model(
        settings.llm, settings.llm_model, settings.llm_base_url, key, settings.llm_seconds, settings.llm_reply_tokens
    )
