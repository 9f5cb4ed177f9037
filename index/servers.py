"""What a server's administrators decide. Values only."""

from __future__ import annotations
