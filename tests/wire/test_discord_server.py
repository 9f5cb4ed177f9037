"""The loopback Discord against discord.py itself, in this process: what the bot's tests lean on must hold."""

import asyncio
import io
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
import yarl
from aiohttp import WSCloseCode
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.wire.discord_server import DiscordServer
from tests.wire.gateway import HEARTBEAT, INVALID_SESSION, RECONNECT
from tests.wire.world import APPLICATION_ID, GUILD, MANAGE_GUILD, MEMBER_PERMISSIONS, OTHER_GUILD, OWNER, TOKEN

SECONDS = 20
UPGRADE = b"""GET /gateway HTTP/1.1\r
Host: localhost\r
Connection: Upgrade\r
Upgrade: websocket\r
Sec-WebSocket-Version: 13\r
Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
\r
"""


class Client(discord.AutoShardedClient):
    """A client with one deferring command and one subcommand that answers at once with a file."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.seen: list[discord.Interaction] = []
        self.tree.command(description="Says it again")(self.echo)
        notes = app_commands.Group(name="notes", description="Notes")
        notes.command(description="Adds one")(self.add)
        self.tree.add_command(notes)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def echo(self, interaction: discord.Interaction, text: str) -> None:
        self.seen.append(interaction)
        await interaction.response.defer(thinking=True)
        await interaction.edit_original_response(content=text)
        await interaction.followup.send("and more")

    async def add(self, interaction: discord.Interaction, count: int) -> None:
        self.seen.append(interaction)
        note = discord.File(io.BytesIO(b"x" * count), "note.txt")
        await interaction.response.send_message("kept", file=note)


@pytest.fixture
async def client(discord_server: DiscordServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Client]:
    """A client that is ready on the loopback server."""
    monkeypatch.setattr(Route, "BASE", discord_server.api_url)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord_server.gateway_url))
    client = Client(discord.Intents.default())
    running = asyncio.create_task(client.start(TOKEN))
    await discord_server.ready(SECONDS)
    yield client
    await client.close()
    await running


async def test_discord_py_reads_what_it_is_sent(discord_server: DiscordServer, client: Client) -> None:
    permissions = MEMBER_PERMISSIONS | MANAGE_GUILD
    invocation = await discord_server.invoke("echo", {"text": "hello"}, user=OWNER, permissions=permissions)
    assert (await invocation.acknowledged()).body == {"type": 5}
    answer = await invocation.answered(SECONDS)
    assert (answer.message["content"], answer.message["allowed_mentions"]) == ("hello", {"parse": []})
    await discord_server.calls.first(lambda call: call.message.get("content") == "and more", SECONDS)

    interaction = client.seen[0]
    assert [guild.id for guild in client.guilds] == [GUILD.id, OTHER_GUILD.id]
    assert (interaction.guild_id, interaction.channel_id) == (GUILD.id, GUILD.channel_id)
    assert interaction.permissions.manage_guild
    assert interaction.user.display_name == "Owner"
    assert isinstance(interaction.channel, discord.TextChannel)
    assert interaction.channel.permissions_for(interaction.channel.guild.me).send_messages


async def test_a_subcommand_in_another_guild_answers_with_a_file(discord_server: DiscordServer, client: Client) -> None:
    invocation = await discord_server.invoke("notes add", {"count": 3}, guild_id=OTHER_GUILD.id)
    answer = await invocation.answered(SECONDS)
    assert (answer.body["type"], answer.message["content"]) == (4, "kept")
    assert answer.files == {"note.txt": b"xxx"}
    assert client.seen[0].guild_id == OTHER_GUILD.id


async def test_planned_failures_happen_and_end(discord_server: DiscordServer, client: Client) -> None:
    discord_server.fail_next("PATCH", "/messages/@original", 502)
    discord_server.fail_next("PATCH", "/messages/@original", 429, headers={"Retry-After": "0.01"})
    invocation = await discord_server.invoke("echo", {"text": "hello"})
    await invocation.answered(SECONDS)
    edits = [call.status for call in discord_server.calls if call.method == "PATCH"]
    assert edits == [502, 429, 200]


async def test_a_reset_breaks_the_connection(discord_server: DiscordServer, client: Client) -> None:
    discord_server.reset_next("POST", "/typing")
    with pytest.raises((OSError, aiohttp.ServerDisconnectedError)):
        await client.http.send_typing(GUILD.channel_id)
    await client.http.send_typing(GUILD.channel_id)


async def test_messages_go_to_channels_and_people(discord_server: DiscordServer, client: Client) -> None:
    await (await discord_server.invoke("echo", {"text": "hello"}, user=OWNER)).answered(SECONDS)
    message = await client.seen[0].user.send("in private")
    await message.edit(content="edited")
    await message.delete()
    in_channels = [call for call in discord_server.calls if call.path.startswith("/channels/")]
    sent = [(call.method, call.message.get("content")) for call in in_channels]
    assert sent == [("POST", "in private"), ("PATCH", "edited"), ("DELETE", None)]


async def test_an_acknowledgement_is_taken_once_and_not_late(discord_server: DiscordServer, client: Client) -> None:
    invocation = await discord_server.invoke("echo", {"text": "hello"})
    await invocation.answered(SECONDS)
    again = Route("POST", f"/interactions/{invocation.id}/{invocation.token}/callback")
    with pytest.raises(discord.HTTPException) as refused:
        await client.http.request(again, json={"type": 5})
    assert refused.value.code == 40060

    invocation.is_acknowledged, invocation.sent_at = False, invocation.sent_at - 3.0
    with pytest.raises(discord.NotFound) as late:
        await client.http.request(again, json={"type": 5})
    assert late.value.code == 10062


async def test_one_who_resumes_and_gets_what_it_missed(discord_server: DiscordServer, client: Client) -> None:
    await discord_server.close_gateway(4000)
    invocation = await discord_server.invoke("echo", {"text": "missed"})
    assert (await invocation.answered(SECONDS)).message["content"] == "missed"
    assert len(discord_server.gateway.resumed) == 1
    assert len(discord_server.gateway.readied) == 1


async def test_reconnect_leads_to_a_resume(discord_server: DiscordServer, client: Client) -> None:
    await discord_server.send_op(RECONNECT)
    await discord_server.gateway.resumed.first(lambda session: True, SECONDS)
    invocation = await discord_server.invoke("echo", {"text": "back"})
    await invocation.answered(SECONDS)


async def test_an_invalid_session_leads_to_a_new_one(
    discord_server: DiscordServer, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "before_identify_hook", _at_once)
    first = await discord_server.ready(SECONDS)
    await discord_server.send_op(INVALID_SESSION, False)
    await discord_server.gateway.readied.first(lambda session: session.id != first.id, SECONDS)
    await (await discord_server.invoke("echo", {"text": "anew"})).answered(SECONDS)


async def test_heartbeats_and_the_close_are_seen(discord_server: DiscordServer, client: Client) -> None:
    await discord_server.gateway.frames.first(lambda frame: frame.op == HEARTBEAT, SECONDS)
    assert client.latency < SECONDS
    await client.close()
    closing = await discord_server.gateway_closed(SECONDS)
    assert (closing.code, closing.by_client) == (WSCloseCode.OK, True)


async def test_a_client_that_vanishes_is_told_from_one_that_closes(discord_server: DiscordServer) -> None:
    address = yarl.URL(discord_server.gateway_url)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    writer.write(UPGRADE)
    assert b"101" in await reader.readuntil(b"\r\n")
    writer.transport.abort()
    assert (await discord_server.gateway_closed(SECONDS)).code == WSCloseCode.ABNORMAL_CLOSURE


async def test_privileged_intents_are_refused(discord_server: DiscordServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", discord_server.api_url)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await Client(discord.Intents.all()).start(TOKEN)


async def test_commands_are_put_under_the_application(discord_server: DiscordServer, client: Client) -> None:
    put = await discord_server.registered("echo", SECONDS)
    assert put.path == f"/applications/{APPLICATION_ID}/commands"
    assert [command.name for command in await client.tree.fetch_commands()] == ["echo", "notes"]
    with pytest.raises(AssertionError, match="not registered /ask"):
        await discord_server.invoke("ask")
    with pytest.raises(ValueError, match="is a group of"):
        await discord_server.invoke("notes")
    with pytest.raises(ValueError, match="has the options"):
        await discord_server.invoke("echo", {"other": "hello"})


async def _at_once(shard_id: int | None, *, initial: bool = False) -> None:
    """In place of the five seconds that discord.py leaves between two identifications."""
