"""What outlets say otherwise, and what was reported when. Values only."""

from __future__ import annotations
