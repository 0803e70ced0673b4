"""The seller's guide says what the program does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from closet_app.domain.query import KEYS, Has, Match, Range, parse
from tools.guide_tables import GUIDE, TABLES, filled, pages

ROOT = GUIDE.parent.parent
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`]+)`")
PLACE = re.compile(r"<!-- begin (\w+) -->")
PAGES = [*pages(), ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_the_tables_of_a_page_are_those_of_the_program(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == filled(text), "run: make guide"


def test_every_table_has_a_place() -> None:
    found = [name for page in pages() for name in PLACE.findall(page.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(TABLES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_leads_nowhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_example_of_a_search_is_understood() -> None:
    known = {name for key in KEYS for name in (key.name, *key.aliases)}
    text = (GUIDE / "finding.md").read_text(encoding="utf-8")
    examples = [example for example in CODE.findall(text) if re.match(r"-?\w+:\S", example)]
    assert len(examples) > len(KEYS)
    for example in examples:
        assert example.removeprefix("-").partition(":")[0] in known, example
        for term in parse(example, today=date(2026, 11, 22)).terms:
            assert isinstance(term, Match | Range | Has), example


def test_the_guide_names_every_key_of_the_search_language() -> None:
    text = (GUIDE / "finding.md").read_text(encoding="utf-8")
    assert [key.name for key in KEYS if f"`{key.name}:" not in text] == []
