"""The gate every connection goes through: a socket is opened for a permitted address and port only, at connect time."""

from __future__ import annotations

import socket
from typing import Any

from index.gather.addresses import WEB_PORTS, MayConnect

RECEIVED = 65_536
"""Bytes that the system holds for a connection (it doubles them): all that is there is taken apart in one go, and the
tiniest pieces take 0.1 s of each 256 KB, which it would hold by itself. Far hosts still bring half a megabyte a second.
"""

Target = tuple[int, int, int, str, tuple[Any, ...]]
"""A look-up's answer as `socket.getaddrinfo` gives it: family, kind, protocol, name, (host, port, ...)."""


class Gate:
    """Opens sockets to permitted addresses only, and remembers the last one it refused."""

    def __init__(self, allowed: MayConnect) -> None:
        self._allowed = allowed
        self.refused: tuple[str, int] | None = None

    def open_socket(self, target: Target) -> socket.socket:
        """A socket for a connection about to be made; PermissionError where it may not be.

        A host with several addresses is still tried at the others, each of which comes through here.
        """
        family, kind, protocol, _, (host, port, *_) = target
        if not self._allowed(str(host), int(port)):
            self.refused = str(host), int(port)
            raise PermissionError(f"{host} port {port} may not be connected to")
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED)
        return opened


def why_refused(host: str, port: int) -> str:
    """Why a connection was not made; says nothing of what was looked up, which may be somebody's inner network."""
    if port not in WEB_PORTS:
        return f"it leads to port {port}: only {' and '.join(map(str, sorted(WEB_PORTS)))} are read"
    return "it leads to an address that is not on the public internet"
