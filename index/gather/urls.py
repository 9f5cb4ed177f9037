"""An article's canonical address, by which it is known again. Pure; what may be fetched is `addresses`' part."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from index.errors import AddressRefused
from index.gather.addresses import web_address

DEFAULT_PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    # campaign parameters of Google, Matomo, Piano and the BBC, and of mail and shop systems
    r"(utm|mtm|piwik|at|hsa|vero|oly)_\w+|pk_(campaign|kwd|keyword|source|medium|content|cid)|mc_[ce]id|_hsenc|_hsmi"
    # click identifiers that advertisers and social networks append
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|epik|scid|srsltid|mkt_tok"
    r"|_ga|_gl|__twitter_impression|fb_action_ids|fb_action_types|fb_ref|fb_source"
    # "where did the reader come from" on news sites
    r"|ocid|cmpid|icid|ito|smid|smtyp|xtor|ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee|spm",
    re.IGNORECASE,
)
EDITIONS = frozenset({"www", "m", "mobile", "amp"})
"""First parts of the host names under which a site shows the same pages."""
SHARED_NAME = re.compile(r"[^.]*|(co|com|org|net|gov|gob|edu|ac|ne|or|go)\.[a-z]{2}")
"""Endings under which anybody may have a name, "m.co.uk" as well; no list of all of them is at hand."""
SAFE = "/%:@!$&'()*+,;=~?[]"


def canonical_address(address: str) -> str:
    """The address without what does not tell articles apart; AddressRefused where it is no web address.

    Host in lower case and ASCII; no fragment, default port, tracking parameters or closing slash. Idempotent.
    """
    try:
        return _canonical(urlsplit(web_address(address)))
    except ValueError as error:
        raise AddressRefused(address, "it is not a web address that can be read") from error


def _canonical(parts: SplitResult) -> str:
    query = "&".join(p for p in parts.query.split("&") if p and not TRACKING.fullmatch(p.partition("=")[0]))
    return parts._replace(
        netloc=host_and_port(parts), path=canonical_path(parts.path), query=quote(query, safe=SAFE)
    ).geturl()


def host_and_port(parts: SplitResult) -> str:
    """The host, with its port only where it is not the scheme's own."""
    default = parts.port == DEFAULT_PORTS[parts.scheme]
    return parts.netloc.removesuffix(f":{parts.port}") if default else parts.netloc


def canonical_path(path: str) -> str:
    """The path with dot segments resolved, non-ASCII escaped and no closing slash; "/" for a site's front page."""
    return quote(without_dots(path).rstrip("/") or "/", safe=SAFE)


def without_dots(path: str) -> str:
    """A path without "." and ".." (RFC 3986, section 5.2.4); parameters such as ".;a" are names, not dots."""
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept)


def preferred_address(fetched: str, declared: str | None) -> str:
    """The canonical address of a page: the one it declares (rel=canonical) if that is an article of the same site.

    A declared front page is not believed: many sites declare theirs on every page.
    """
    own = canonical_address(fetched)
    try:
        other = canonical_address(urljoin(fetched, declared or ""))
    except (AddressRefused, ValueError):
        return own
    return other if same_site(own, other) and not (is_front_page(other) and not is_front_page(own)) else own


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, which may have hosts for telephones and for AMP beside its own."""
    return site_host(one) == site_host(other)


def site_host(address: str) -> str:
    """The host and port without "www.", "m." or "amp.", unless that is all of the name that is the site's own."""
    host = urlsplit(address).netloc
    first, _, rest = host.partition(".")
    while first in EDITIONS and not SHARED_NAME.fullmatch(rest.partition(":")[0]):
        host = rest
        first, _, rest = host.partition(".")
    return host


def site(address: str) -> str:
    """The host without "www.": what an outlet is called when its pages don't say."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_front_page(address: str) -> bool:
    """Whether an address names a whole site and not one of its pages."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
