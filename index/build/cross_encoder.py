"""Loads the cross-encoder that the operator may name in RERANK_MODEL, which scores passages for a question.

Leaves what its scores count to `answer.reranking`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

log = logging.getLogger(__name__)

BATCH = 8
"""Pairs in one call of the model, as many as passages in one call of the embedding model."""

SCORES = ("ForSequenceClassification", "ForCausalLM")
"""How the architecture of a cross-encoder's weights ends. Any other model would be given a scoring layer of random
numbers, with no more than a warning.
"""


class CrossEncoding:
    """Scores passages with a cross-encoder: its raw output, larger where a passage answers the question better."""

    def __init__(self, model: CrossEncoder) -> None:
        self._model = model

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """One number a passage. What is longer than the model reads is cut at its end."""
        from torch.nn import Identity

        pairs: list[Any] = [(question, passage) for passage in passages]
        # Not the usual sigmoid, which makes all good passages alike.
        found = self._model.predict(pairs, batch_size=BATCH, show_progress_bar=False, activation_fn=Identity())
        return [float(score) for score in found]


def load_cross_encoder(name: str) -> CrossEncoding:
    """The cross-encoder of a folder, or of a name on the model hub, from which only such a name is downloaded.

    ModelError where it can't be loaded, or is no model that gives a question and a passage one score.
    """
    # Imported here: several seconds that nobody pays who names no such model.
    log.info("loading the rerank model %s", name)
    from sentence_transformers import CrossEncoder

    local = Path(name).expanduser()
    is_path = local.exists() or name.startswith((".", "/", "~"))
    try:
        model = CrossEncoder(str(local) if is_path else name, device="cpu", local_files_only=is_path)
    except Exception as error:  # the libraries raise what they like for a file that is not theirs
        raise wrong(name, (str(error).splitlines() or [type(error).__name__])[0]) from error
    if not any(one.endswith(SCORES) for one in model.config.architectures or ()):
        raise wrong(name, "it is no cross-encoder, it can't score a question with a passage")
    if model.num_labels != 1:
        raise wrong(name, f"it gives {model.num_labels} numbers for a question and a passage, not one score")
    return CrossEncoding(model)


def wrong(name: str, reason: str) -> ModelError:
    """What the operator is told of a model that is not used."""
    return ModelError(f"RERANK_MODEL {name}: {reason} (give the name or the path of a cross-encoder, or none)")
