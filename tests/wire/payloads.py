"""What Discord's objects look like on the wire, as pure functions; sending them is left to its callers."""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from tests.wire.world import APPLICATION_ID, BOT, MEMBER_PERMISSIONS, OWNER, Guild, Person, snowflake

Json = dict[str, Any]

JOINED_AT = "2024-01-01T00:00:00+00:00"
EPHEMERAL, LOADING = 1 << 6, 1 << 7
CHAT_INPUT = 1
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2
MESSAGE_COMPONENT, BUTTON = 3, 2


def user(person: Person) -> Json:
    """The user object."""
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": None if person.bot else person.name.title(),
        "discriminator": "0001" if person.bot else "0",
        "avatar": None,
        "bot": person.bot,
        "flags": 0,
        "public_flags": 0,
    }


def member(person: Person) -> Json:
    """The guild member object; an interaction adds the member's permissions in the channel."""
    return {
        "user": user(person),
        "roles": [],
        "nick": None,
        "avatar": None,
        "joined_at": JOINED_AT,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }


def channel(guild: Guild) -> Json:
    """The guild's one text channel."""
    return {
        "id": str(guild.channel_id),
        "type": 0,
        "guild_id": str(guild.id),
        "name": "general",
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "topic": None,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "parent_id": None,
        "flags": 0,
    }


def direct_channel(person: Person) -> Json:
    """The channel between the bot and one person."""
    # An id that no account and no guild has, and always the same for the same person.
    channel_id = str(person.id + 200000000000000000)
    return {"id": channel_id, "type": 1, "last_message_id": None, "recipients": [user(person)]}


def everyone(guild: Guild) -> Json:
    """The @everyone role."""
    return {
        "id": str(guild.id),
        "name": "@everyone",
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "color": 0,
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0,
        "permissions": str(MEMBER_PERMISSIONS),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild_create(guild: Guild) -> Json:
    """GUILD_CREATE as a bot without privileged intents gets it: of the members, only itself."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "unavailable": False,
        "large": False,
        "member_count": 3,
        "joined_at": JOINED_AT,
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "features": [],
        "system_channel_id": None,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "mfa_level": 0,
        "afk_timeout": 300,
        "roles": [everyone(guild)],
        "channels": [channel(guild)],
        "members": [member(BOT)],
        **{name: [] for name in ("emojis", "stickers", "threads", "voice_states", "presences")},
        **{name: [] for name in ("stage_instances", "guild_scheduled_events", "soundboard_sounds")},
    }


def ready(session_id: str, resume_url: str, shard: tuple[int, int], guilds: Iterable[Guild]) -> Json:
    """READY: the guilds come as unavailable here and one by one afterwards."""
    return {
        "v": 10,
        "user": user(BOT) | {"verified": True, "mfa_enabled": False, "email": None},
        "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
        "session_id": session_id,
        "resume_gateway_url": resume_url,
        "shard": list(shard),
        "application": {"id": str(APPLICATION_ID), "flags": 0},
        "private_channels": [],
    }


def application() -> Json:
    """The bot's own application, as asked for at login."""
    return {
        "id": str(APPLICATION_ID),
        "name": BOT.name,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(OWNER),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "integration_types_config": {"0": {}},
        "approximate_guild_count": 2,
    }


def registered_command(command: Json, command_id: str, guild_id: str | None) -> Json:
    """A command as Discord answers it after the bot has put it."""
    defaults = {"type": CHAT_INPUT, "description": "", "options": [], "default_member_permissions": None}
    given = {"id": command_id, "application_id": str(APPLICATION_ID), "version": snowflake()}
    return defaults | command | given | ({"guild_id": guild_id} if guild_id else {})


def chosen_options(command: Json, path: list[str], values: Mapping[str, Any]) -> list[Json]:
    """The options of one use, nested along `path` (the subcommand), of the types that the bot registered."""
    declared = {option["name"]: option for option in command.get("options", [])}
    if path:
        inner = declared[path[0]]
        nested = chosen_options(inner, path[1:], values)
        return [{"name": inner["name"], "type": inner["type"], "options": nested}]
    if any(option["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP) for option in declared.values()):
        raise ValueError(f"{command['name']} is a group of {sorted(declared)}")
    missing = {name for name, option in declared.items() if option.get("required")} - values.keys()
    if missing or values.keys() - declared.keys():
        raise ValueError(f"{command['name']} has the options {sorted(declared)}, not {sorted(values)}")
    return [{"name": name, "type": declared[name]["type"], "value": value} for name, value in values.items()]


def command_data(command: Json, path: list[str], values: Mapping[str, Any]) -> Json:
    """The `data` of a chat-input interaction."""
    data = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
    data |= {"guild_id": command["guild_id"]} if "guild_id" in command else {}
    return data | {"options": chosen_options(command, path, values)}


def interaction(data: Json, token: str, guild: Guild, person: Person, permissions: int) -> Json:
    """INTERACTION_CREATE for an application command used in a guild's channel."""
    return {
        "id": snowflake(),
        "application_id": str(APPLICATION_ID),
        "type": 2,
        "version": 1,
        "token": token,
        "data": data,
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
        "channel_id": str(guild.channel_id),
        "channel": channel(guild) | {"permissions": str(permissions)},
        "member": member(person) | {"permissions": str(permissions)},
        "app_permissions": str(MEMBER_PERMISSIONS),
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(guild.id)},
        "context": 0,
        "attachment_size_limit": 10 * 1024 * 1024,
    }


def message(channel_id: str, sent: Json) -> Json:
    """The message Discord makes of what the bot sent."""
    files = [{"size": 0, "url": "", "proxy_url": ""} | file for file in sent.get("attachments") or []]
    return {
        "id": snowflake(),
        "type": 0,
        "channel_id": channel_id,
        "author": user(BOT),
        "content": sent.get("content") or "",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime()),
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "flags": sent.get("flags", 0),
        "embeds": sent.get("embeds") or [],
        "components": sent.get("components") or [],
        "attachments": files,
    }


def visible_text(shown: Any) -> str:
    """The words a person may read in a message's content, embeds and components, one text a line."""
    if isinstance(shown, list):
        return "\n".join(filter(None, map(visible_text, shown)))
    if not isinstance(shown, dict):
        return ""
    words = ("content", "title", "description", "name", "value", "text", "label")
    own = [shown[word] for word in words if isinstance(shown.get(word), str)]
    return "\n".join(own + [inner for inner in map(visible_text, shown.values()) if inner])
