"""The use cases behind the window: each module is loaded when something of it is first used.

Their tables take half of a start, and the first page is painted without them. What that page
needs itself is in `services.gallery`.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any

__all__ = [
    "estimates",
    "history",
    "items",
    "manners",
    "photos",
    "pieces",
    "sharing",
    "shop",
    "stock",
    "tasks",
    "views",
]


class _Behind:
    """Stands for a module of `services`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(_load(self._name), name)


def load(*others: str) -> None:
    """Load all of them now and these modules; for working threads, once the page is painted.

    A second thread waits for the first: two that load side by side would both be late.
    """
    with _TURN:
        for name in __all__:
            _load(name)
        for name in others:
            import_module(name)


def _load(name: str) -> ModuleType:
    return import_module(f"closet_app.services.{name}")


_TURN = Lock()


if TYPE_CHECKING:
    from closet_app.services import (
        estimates,
        history,
        items,
        manners,
        photos,
        pieces,
        sharing,
        shop,
        stock,
        tasks,
        views,
    )
else:
    estimates = _Behind("estimates")
    history = _Behind("history")
    items = _Behind("items")
    manners = _Behind("manners")
    photos = _Behind("photos")
    pieces = _Behind("pieces")
    sharing = _Behind("sharing")
    shop = _Behind("shop")
    stock = _Behind("stock")
    tasks = _Behind("tasks")
    views = _Behind("views")
