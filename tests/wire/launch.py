"""Runs `python -m bot` with discord.py pointed at a loopback server; the bot's own code is none the wiser."""

import os
import runpy
import sys
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["WIRE_API"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["WIRE_GATEWAY"])
# As with -m, modules come from the working directory; this script's own has names that might hide others.
sys.path[0] = str(Path.cwd())
runpy.run_module("bot", run_name="__main__", alter_sys=True)
