"""An answer that was shown, as it is kept for its buttons, follow-ups and corrections. Values only."""

from __future__ import annotations
