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
# In place of this script's folder, whose names might hide others: as -m does in the repository's root.
sys.path[0] = str(Path(__file__).absolute().parents[2])
runpy.run_module("bot", run_name="__main__", alter_sys=True)
