"""What members follow, what they are told of it, and what a digest holds. Values only."""

from __future__ import annotations
