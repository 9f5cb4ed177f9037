"""Guards that no secret is printed, told or sent in a prompt: not by any failure, not at any level of the log.

Secrets here are canaries: words that stand nowhere else.
"""

from __future__ import annotations

import io
import logging
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.log import PlainLines, set_up_logging
from bot.settings import BotSettings
from index.assemble import open_news_index
from index.blanking import blanked
from index.door.saying import BlankedLines, say
from index.errors import AddressRefused, SettingsError, VerbatimError
from index.gather.addresses import web_address
from index.settings import IndexSettings, readable_by_others
from tests.spoken_model import speaking
from tests.word_hash import CountingEmbedder

TOKEN, KEY, PASSWORD, HOOK = "MTIz.canarytoken.abcdef", "sk-canarykey0123456789", "canarypassword", "canaryhook-abc_DEF"
CANARIES = (TOKEN, KEY, PASSWORD, HOOK)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that is logged at the lowest level, set up as the bot does it."""
    settings = BotSettings(discord_token=SecretStr(f" {TOKEN}\n"), llm_api_key=SecretStr(KEY))
    before, stream = list(logging.root.handlers), io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    set_up_logging("DEBUG", *settings.secrets)
    yield stream
    for handler in list(logging.root.handlers):
        logging.root.removeHandler(handler)
    for handler in before:
        logging.root.addHandler(handler)


LINES = (
    (
        "discord.http",
        f"POST https://discord.com/api/v10/interactions/123/{HOOK}/callback with {{'type': 5}} returned 204",
    ),
    ("discord.webhook.async_", f"Webhook ID 1 is rate limited: https://discord.com/api/webhooks/12/{HOOK}?wait=true"),
    (
        "discord.gateway",
        f"For Shard ID 0: WebSocket Event: {{'t': 'INTERACTION_CREATE', 'd': {{'token': '{HOOK}', 'id': 1}}}}",
    ),
    ("discord.gateway", f'{{"op": 2, "d": {{"token": "{HOOK}", "properties": {{}}}}}}'),
    ("discord.client", f"Authorization: Bot {TOKEN}"),
    ("discord.client", "Authorization: Bot OTHER.long.token-0123456789 " + TOKEN),
    ("index.work.language", f"the model answered 401: incorrect API key {KEY} (Authorization: Bearer {KEY})"),
    ("index.gather", f"reading https://mira:{PASSWORD}@norvik.example/feed failed"),
    ("index.answer", f"no connection to http://{PASSWORD}@127.0.0.1:11434/v1"),
    ("bot", f"settings were {{'llm_api_key': '{KEY}'}}"),
)


@pytest.mark.parametrize(("name", "line"), LINES)
def test_no_line_holds_a_secret(printed: io.StringIO, name: str, line: str) -> None:
    log = logging.getLogger(name)
    log.debug(line)
    log.error("failed: %s", line, extra={"more": line})
    try:
        raise RuntimeError(line) from ValueError(line)
    except RuntimeError:
        log.exception("nobody foresaw %r", line)
    assert "failed" in printed.getvalue()
    assert [canary for canary in (*CANARIES, "OTHER.long") if canary in printed.getvalue()] == []


@pytest.mark.parametrize(("name", "line"), LINES)
def test_the_operators_door_prints_none(capsys: pytest.CaptureFixture[str], name: str, line: str) -> None:
    record = logging.LogRecord(name, logging.ERROR, "", 1, line, (), None)
    assert [canary for canary in CANARIES if canary in BlankedLines(TOKEN, KEY).format(record)] == []
    say(f"verbatim: https://mira:{PASSWORD}@norvik.example/: it failed")
    assert PASSWORD not in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    ["the ratio was 3:2 @ noon", "see https://norvik.example/a@b", "12 passages, a Bot told a bear", "x@y.example", ""],
)
def test_what_is_no_secret_stands_as_it_was(line: str) -> None:
    assert blanked(line, ("", "no", TOKEN)) == line


def test_a_line_is_blanked_in_time_that_grows_with_its_length_alone(within: None) -> None:
    for unit in ("a", "https://", "a://b", '"token": "', "Bot ", "/webhooks/1/", "://@", "'token'"):
        PlainLines(TOKEN).format(logging.LogRecord("bot", logging.INFO, "", 1, unit * 100_000, (), None))


@pytest.fixture
def within() -> Iterator[None]:
    """Fails a test that takes longer than some seconds."""
    began = os.times().user
    yield
    assert os.times().user - began < 5


def test_wrong_settings_are_named_without_their_values(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("LLM_API_KEY", KEY)
    monkeypatch.setenv("LOG_LEVEL", f"{PASSWORD}")
    with pytest.raises(SettingsError) as wrong:
        BotSettings.read()
    assert [canary for canary in CANARIES if canary in str(wrong.value)] == []
    monkeypatch.delenv("LOG_LEVEL")
    settings = BotSettings.read()
    assert set(settings.secrets) == {TOKEN, KEY}
    assert [canary for canary in CANARIES if canary in f"{settings} {settings!r}"] == []


@pytest.mark.parametrize("address", [f"https://mira:{PASSWORD}@norvik.example/", f"http://{PASSWORD}@10.0.0.1/"])
def test_an_address_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        web_address(address)
    assert PASSWORD not in f"{refused.value} {vars(refused.value)}"


@pytest.mark.parametrize("status", [200, 401, 429, 500])
async def test_a_model_learns_and_tells_no_secret(
    settings: IndexSettings,
    filled_folder: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    shutil.copytree(filled_folder, settings.data_dir)
    caplog.set_level(logging.DEBUG, "index")
    async with speaking() as model:
        model.status = status
        own = IndexSettings(
            data_dir=settings.data_dir,
            llm="openai-like",
            llm_model="m",
            llm_base_url=model.address,
            llm_api_key=SecretStr(KEY),
        )
        index = await open_news_index(own, embedder=CountingEmbedder())
        try:
            await index.settled()
            told: object = await index.ask("What did Dmitry Peskov say?")
        except VerbatimError as error:
            told = error
        finally:
            await index.close()
    assert model.requests
    assert [canary for canary in CANARIES if any(canary in sent.body for sent in model.requests)] == []
    shown = PlainLines(TOKEN, KEY).format
    lines = "\n".join(shown(record) for record in caplog.records if record.name.startswith(("index", "bot")))
    assert [canary for canary in CANARIES if canary in f"{told!r} {told} {lines}"] == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
@pytest.mark.parametrize(
    ("mode", "warned"), [(0o600, False), (0o400, False), (0o644, True), (0o640, True), (0o604, True)]
)
def test_a_file_of_secrets_that_others_can_read_is_named(tmp_path: Path, mode: int, warned: bool) -> None:
    file = tmp_path / ".env"
    assert readable_by_others(file) is None, "there is none"
    file.write_text("DISCORD_TOKEN=x", encoding="utf-8")
    file.chmod(mode)
    warning = readable_by_others(file)
    assert (warning is not None) is warned
    assert warning is None or f"chmod 600 {file}" in warning
    assert stat.S_IMODE(file.stat().st_mode) == mode
