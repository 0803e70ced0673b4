"""The shipped fee tables, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from closet_app.domain.fees import RuleBook

FOLDER = Path(__file__).parents[2] / "resources" / "fees"


@cache
def shipped_book() -> RuleBook:
    """The rule book as it ships."""
    texts = {
        file.name: file.read_text("utf-8")
        for file in sorted(FOLDER.glob("*.toml"))
        if file.name != "classes.toml"
    }
    return RuleBook.from_toml(texts, (FOLDER / "classes.toml").read_text("utf-8"))
