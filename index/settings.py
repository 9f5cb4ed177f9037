"""What the operator can set for the index, read once at a door; nothing else reads the environment."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
ENVIRONMENT = Path(".env")
STARTER_ARTICLES = Path(__file__).resolve().parent.parent / "seeds"


class IndexSettings(BaseSettings):
    """Settings of the index. Each field is an environment variable of its name in capitals, or a line in `.env`."""

    model_config = SettingsConfigDict(
        env_file=ENVIRONMENT, env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data_dir: Path = Field(default=Path("data"), description="the folder that holds everything Verbatim keeps")
    embedding_model: str = Field(
        default=DEFAULT_MODEL, min_length=1, description="a sentence-transformers model: a name or a path"
    )
    rerank_model: str | None = Field(
        default=None, description="a cross-encoder that weighs the likeliest passages once more: a name or a path"
    )
    llm: Literal["none", "openai", "anthropic", "ollama", "openai-like"] = Field(
        default="none", description="a language model that words answers, each sentence checked; none: quotations alone"
    )
    llm_model: str | None = Field(default=None, description="the language model's name, as its provider calls it")
    llm_base_url: str | None = Field(default=None, description="where the model is served, if not at its provider's")
    llm_api_key: SecretStr | None = Field(default=None, description="the provider's key")
    llm_seconds: float = Field(default=20, gt=0, le=600, description="how long an answer waits for the model")
    llm_daily_tokens: int = Field(
        default=200_000, ge=0, description="tokens that each server may spend a day, read and written"
    )
    llm_passages: int = Field(default=6, ge=1, le=10, description="how many passages the model reads for an answer")
    llm_reply_tokens: int = Field(default=400, ge=20, le=4_000, description="how many tokens it may write for one")
    seeds_dir: Path = Field(default=STARTER_ARTICLES, description="the starter articles an empty index begins with")
    contact: str = Field(
        default="",
        max_length=200,
        # neither spaces nor brackets, which would end the comment in the User-Agent
        pattern=r"^(https?://[!-'*-~]+|[!-'*-?A-~]+@[!-'*-?A-~]+)?$",
        description="an address or e-mail where the owners of a site that is read reach whoever runs this",
    )
    log_level: str = Field(default="INFO", pattern="(?i)^(debug|info|warning|error)$", description="how much is logged")

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every value that may never be printed."""
        hidden = (one.get_secret_value().strip() for _, one in self if isinstance(one, SecretStr))
        return tuple(filter(None, hidden))

    @classmethod
    def read(cls) -> Self:
        """Read the environment and `.env`; raise `SettingsError` naming every setting that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            raise SettingsError(wrong_settings(error)) from error


def readable_by_others(file: Path = ENVIRONMENT) -> str | None:
    """A warning where others than its owner may read the file that holds the secrets; Windows has no such bits."""
    if os.name != "posix" or not file.is_file():
        return None
    mode = file.stat().st_mode
    if not mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    return f"{file} can be read by other users of this machine, and holds secrets: chmod 600 {file}"


def wrong_settings(error: ValidationError) -> str:
    """One line that names each wrong setting and why, without its value, which may be a secret."""
    return "; ".join(f"{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
