"""Guards that nothing that a host sends fills the memory, takes long or stops the event loop, and that none crashes.

Here the quick ones, with limits of time of 3 s; the slow test, and the script, let off all of them with the real ones.
"""

from __future__ import annotations

import pytest

from tests.security.bombs import main, outcome, try_all

QUICK = (
    *("gzip, 1 GB", "gzip in gzip", "zstd", "br", "sitemap.xml.gz", "endless body", "drip of body"),
    *(
        "billion laughs (Atom)",
        "external file (sitemap)",
        "200,000 attributes",
        "200,000 nested <div>",
        "JSON feed, deep",
    ),
    *("YAML aliases", "PDF: flate in", "PDF: page tree", "PDF: deep arrays"),
)


async def test_bombs_do_no_harm() -> None:
    tried = [(name, outcome(result), cost, bad) async for name, result, cost, bad in try_all(QUICK, seconds=3)]
    assert len(tried) >= len(QUICK)
    assert [one for one in tried if one[3]] == []


@pytest.mark.slow
@pytest.mark.timeout(1_800)
async def test_no_bomb_does_harm(capsys: pytest.CaptureFixture[str]) -> None:
    assert await main() == 0, capsys.readouterr().out
