"""What each marketplace wants of photos, as dated data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from closet_app import paths

Mode = Literal["fit", "pad", "cover"]


@dataclass(frozen=True, slots=True)
class CopyRule:
    """The shape and size of a copy; zero means no such limit.

    `fit` keeps the photo's shape within `longest` and `width` × `height`; `pad` adds white to the
    shape of `width` × `height`, `cover` cuts to it. Photos are made larger only to reach
    `least_longest` pixels of the long side.
    """

    longest: int = 0
    width: int = 0
    height: int = 0
    mode: Mode = "fit"
    max_bytes: int = 0
    least_longest: int = 0


@dataclass(frozen=True, slots=True)
class PhotoRule:
    """A marketplace's rule: at most `most` photos, each as `copy` says.

    `unverified` names the facts that were not read at a first source.
    """

    marketplace: str
    most: int
    copy: CopyRule
    formats: tuple[str, ...]
    source: str
    checked_on: str
    unverified: tuple[str, ...]


def load_rules(path: Path | None = None) -> dict[str, PhotoRule]:
    """Every marketplace's rule by the marketplace's id, in the order of the file."""
    text = (path or rules_file()).read_text(encoding="utf-8")
    tables = tomllib.loads(text)["marketplace"]
    return {table["id"]: _rule(table) for table in tables}


@cache
def shipped_rules() -> dict[str, PhotoRule]:
    """The rules that came with this version, read once."""
    return load_rules()


def rules_file() -> Path:
    """Where the shipped rules lie."""
    return paths.resources() / "photos" / "rules.toml"


def _rule(table: dict[str, Any]) -> PhotoRule:
    return PhotoRule(
        marketplace=table["id"],
        most=table["most"],
        copy=CopyRule(**table["copy"]),
        formats=tuple(table.get("formats", ())),
        source=table["source"],
        checked_on=table.get("checked_on", ""),
        unverified=tuple(table.get("unverified", ())),
    )
