"""What a command changed, so that each screen refreshes only what it shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changed:
    """The outcome of one command: its words for the toast and the ids it touched."""

    label: str
    items: frozenset[int] = frozenset()
    orders: frozenset[int] = frozenset()
    buyers: frozenset[int] = frozenset()
    tasks: frozenset[int] = frozenset()
    intake: bool = False
    views: bool = False
    supplies: bool = False
    shop: bool = False
    problems: tuple[Problem, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether anything was written."""
        ids = (self.items, self.orders, self.buyers, self.tasks)
        kinds = (self.shop, self.intake, self.views, self.supplies)
        return any(kinds) or any(ids)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing of many that could not be done: its name and the sentence why.

    One that is `mild` was passed over on purpose, such as the movie of a Live Photo.
    """

    name: str
    why: str
    is_mild: bool = False
