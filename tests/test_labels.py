"""Guards the labels of outlets: whose they are, how an outlet is named, and that they go when they are taken off."""

from __future__ import annotations

import pytest

from index.errors import UnknownSource
from index.labels import Label
from index.news_index import NewsIndex

HERE, ELSEWHERE = 7, 8


async def test_a_label_stands_under_the_name_that_articles_have_and_is_seen_by_its_server_alone(
    news_index: NewsIndex,
) -> None:
    outlet = (await news_index.outlets(HERE))[0]
    assert await news_index.label_outlet(f" {outlet.upper()} ", Label.WIRE, HERE, "5") == (outlet, ("wire",))
    assert await news_index.label_outlet(outlet, Label.OPINION, HERE, "5") == (outlet, ("opinion", "wire"))
    await news_index.label_outlet(outlet, Label.WIRE, HERE, "5")
    assert await news_index.labels(HERE) == {outlet: ("opinion", "wire")}
    assert await news_index.labels(ELSEWHERE) == {}
    said = [(one.who, one.action, one.what) for one in await news_index.audit(HERE)]
    assert ("5", "label", f"{outlet}: opinion") in said


async def test_a_label_is_taken_off_by_whoever_gave_it(news_index: NewsIndex) -> None:
    outlet = (await news_index.outlets())[0]
    await news_index.label_outlet(outlet, Label.PAYWALLED)
    assert await news_index.labels(HERE) == {outlet: ("paywalled",)}
    assert await news_index.label_outlet(outlet, Label.PAYWALLED, HERE, off=True) == (outlet, ("paywalled",))
    assert await news_index.label_outlet(outlet, Label.PAYWALLED, off=True) == (outlet, ())
    assert await news_index.labels(HERE) == {}


async def test_an_outlet_that_is_not_there_is_answered_with_some_that_are(news_index: NewsIndex) -> None:
    with pytest.raises(UnknownSource) as refused:
        await news_index.label_outlet("No Such Paper", Label.WIRE, HERE)
    assert (await news_index.outlets(HERE))[0] in refused.value.known
