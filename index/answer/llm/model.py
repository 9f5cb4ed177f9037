"""The operator's language model, through LlamaIndex's integrations; what is sent and what is believed is for others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from index.answer.llm.prompt import Prompt
from index.errors import SettingsError

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

MOST_WRITTEN = 400
"""Tokens of a reply at most: four sentences are about 150."""

WINDOW = 8_192
"""Tokens that a model of Ollama's is given room for: six passages of at most 4,000 characters and the reply. Where it
is not told, LlamaIndex asks the server how much the model could read, with a call that stops the event loop."""

MOST_COUNTED = 1_000_000
"""Tokens that are believed of one question: more than any model reads at once."""

_USAGE = ("prompt_tokens", "completion_tokens", "input_tokens", "output_tokens")
_OLLAMA = ("prompt_eval_count", "eval_count")

SIGNS_A_TOKEN = 4
"""Characters of English a token stands for, roughly, where a provider does not say what it counted
(https://help.openai.com/en/articles/4936856)."""


class Reply(NamedTuple):
    """What the model wrote, and the tokens read and written for it."""

    text: str
    tokens: int


class LanguageModel:
    """One model that answers one prompt at a time; every failure of a provider's is raised as it comes."""

    def __init__(self, llm: LLM) -> None:
        self._llm = llm

    async def reply(self, prompt: Prompt) -> Reply:
        """Ask the model; whoever calls sets a limit to the time it takes."""
        # only here: it takes seconds to import, which whoever has no model need not wait for
        from llama_index.core.base.llms.types import ChatMessage, MessageRole

        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=prompt.system),
            ChatMessage(role=MessageRole.USER, content=prompt.user),
        ]
        answer = await self._llm.achat(messages)
        text = answer.message.content or ""
        return Reply(text, counted(answer.raw) or estimated(prompt) + len(text) // SIGNS_A_TOKEN)

    async def close(self) -> None:
        """Close its connections. LlamaIndex keeps its clients open and has no call for this, hence their own names."""
        for name in ("_aclient", "_async_client"):
            client = getattr(self._llm, name, None)
            if closing := getattr(client, "close", None):
                await closing()


def load_language_model(
    kind: str, model: str | None, address: str | None, key: str | None, seconds: float, most: int = MOST_WRITTEN
) -> LanguageModel:
    """The model of one of LlamaIndex's integrations; SettingsError where the setting or its package is missing.

    It writes at most `most` tokens a reply. Nothing is sent yet: a model
    that is not there is found out when it is asked, and the answer is then quoted.
    """
    if not model:
        raise SettingsError(f"LLM={kind} needs LLM_MODEL, the name of the model")
    if kind == "openai-like" and not address:
        raise SettingsError("LLM=openai-like needs LLM_BASE_URL, for example http://127.0.0.1:8080/v1")
    if kind in ("openai", "anthropic") and not key:
        raise SettingsError(f"LLM={kind} needs LLM_API_KEY")
    try:
        return LanguageModel(_integration(kind, model, address, key, seconds, most))
    except ImportError as error:
        raise SettingsError(f"LLM={kind} needs another package: pip install 'verbatim[{kind}]'") from error


def _integration(kind: str, model: str, address: str | None, key: str | None, seconds: float, most: int) -> LLM:
    shared: dict[str, Any] = {
        "model": model,
        "temperature": 0,
        "max_tokens": most,
        "timeout": seconds,
        # whoever asks has waited long enough: the answer is quoted instead
        "max_retries": 0,
    }
    made: Any
    # each in its own branch: only the one that is named needs to be installed
    if kind == "ollama":
        from llama_index.llms.ollama import Ollama

        at: dict[str, Any] = {"base_url": address} if address else {}
        # one on one's own machine asks for no key, one behind a door may
        signed = {"Authorization": f"Bearer {key}"} if key else None
        made = Ollama(
            model=model,
            temperature=0,
            context_window=WINDOW,
            request_timeout=seconds,
            additional_kwargs={"num_predict": most},
            headers=signed,
            **at,
        )
    elif kind == "anthropic":
        from llama_index.llms.anthropic import Anthropic

        made = Anthropic(api_key=key, base_url=address, **shared)
    elif kind == "openai-like":
        from llama_index.llms.openai_like import OpenAILike

        # servers on one's own machine ask for no key, the library does
        made = OpenAILike(api_base=address, api_key=key or "none", is_chat_model=True, **shared)
    else:
        from llama_index.llms.openai import OpenAI

        made = OpenAI(api_key=key, api_base=address, **shared)
    return _known(made, kind, model)


def _known(llm: LLM, kind: str, model: str) -> LLM:
    """The model; SettingsError where LlamaIndex's integration knows no such name and would fail at every question."""
    try:
        llm.metadata  # noqa: B018 - looking it up is what fails
    except ValueError as error:
        raise SettingsError(
            f"LLM={kind} does not know LLM_MODEL={model}: a newer llama-index-llms-{kind} may,"
            " and LLM=openai-like takes any name"
        ) from error
    return llm


def estimated(prompt: Prompt) -> int:
    """About how many tokens a prompt has, before anything is sent."""
    return (len(prompt.system) + len(prompt.user)) // SIGNS_A_TOKEN


def counted(raw: Any) -> int:
    """The tokens a provider says it counted, read and written; 0 where it doesn't say."""
    fields = _fields(raw)
    usage = _fields(fields.get("usage"))
    told = [usage.get(name) for name in _USAGE] if usage else [fields.get(name) for name in _OLLAMA]
    # it is added to what is spent: nothing below none, nothing that no table holds
    return sum(number for number in told if type(number) is int and 0 <= number <= MOST_COUNTED)


def _fields(value: Any) -> Mapping[str, Any]:
    """What a provider's answer holds, be it a mapping or an object."""
    if isinstance(value, Mapping):
        return value
    return getattr(value, "__dict__", {})
