"""Guards that what a host asked for outlives the process: an open index keeps it where it keeps everything."""

from __future__ import annotations

import pytest

from index.errors import NotNow
from tests.sources.conftest import OpenIndex
from tests.sources.feed_site import FeedSite


async def test_a_host_that_asked_to_wait_is_left_alone_after_a_restart(open_index: OpenIndex, site: FeedSite) -> None:
    site.put("/a", status=429, Retry_After="600")
    first = await open_index()
    with pytest.raises(NotNow) as asked:
        await first.add_address(site.address("/a"))
    await first.close()
    second = await open_index()
    with pytest.raises(NotNow) as again:
        await second.add_address(site.address("/b"))
    assert len(site.requests) == 1
    assert abs((again.value.until - asked.value.until).total_seconds()) < 0.01
