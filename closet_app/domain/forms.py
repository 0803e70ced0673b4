"""What the marketplaces' forms take: letters, hashtags and photos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FormLimits:
    """Limits of one marketplace's form; title 0 means it has no title.

    `unverified` names the limits that rest on other programs' presets.
    """

    title: int
    description: int
    hashtags: int
    photos: int
    unverified: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Forms:
    """The limits of every marketplace, and cautious ones for any other."""

    limits: Mapping[str, FormLimits]
    default: FormLimits

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Forms:
        """The limits of a parsed `marketplaces.toml`; missing ones are the default's."""
        default = table["default"]
        limits = {name: _limits(default, row) for name, row in table.items()}
        return cls(limits, limits["default"])

    def limits_of(self, marketplace: str) -> FormLimits:
        """The limits of one marketplace."""
        return self.limits.get(marketplace, self.default)


def _limits(default: Mapping[str, Any], row: Mapping[str, Any]) -> FormLimits:
    known = {
        key: row.get(key, default[key]) for key in ("title", "description", "hashtags", "photos")
    }
    return FormLimits(**known, unverified=frozenset(row.get("unverified", ())))
