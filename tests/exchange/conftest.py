from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from closet_app.domain.item import ItemFacts
from closet_app.domain.taxonomy import Taxonomy
from closet_app.exchange.candidates import Candidate
from closet_app.exchange.mapping import Mapping, guess_mapping
from closet_app.exchange.reading import ImportOptions, Questions
from closet_app.exchange.rows_in import ItemsRead, read_items, settle
from closet_app.exchange.tables_in import Sheet, open_sheet
from closet_app.paths import resources

CSV_FILES = Path(__file__).parent.parent / "data" / "csv"
TODAY = date(2026, 11, 22)

WriteText = Callable[..., Path]
Read = Callable[[Path], ItemsRead]


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    folder = resources() / "taxonomy"
    return Taxonomy.from_toml(
        {path.stem: path.read_text("utf-8") for path in folder.glob("*.toml")}
    )


@pytest.fixture(scope="session")
def options(taxonomy: Taxonomy) -> ImportOptions:
    return ImportOptions(currency="USD", today=TODAY, taxonomy=taxonomy)


@pytest.fixture
def write_text(tmp_path: Path) -> WriteText:
    """Writes a text file byte for byte as it is given."""

    def write(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def read(options: ImportOptions) -> Read:
    """Reads a file the way it is read when the seller changes nothing."""

    def read_file(path: Path) -> ItemsRead:
        sheet, mapping, settled, _ = opened(path, options)
        return read_items(sheet, mapping, settled)

    return read_file


def opened(path: Path, options: ImportOptions) -> tuple[Sheet, Mapping, ImportOptions, Questions]:
    sheet = open_sheet(path)
    mapping = guess_mapping(sheet, options.taxonomy)
    settled, questions = settle(sheet, mapping, options)
    return sheet, mapping, settled, questions


def facts_of(candidate: Candidate) -> ItemFacts:
    assert candidate.facts is not None, candidate.problems
    return candidate.facts
