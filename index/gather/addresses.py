"""Which addresses may be read: the rules a URL must pass, and the IP addresses and ports that may be connected to.

Pure. `fetch` asks `web_address` before every request and `public_only` before every connection.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

import idna

from index.errors import AddressRefused

WEB_PORTS = frozenset({80, 443})
LONGEST_ADDRESS = 2_048
"""Characters; the shortest limit among the large search engines and proxies."""

MayConnect = Callable[[str, int], bool]
"""(IP address, port) -> whether a connection may be opened."""

NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        # IANA IPv4 Special-Purpose Address Registry, as of 2025-10
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
        *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        # multicast, reserved, broadcast
        *("224.0.0.0/4", "240.0.0.0/4"),
        # Azure's host agent: public by number, reachable only from inside a virtual machine
        "168.63.129.16/32",
    )
)
GLOBAL_UNICAST_V6 = IPv6Network("2000::/3")
"""All that IANA gives out. IPv4-mapped and -compatible, NAT64, site-local, ULA and link-local lie outside."""
NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside, private ones as well
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)

UNWANTED_CHARACTER = re.compile(r"[\x00-\x20\x7f-\xa0\\\ufeff\u200b-\u200f\u2028-\u202f\u2060-\u206f]")
"""White space, control characters, what nobody can see, and the backslash, which some readers take for a slash."""
HOST_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def public_only(address: str, port: int) -> bool:
    """Whether `address` is a public unicast address and `port` one of the web's: what a real fetch may connect to."""
    return port in WEB_PORTS and is_public(address)


def is_public(address: str) -> bool:
    """Whether an IP address, written out, is public unicast; False for anything that is not an IP address."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not any(ip in network for network in NOT_PUBLIC_V4)
    return ip in GLOBAL_UNICAST_V6 and ip.is_global and not any(ip in network for network in NOT_PUBLIC_V6)


def web_address(address: str) -> str:
    """The address as it will be requested: host in ASCII and lower case, no fragment; AddressRefused if it may not be.

    Looks at the writing alone; where a host name leads is checked when the connection is opened.
    """
    address = address.strip()
    if len(address) > LONGEST_ADDRESS:
        raise AddressRefused(f"{address[:80]}…", f"it is longer than {LONGEST_ADDRESS:,} characters")
    if UNWANTED_CHARACTER.search(address):
        raise AddressRefused(address, "it holds a space, a backslash or another character that no address may hold")
    parts, port = split(address)
    host = ascii_host(address, parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=host if port is None else f"{host}:{port}", fragment="").geturl()


def split(address: str) -> tuple[SplitResult, int | None]:
    """The address in parts and its port, once scheme, host and port are known to be plain; AddressRefused otherwise."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(address, "it is not a proper web address") from error
    if parts.scheme not in ("http", "https"):
        raise AddressRefused(address, "it does not begin with http:// or https://")
    if "@" in parts.netloc:
        without = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise AddressRefused(without, "it holds a user name or a password")
    if not parts.hostname:
        raise AddressRefused(address, "it names no host")
    if "[" in parts.netloc and ":" not in parts.hostname:
        raise AddressRefused(address, "it has something other than an IPv6 address in brackets")
    return parts, port


def ascii_host(address: str, host: str) -> str:
    """The host in ASCII: an IP address in its usual form, or a name without a trailing dot; else AddressRefused."""
    try:
        if ":" in host:
            if "%" in host:
                raise ValueError("a zone names a network interface of this machine")
            return str(IPv6Address(host))
        host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
        host = host.lower().removesuffix(".")
        if NUMBER.fullmatch(host.rpartition(".")[2]):
            # 0177.1, 2130706433 and 0x7f000001 are ways to write 127.0.0.1 that a resolver would follow
            return str(IPv4Address(host))
    except ValueError as error:
        raise AddressRefused(address, "its host is neither a name nor a properly written IP address") from error
    if len(host) > 253 or not all(HOST_LABEL.fullmatch(label) for label in host.split(".")):
        raise AddressRefused(address, "its host name is not a proper one")
    return host
