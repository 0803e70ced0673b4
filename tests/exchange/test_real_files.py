from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus
from closet_app.exchange.candidates import Candidate
from closet_app.exchange.rows_in import ItemsRead
from closet_app.exchange.sheet import LeftOutBecause

from .conftest import CSV_FILES, Read

TRUTH: dict[str, Any] = json.loads((CSV_FILES / "TRUTH.json").read_text("utf-8"))["files"]
LISTS = ["closet_spreadsheet.csv", "homebox_export.csv", "vendoo_export.csv"]


def by_csv_row(items: ItemsRead) -> dict[int, Candidate]:
    return {candidate.line - 1: candidate for candidate in items.candidates}


@pytest.mark.parametrize("name", LISTS)
def test_every_piece_of_a_real_list_is_found(read: Read, name: str) -> None:
    truth, items = TRUTH[name], read(CSV_FILES / name)
    because = Counter(row.because for row in items.left_out)
    assert len(items.candidates) == truth["items"]
    assert because[LeftOutBecause.SAME_ROW] == len(truth["duplicates"])
    same = {row.line - 1 for row in items.left_out if row.because is LeftOutBecause.SAME_ROW}
    assert same == {entry["csv_row"] for entry in truth["duplicates"]}


@pytest.mark.parametrize("name", LISTS)
def test_titles_days_and_costs_are_those_of_the_list(read: Read, name: str) -> None:
    pieces = by_csv_row(read(CSV_FILES / name))
    for check in TRUTH[name]["spot_checks"]:
        facts = pieces[check["csv_row"]].facts
        assert facts is not None
        assert facts.title == check["title"]
        cents = check["cost_cents"]
        assert facts.cost_price == (None if cents is None else Money(cents, "USD"))
        if name != "vendoo_export.csv":
            day = check["date"]
            assert facts.acquired_on == (date.fromisoformat(day) if day else None)


def test_sold_pieces_are_known_as_sold(read: Read) -> None:
    for name, key in (
        ("closet_spreadsheet.csv", "sold_items"),
        ("vendoo_export.csv", "sold_items"),
    ):
        items = read(CSV_FILES / name)
        sold = [c for c in items.candidates if c.standing.status is ItemStatus.SOLD]
        assert len(sold) == TRUTH[name][key]
        assert all(piece.standing.sold_on for piece in sold)


def test_the_spreadsheets_awkward_rows_are_each_named(read: Read) -> None:
    truth, items = TRUTH["closet_spreadsheet.csv"], read(CSV_FILES / "closet_spreadsheet.csv")
    pieces = by_csv_row(items)
    kinds = truth["rows_by_kind"]
    for row in kinds["date_unreadable"]:
        facts = pieces[row].facts
        assert facts is not None
        assert facts.acquired_on is None
        assert "Date Bought: " in facts.notes
    assert sum(bool(pieces[row].warnings) for row in kinds["cost_unreadable"]) == 2
    first, second = kinds["number_used_twice"]
    assert pieces[first].facts is not None
    assert pieces[second].facts is None
    assert f"row {first + 1}" in pieces[second].problems[0].sentence
    assert pieces[kinds["missing_sku"][0]].facts.sku == ""  # type: ignore[union-attr]  # read above


def test_words_and_bins_of_another_program_are_understood(read: Read) -> None:
    pieces = by_csv_row(read(CSV_FILES / "vendoo_export.csv"))
    for check in TRUTH["vendoo_export.csv"]["spot_checks"]:
        facts, standing = pieces[check["csv_row"]].facts, pieces[check["csv_row"]].standing
        assert facts is not None
        assert (facts.sku or None, facts.bin) == (check["sku"], check["bin"])
        assert standing.listed_since == date.fromisoformat(check["listed"])
        wanted = {"Sold": ItemStatus.SOLD, "Active": ItemStatus.LISTED, "Draft": ItemStatus.DRAFT}
        assert standing.status is wanted[check["status"]]


def test_quantities_tags_and_own_columns_of_homebox_are_taken(read: Read) -> None:
    pieces = by_csv_row(read(CSV_FILES / "homebox_export.csv"))
    for check in TRUTH["homebox_export.csv"]["spot_checks"]:
        facts = pieces[check["csv_row"]].facts
        assert facts is not None
        assert (facts.sku, facts.quantity) == (check["asset_id"], check["quantity"])
        assert list(facts.tags) == check["tags"]
        assert facts.bin == check["location"][-1].removeprefix("Bin ")
