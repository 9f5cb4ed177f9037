"""An append-only record that a test can wait on; what is recorded, and why, is its owner's business."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Record(Generic[Item]):
    """What happened so far, in order, with a way to wait for what has not happened yet."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._items: list[Item] = []
        self._waiting: list[tuple[Callable[[Item], bool], asyncio.Future[Item]]] = []

    def __iter__(self) -> Iterator[Item]:
        return iter(tuple(self._items))

    def __len__(self) -> int:
        return len(self._items)

    def add(self, item: Item) -> None:
        """Append an item and wake whoever waits for one like it."""
        self._items.append(item)
        for accepts, future in self._waiting:
            if not future.done() and accepts(item):
                future.set_result(item)

    async def first(self, accepts: Callable[[Item], bool], within: float) -> Item:
        """The first item accepted, past or to come; after `within` seconds an AssertionError shows all."""
        for item in self._items:
            if accepts(item):
                return item
        waiter = (accepts, asyncio.get_running_loop().create_future())
        self._waiting.append(waiter)
        try:
            return await asyncio.wait_for(waiter[1], within)
        except TimeoutError:
            seen = "\n".join(f"  {item}" for item in self._items) or "  nothing"
            raise AssertionError(f"not among {self._title} within {within:g} s; seen:\n{seen}") from None
        finally:
            self._waiting.remove(waiter)
