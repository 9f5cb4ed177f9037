"""Runs `python -m bot` with discord.py pointed at a loopback server; the bot's own code is none the wiser.

Where WIRE_QUESTION_SECONDS is set, the embedding is the tests' word hash, which loads at once, and each question takes
it so many seconds; nothing else differs from what an operator runs.
"""

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
if "WIRE_QUESTION_SECONDS" in os.environ:
    from tests.wire.word_hash_launch import embed_by_word_hash

    embed_by_word_hash(float(os.environ["WIRE_QUESTION_SECONDS"]))
runpy.run_module("bot", run_name="__main__", alter_sys=True)
