"""Guards that one article has one canonical address, and that two articles never share one by mistake."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import AddressRefused
from index.gather.urls import canonical_address, is_front_page, preferred_address, site

ADDRESSES = st.builds(
    lambda host, port, path, query, fragment: f"https://{host}{port}{path}{query}{fragment}",
    host=st.sampled_from(["Norvik.Example", "bücher.example", "8.8.8.8", "[2606:4700::1111]", "norvik.example."]),
    port=st.sampled_from(["", ":443", ":80", ":"]),
    path=st.text("aB0/.%~é ;+'\"|^", max_size=20).map(lambda path: "/" + path.replace(" ", "")),
    query=st.text("a=&;utm_source1%2Fé?+[]{}", max_size=30).map(lambda query: "?" + query),
    fragment=st.sampled_from(["", "#f", "#:~:text=a"]),
)


@settings(deadline=None)
@given(ADDRESSES)
def test_the_canonical_form_of_a_canonical_address_is_itself(address: str) -> None:
    once = canonical_address(address)
    assert canonical_address(once) == once
    assert once.isascii()


@settings(deadline=None)
@given(st.text(max_size=50))
def test_anything_is_either_an_address_or_refused(text: str) -> None:
    try:
        assert canonical_address(text).startswith("http")
    except AddressRefused as refused:
        assert refused.reason


@pytest.mark.parametrize(
    "address",
    [
        "https://norvik.example/news/bridge",
        "https://norvik.example/news/bridge/",
        "https://NORVIK.example:443/news/bridge",
        "https://norvik.example./news/./sport/../bridge#comments",
        "https://norvik.example/news/bridge?utm_source=mail&utm_medium=x",
        "https://norvik.example/news/bridge?fbclid=abc&gclid=def&MC_CID=1&_ga=2.3",
        "https://norvik.example/news/bridge?at_medium=RSS&smid=tw-share&ocid=social&",
    ],
)
def test_ways_to_write_one_article(address: str) -> None:
    assert canonical_address(address) == "https://norvik.example/news/bridge"


@pytest.mark.parametrize(
    "address",
    [
        "https://norvik.example/News/bridge",
        "https://norvik.example/news/bridge?id=7",
        "https://norvik.example/news/bridge?id=8&utm_source=mail",
        "https://norvik.example/news/bridge?page=2",
        "https://norvik.example:8443/news/bridge",
        "http://norvik.example/news/bridge",
        "https://www.norvik.example/news/bridge",
        "https://norvik.example/news//bridge",
        "https://norvik.example/news/bridge%2F",
        "https://norvik.example/news/bridge?utmost=1",
    ],
)
def test_what_may_tell_articles_apart_is_kept(address: str) -> None:
    assert canonical_address(address) != "https://norvik.example/news/bridge"


@pytest.mark.parametrize(
    ("declared", "chosen"),
    [
        ("/news/bridge", "https://norvik.example/news/bridge"),
        ("https://www.norvik.example/news/bridge?utm_source=x", "https://www.norvik.example/news/bridge"),
        (None, "https://norvik.example/amp/bridge"),
        ("https://elsewhere.example/news/bridge", "https://norvik.example/amp/bridge"),
        ("https://norvik.example.elsewhere.example/bridge", "https://norvik.example/amp/bridge"),
        ("https://norvik.example/", "https://norvik.example/amp/bridge"),
        ("javascript:alert(1)", "https://norvik.example/amp/bridge"),
        ("https://user:word@norvik.example/news/bridge", "https://norvik.example/amp/bridge"),
        ("https://norvik.example:8443/news/bridge", "https://norvik.example/amp/bridge"),
        ("http://[", "https://norvik.example/amp/bridge"),
    ],
)
def test_a_declared_address_is_believed_only_for_its_own_host(declared: str | None, chosen: str) -> None:
    assert preferred_address("https://norvik.example/amp/bridge?utm_source=y", declared) == chosen


@pytest.mark.parametrize(
    ("fetched", "declared", "believed"),
    [
        ("https://amp.norvik.example/bridge", "https://www.norvik.example/bridge", True),
        ("https://m.norvik.example/bridge", "https://norvik.example/news/bridge", True),
        ("https://www.norvik.example/amp/bridge", "https://norvik.example/bridge", True),
        ("https://mobile.norvik.co.uk/bridge", "https://www.norvik.co.uk/bridge", True),
        ("https://www.m.norvik.example/bridge", "https://amp.norvik.example/bridge", True),
        ("http://norvik.example/bridge", "https://norvik.example/bridge", True),
        ("https://sport.norvik.example/bridge", "https://www.norvik.example/bridge", False),
        ("https://m.example/bridge", "https://www.example/bridge", False),
        ("https://m.co.uk/bridge", "https://www.co.uk/bridge", False),
        ("https://amp.com.au/bridge", "https://m.com.au/bridge", False),
        ("https://m.norvik.example:8443/bridge", "https://www.norvik.example/bridge", False),
    ],
)
def test_hosts_for_telephones_and_amp_are_one_site_where_a_page_says_so(
    fetched: str, declared: str, believed: bool
) -> None:
    assert (preferred_address(fetched, declared) == declared) == believed
    assert canonical_address(fetched) == fetched, "without a declaration every host stays its own"


def test_front_pages_and_sites() -> None:
    assert is_front_page("https://norvik.example/")
    assert not is_front_page("https://norvik.example/?p=1")
    assert not is_front_page("https://norvik.example/a")
    assert site("https://www.norvik.example/a") == "norvik.example"
