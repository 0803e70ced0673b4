"""What the product ships as data: fee rules, taxonomy and photo rules, read once a start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from closet_app.domain.fees import RuleBook
from closet_app.domain.taxonomy import Taxonomy

CLASSES = "classes"


@dataclass(frozen=True, slots=True)
class Reference:
    """The tables, and the folder they came from."""

    folder: Path
    book: RuleBook
    taxonomy: Taxonomy


@lru_cache(maxsize=2)
def read_reference(folder: Path) -> Reference:
    """Everything of `folder` (the product's resources); raises InvalidValueError for a bad file."""
    fees = _texts(folder / "fees")
    classes = fees.pop(CLASSES)
    return Reference(
        folder, RuleBook.from_toml(fees, classes), Taxonomy.from_toml(_texts(folder / "taxonomy"))
    )


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}
