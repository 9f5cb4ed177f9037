"""Ways to write an address that may not be fetched: the table behind `forbidden_addresses`. Values only.

"{canary}" in a form is the port of a server on loopback that must see no connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address

INNER = (
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
    *("100.64.0.1", "169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
)
"""Loopback, private, carrier-grade NAT, link-local, and where Amazon, Alibaba, Azure and Oracle keep their metadata."""

NOT_PUBLIC = (
    *("0.1.2.3", "10.255.255.255", "100.127.255.255", "127.0.0.2", "169.254.0.1", "172.31.255.255", "192.0.0.8"),
    *("192.0.0.170", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.175.48.1", "198.18.0.1"),
    *("198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "::8.8.8.8", "::ffff:8.8.8.8", "::ffff:169.254.169.254", "64:ff9b::8.8.8.8"),
    *("64:ff9b:1::1", "100::1", "100:0:0:1::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:1::1"),
    *("2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:808:808::1", "2620:4f:8000::1", "3fff::1"),
    *("4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fd20:ce::254", "fe80::1", "fe80::a9fe:a9fe", "fec0::1"),
    *("feff::1", "ff02::1", "ff0e::1"),
)
"""IP addresses that a name may lead to, and that may not be connected to."""

NAMES = (
    *("localhost", "LOCALHOST.", "localhost.localdomain", "ip6-localhost", "a.localhost", "127.0.0.1.norvik.example"),
    *("metadata", "metadata.google.internal", "METADATA.Google.Internal.", "instance-data", "host.docker.internal"),
    *("kubernetes.default.svc", "inner.example", "router.lan", "printer.local", "wpad", "loc\u00adalhost"),
    *("ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ", "١٢٧.٠.٠.١", "localhost%00.norvik.example", "xn--localhost-"),
)
"""Names that the resolver of these checks finds in an inner network, in one way of writing or another."""

CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")


def disguises(address: str) -> Iterator[str]:
    """Ways to write the host of one IPv4 address."""
    number, parts = int(IPv4Address(address)), [int(part) for part in address.split(".")]
    low = f"{number:08x}"
    # whole, as one number, in another base
    yield from (address, f"{address}.", str(number), f"{number}.", hex(number), hex(number).upper(), f"0x{number:016x}")
    yield from (f"0{number:o}", f"00000{number:o}", f"{number + (1 << 32)}", f"+{number}", f"-{(1 << 32) - number}")
    # part by part
    yield from (".".join(f"0{part:o}" for part in parts), ".".join(map(hex, parts)), f"{parts[0]}.{number & 0xFFFFFF}")
    yield from (f"{parts[0]}.{parts[1]}.{number & 0xFFFF}", f"0x{parts[0]:x}.{number & 0xFFFFFF}")
    yield from (".".join(f"{part:03}" for part in parts), ".".join(f"0X{part:X}" for part in parts))
    yield from (
        f"0{parts[0]:o}.{parts[1]}.0x{parts[2]:x}.{parts[3]}",
        f"{parts[0] + 256}.{parts[1]}.{parts[2]}.{parts[3]}",
    )
    # in other signs
    yield from (address.translate(CIRCLED), address.translate(FULLWIDTH), address.translate(BOLD))
    yield from (address.replace(".", dot) for dot in "。．｡")
    yield from (address.translate(CIRCLED).replace(".", "。"), "\u200b".join(address), "\u00ad".join(address))
    yield "%" + "%".join(f"{ord(one):02x}" for one in address)
    # inside an IPv6 address: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP
    yield from (f"[::ffff:{address}]", f"[::{address}]", f"[::ffff:0:{address}]", f"[64:ff9b::{address}]")
    yield from (f"[64:ff9b:1::{address}]", f"[2002:{low[:4]}:{low[4:]}::1]", f"[2001:0:{low[:4]}:{low[4:]}::1]")
    yield from (f"[::ffff:{low[:4]}:{low[4:]}]", f"[0:0:0:0:0:FFFF:{low[:4]}:{low[4:]}]", f"[fe80::5efe:{address}]")
    yield from (f"[::ffff:{address}%25lo]", f"[::ffff:{address}%lo]", f"[::ffff:{address}.]", f"[{address}]")
    # behind what looks like another host
    yield from (f"8.8.8.8@{address}", f"user:word@{address}", f"8.8.8.8%40{address}", f"8.8.8.8\\@{address}")
    yield from (f"{address}\\@8.8.8.8", f"8.8.8.8:80@{address}", f"{address}%2f@8.8.8.8", f"@{address}", f":@{address}")


def forms() -> tuple[str, ...]:
    """Every form, each once."""
    odd_ports = (0, 1, 21, 22, 25, 79, 81, 110, 2375, 3306, 5432, 6379, 8080, 8443, 9200, 11211, 27017, 65535)
    every = (
        *(f"http://{host}/latest/a" for address in INNER for host in disguises(address)),
        *(f"http://{host}:{{canary}}/latest/a" for address in ("127.0.0.1", "0.0.0.0") for host in disguises(address)),
        *(f"https://{in_address(address)}/latest/a" for address in NOT_PUBLIC),
        *(f"http://{host}:{{canary}}/latest/a" for host in ("[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::1%25lo]")),
        *(f"https://{host}:{port}/latest/a" for host in ("8.8.8.8", "[2606:4700::1111]") for port in odd_ports),
        *(f"http://{name}{port}/latest/a" for name in NAMES for port in ("", ":{canary}")),
        *("file:///etc/passwd", "ftp://8.8.8.8/a", "gopher://127.0.0.1:{canary}/_a", "unix:/var/run/docker.sock"),
        *("dict://127.0.0.1:{canary}/a", "ldap://127.0.0.1:{canary}/a", "jar:http://127.0.0.1:{canary}/a!/b"),
        *("data:text/html,a", "javascript:alert(1)", "ws://127.0.0.1:{canary}/a", "//127.0.0.1:{canary}/a"),
        *("http:/\\127.0.0.1:{canary}/a", "http:\\\\127.0.0.1:{canary}\\a"),
        *("HTTP://127.0.0.1:{canary}/a", "hTTp://LocalHost:{canary}/a", "http://127.0.0.1:0{canary}/a"),
        *("http://127.0.0.1:{canary}?@8.8.8.8/a", "http://127.0.0.1:{canary}#@8.8.8.8/a", "http://0:{canary}/a"),
        *("http://127.1:{canary}/a", "http://0x7f.1:{canary}/a", "http://127.0.0.1:{canary};8.8.8.8/a"),
    )
    return tuple(dict.fromkeys(every))


def in_address(address: str) -> str:
    """An IP address as a host is written."""
    return f"[{address}]" if isinstance(ip_address(address), IPv6Address) else address
