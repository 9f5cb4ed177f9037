"""The tables, as numbered steps from an empty file to today's; `database` applies the steps a file has not seen yet.

A step that has been released is never edited: what changes is said by a new one.
"""

from __future__ import annotations

from index.store.steps.alerts import ALERTS
from index.store.steps.answers import ANSWERS
from index.store.steps.awaited import AWAITED
from index.store.steps.copies import COPIES
from index.store.steps.first import FIRST
from index.store.steps.gathering import GATHERING
from index.store.steps.labels import LABELS
from index.store.steps.quotations import QUOTATIONS
from index.store.steps.servers import SERVERS
from index.store.steps.spending import SPENDING

STEPS: tuple[str, ...] = (FIRST, GATHERING, COPIES, QUOTATIONS, SPENDING, SERVERS, ANSWERS, ALERTS, LABELS, AWAITED)
"""Step n takes a file from `user_version` n-1 to n."""
