"""Guards that only public web addresses are let through, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import AddressRefused
from index.gather.addresses import is_public, public_only, web_address

NOT_PUBLIC = [
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.0.9"),
    *("169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.0.9", "192.0.0.170"),
    *("192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.168.1.1", "192.175.48.1"),
    *("198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("255.255.255.255", "168.63.129.16"),
    *("::", "::1", "::7f00:1", "::127.0.0.1", "::10.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
    *("::ffff:8.8.8.8", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::7f00:1"),
    *("64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "100:0:0:1::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
    *("2001:1::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1"),
    *("2002:808:808::1", "2620:4f:8000::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1"),
    *("fe80::1%eth0", "fe80::1%2", "fec0::1", "feff::1", "ff02::1", "ff0e::1"),
    *("", "localhost", "127.1", "0x7f.0.0.1", "8.8.8", "8.8.8.8.", " 8.8.8.8", "2130706433", "[::1]", "norvik.example"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.0.1.1"]
PUBLIC += ["223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888", "2c0f:fb50::1"]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_may_not_be_connected_to(address: str) -> None:
    assert not public_only(address, 80)
    assert not public_only(address, 443)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_connected_to_on_the_ports_of_the_web_alone(address: str) -> None:
    assert public_only(address, 80)
    assert public_only(address, 443)
    assert not any(public_only(address, port) for port in (0, 22, 25, 79, 81, 3306, 6379, 8080, 8443, 65535))


@settings(deadline=None)
@given(st.sampled_from(["::/3", "4000::/2", "8000::/1"]).flatmap(lambda block: st.ip_addresses(network=block)))
def test_no_ipv6_address_outside_what_is_given_out_is_public(address: object) -> None:
    assert not is_public(str(address))


REFUSED = {
    "not http": [
        "ftp://norvik.example/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://h/",
    ],
    "no scheme": [
        "norvik.example/a",
        "//norvik.example/a",
        "",
        " ",
        "/a",
        "www.norvik.example",
        "mailto:a@norvik.example",
    ],
    "no host": ["http://", "http:///a", "http:/a", "http:a", "https://:80/", "http://?q", "http://#f"],
    "user": ["http://user@norvik.example/", "http://user:word@norvik.example/", "http://8.8.8.8@10.0.0.1/"],
    "also user": ["http://norvik.example:80@127.0.0.1/", "https://@norvik.example/", "http://a:b@c:d@norvik.example/"],
    "backslash": ["http://norvik.example\\@127.0.0.1/", "http:\\\\127.0.0.1\\", "http://norvik.example/a\\b"],
    "unseen": [
        "http://nor vik.example/",
        "http://norvik.example/a b",
        "http://norvik.exa\tmple/",
        "http://nor\nvik.example",
    ],
    "also unseen": ["http://nor\u200bvik.example/", "http://norvik.example/\u202egpj", "http://\x00norvik.example/"],
    "number": [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
    ],
    "also number": ["http://0x7f.0.0.1/", "http://127.0.1", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://0/"],
    "dotted": [
        "http://norvik..example/",
        "http://.norvik.example/",
        "http://norvik.example../",
        "http://./",
        "http://127.1./",
    ],
    "name": [
        "http://-norvik.example/",
        "http://norvik-.example/",
        "http://%31%32%37.0.0.1/",
        "http://nor%20vik.example/",
    ],
    "long": [
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 127 + "example/",
        "http://norvik.example/" + "a" * 2_048,
    ],
    "ipv6": ["http://[::1/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[v1.a]/", "http://::1/"],
    "port": [
        "http://norvik.example:99999/",
        "http://norvik.example:http/",
        "http://norvik.example:-1/",
        "http://a:80:80/",
    ],
    "idn": ["http://xn--\u00e4.example/", "http://\u2100.example/", "http://\u2488.example:/\u0000", "http://\u3002/"],
}


@pytest.mark.parametrize("address", [address for addresses in REFUSED.values() for address in addresses])
def test_an_address_that_no_page_has_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        web_address(address)
    assert refused.value.reason


@pytest.mark.parametrize(
    ("address", "requested"),
    [
        ("HTTP://Norvik.Example", "http://norvik.example"),
        (" https://norvik.example/a?b=c#d ", "https://norvik.example/a?b=c"),
        ("https://norvik.example.:443/a", "https://norvik.example:443/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/ä"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://nor_vik.example/", "https://nor_vik.example/"),
        ("http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://[0:0:0:0:0:0:0:1]:80/", "http://[::1]:80/"),
        ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ("http://8.8.8.8./", "http://8.8.8.8/"),
    ],
)
def test_a_host_is_requested_in_its_one_plain_form(address: str, requested: str) -> None:
    # an IP address in disguise comes out plain, so that the check at connect time and a reader see the same
    assert web_address(address) == requested


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(AddressRefused) as refused:
        web_address("https://mira:opensesame@norvik.example/a")
    assert "opensesame" not in str(refused.value)
    assert refused.value.where == "https://norvik.example/a"
