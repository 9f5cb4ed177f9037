"""What a door may do with the labels of outlets. Part of NewsIndex."""

from __future__ import annotations

import time
from collections.abc import Mapping

from index.errors import UnknownSource
from index.labels import Label
from index.types import COMMON
from index.work.kept_articles import OPERATOR
from index.work.writing import Writing

NAMED = 20
"""So many outlets are named to whoever named one that is not there."""


class LabelCalls:
    """Each server labels outlets for itself, and sees the labels of COMMON; `who` is written in the audit log."""

    _writing: Writing

    async def labels(self, server: int = COMMON) -> Mapping[str, tuple[str, ...]]:
        """What outlets are called here, by outlet as its articles name it; one without a label is not in it."""
        return await self._writing.worker.run(self._writing.store.labels.of, server)

    async def label_outlet(
        self, outlet: str, label: Label, server: int = COMMON, who: str = OPERATOR, *, off: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        """Give an outlet a label, or take it `off`: its name as it is written, and its labels now. UnknownSource where
        `server` sees no article of that outlet; a label of COMMON can't be taken off by a server."""
        return await self._writing.worker.run(self._label, outlet, label, server, who, off)

    async def outlets(self, server: int = COMMON) -> tuple[str, ...]:
        """The names of the outlets whose articles `server` sees."""
        return tuple(await self._writing.worker.run(self._writing.store.articles.outlets, server))

    def _label(self, outlet: str, label: Label, server: int, who: str, off: bool) -> tuple[str, tuple[str, ...]]:
        store = self._writing.store
        names = store.articles.outlets(server)
        name = next((one for one in names if one.casefold() == outlet.strip().casefold()), None)
        if name is None:
            raise UnknownSource(outlet, tuple(names[:NAMED]))
        with store.database.transaction():
            (store.labels.drop if off else store.labels.put)(server, name, label)
            store.audit.record(server, who, "unlabel" if off else "label", f"{name}: {label}", time.time())
        return name, store.labels.of(server).get(name, ())
