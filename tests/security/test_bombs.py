"""Guards that nothing that a host sends fills the memory, takes long or stops the event loop, and that none crashes.

Here one of each kind, with a limit of time of 3 s; `python -m tests.security.bombs` lets off all of them.
"""

from __future__ import annotations

import pytest

from tests.security.bombs import outcome, try_all

OF_EACH_KIND = (
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


@pytest.mark.slow
async def test_bombs_do_no_harm() -> None:
    tried = [(name, outcome(result), cost, bad) async for name, result, cost, bad in try_all(OF_EACH_KIND, seconds=3)]
    assert len(tried) >= len(OF_EACH_KIND)
    assert [one for one in tried if one[3]] == []
