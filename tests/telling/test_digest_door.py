"""Guards the operator's `digest`: what is printed, as text and as JSON, and for whom."""

from __future__ import annotations

import argparse
import json

from index.door.arguments import parser
from index.door.digesting import digest
from index.news_index import NewsIndex
from tests.telling.conftest import FERRY, OTHER, SERVER, Publish, ferry


def called(*arguments: str) -> argparse.Namespace:
    return parser().parse_args(["digest", *arguments])


async def test_a_digest_is_printed_for_a_server(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry(), ferry("The Sun"), server=SERVER)
    text = await digest(empty_index, called("--server", str(SERVER)))
    assert text.startswith(f"“{FERRY.split('. ')[0]}.”\n")
    assert text.endswith("\n2 outlets, 1 origin")
    [line] = (
        await digest(empty_index, called("--server", str(SERVER), "--json", "--since", "2020-01-01"))
    ).splitlines()
    printed = json.loads(line)
    assert FERRY[printed["start"] : printed["end"]] == printed["quote"]
    assert (set(printed["outlets"]), len(printed["origins"])) == ({"The Post", "The Sun"}, 1)
    assert "nothing new" in await digest(empty_index, called("--server", str(OTHER)))
