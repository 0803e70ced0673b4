from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from closet_app.domain.item import ItemFacts
from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.errors import CancelledError, NotFoundError, UserError
from closet_app.services import gallery, history, imports, items, listings, pieces, stock
from closet_app.services.closet import Closet
from closet_app.services.exports import export_items
from closet_app.services.imports import Answers, DateOrder, Preview, RowState
from closet_app.services.records import Piece
from tests.closets import add, new_closet, sell, usd
from tests.stopping import StopsAfter

FILES = Path(__file__).parent.parent / "data" / "csv"


def write(path: Path, *rows: Sequence[str]) -> Path:
    """A CSV file of these rows, the first of them headings."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def look(closet: Closet, file: Path, answers: Answers | None = None) -> Preview:
    """The preview of a file whose columns nobody corrects."""
    sheet = imports.read_sheet(file)
    return imports.preview(closet, sheet, imports.guess(closet, sheet), answers)


def take(closet: Closet, file: Path) -> list[Piece]:
    """Everything of a file, taken in, oldest first."""
    imports.apply(closet, look(closet, file))
    return stocked(closet)


def stocked(closet: Closet) -> list[Piece]:
    """All pieces, oldest first."""
    return list(pieces.pieces(closet, sorted(gallery.find(closet))))


@pytest.mark.parametrize(
    ("name", "new"),
    [("closet_spreadsheet", 57), ("vendoo_export", 62), ("homebox_export", 52)],
)
def test_a_real_file_is_taken_in_once_and_is_all_here_the_second_time(
    closet: Closet, name: str, new: int
) -> None:
    file = FILES / f"{name}.csv"
    changed = imports.apply(closet, look(closet, file))
    again = look(closet, file)
    assert len(changed.items) == new == gallery.counts(closet).items
    assert again.count(RowState.NEW) == 0
    assert again.count(RowState.ALREADY_HERE) == new


def test_a_broken_row_is_named_with_its_line_and_the_rest_goes_on(
    closet: Closet, tmp_path: Path
) -> None:
    rows = [["SKU", "Title", "Paid"], ["A-1", "Tee", "6"], ["A-2", "Coat", "NaN"], ["A-3", "x", ""]]
    found = look(closet, write(tmp_path / "list.csv", *rows))
    assert [row.state for row in found.rows] == [RowState.NEW, RowState.BROKEN, RowState.NEW]
    broken = found.of(RowState.BROKEN)[0]
    assert broken.line == 3
    assert "Paid" in broken.why
    imports.apply(closet, found)
    assert [piece.facts.sku for piece in stocked(closet)] == ["A-1", "A-3"]


def test_rows_without_a_number_get_the_next_free_ones_in_order(
    closet: Closet, tmp_path: Path
) -> None:
    add(closet, sku="JL-0007")
    rows = [["SKU", "Title"], ["", "First"], ["JL-0009", "Second"], ["", "Third"], ["", "Fourth"]]
    made = take(closet, write(tmp_path / "list.csv", *rows))[1:]
    assert [(piece.facts.sku, piece.facts.title) for piece in made] == [
        ("JL-0008", "First"),
        ("JL-0009", "Second"),
        ("JL-0010", "Third"),
        ("JL-0011", "Fourth"),
    ]


def test_a_number_is_here_whatever_its_case_and_spaces(closet: Closet, tmp_path: Path) -> None:
    add(closet, "Wool coat", sku="JL-0001")
    rows = [["SKU", "Title"], [" jl-0001 ", "Wool coat"], ["Jl-0001\u200b", "Silk scarf"]]
    first, second = look(closet, write(tmp_path / "list.csv", *rows)).rows
    assert first.state is RowState.ALREADY_HERE
    assert second.state is not RowState.NEW


def test_a_number_of_another_piece_says_which(closet: Closet, tmp_path: Path) -> None:
    add(closet, "Wool coat", sku="JL-0001")
    found = look(closet, write(tmp_path / "list.csv", ["SKU", "Title"], ["JL-0001", "Scarf"]))
    assert "Wool coat" in found.rows[0].why


def test_a_piece_in_trash_counts_as_here(closet: Closet, tmp_path: Path) -> None:
    stock.trash(closet, [add(closet, "Wool coat", sku="JL-0001")])
    found = look(closet, write(tmp_path / "list.csv", ["SKU", "Title"], ["JL-0001", "Wool coat"]))
    assert found.rows[0].state is RowState.ALREADY_HERE
    assert "Trash" in found.rows[0].why


def test_two_pieces_alike_need_two_rows_alike(closet: Closet, tmp_path: Path) -> None:
    headings = ["Title", "Brand", "Size", "Paid", "Notes"]
    pair = [["Jeans", "Levi's", "28", "5", "left"], ["Jeans", "Levi's", "28", "5", "right"]]
    take(closet, write(tmp_path / "one.csv", headings, pair[0]))
    found = look(closet, write(tmp_path / "two.csv", headings, *pair))
    assert [row.state for row in found.rows] == [RowState.ALREADY_HERE, RowState.NEW]


def test_an_import_is_one_step_back_and_forth(closet: Closet, tmp_path: Path) -> None:
    rows = [["Title", "Listed on"], *([f"Piece {at}", "eBay"] for at in range(40))]
    take(closet, write(tmp_path / "list.csv", *rows))
    assert history.undo_words(closet) == "Imported 40 items"
    history.undo(closet)
    assert gallery.counts(closet).items == 0
    history.redo(closet)
    assert {len(piece.listings) for piece in stocked(closet)} == {1}


def test_a_stopped_import_leaves_nothing(closet: Closet, tmp_path: Path) -> None:
    rows = [["Title"], *([f"Piece {at}"] for at in range(600))]
    found = look(closet, write(tmp_path / "list.csv", *rows))
    with pytest.raises(CancelledError):
        imports.apply(closet, found, StopsAfter(500))
    assert gallery.counts(closet).items == 0
    assert history.undo_words(closet) == ""


def test_a_file_with_nothing_new_changes_nothing(closet: Closet, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ["SKU", "Title"], ["A-1", "Tee"])
    take(closet, file)
    with pytest.raises(UserError, match="nothing new"):
        imports.apply(closet, look(closet, file))


def test_a_number_given_away_since_the_preview_is_not_taken_twice(
    closet: Closet, tmp_path: Path
) -> None:
    found = look(closet, write(tmp_path / "l.csv", ["SKU", "Title"], ["A-1", "Tee"], ["A-2", "x"]))
    add(closet, "Came first", sku="a-1")
    imports.apply(closet, found)
    assert [piece.facts.title for piece in stocked(closet)] == ["Came first", "x"]


def test_days_that_could_be_two_are_asked_once_and_read_as_answered(
    closet: Closet, tmp_path: Path
) -> None:
    file = write(
        tmp_path / "l.csv", ["Title", "Acquired on"], ["Tee", "01/02/2026"], ["x", "03/04/2026"]
    )
    usual = look(closet, file)
    answered = look(closet, file, Answers(date_order=DateOrder.DAY_FIRST))
    assert not usual.questions.date_order_certain
    assert answered.questions.date_order_certain
    days = [[row.facts.acquired_on for row in each.rows if row.facts] for each in (usual, answered)]
    assert days == [[date(2026, 1, 2), date(2026, 3, 4)], [date(2026, 2, 1), date(2026, 4, 3)]]


def test_a_shop_abroad_reads_days_and_commas_as_usual_there(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "de", country="DE", locale="de_DE", currency="EUR")
    rows = [["Title", "Acquired on", "Paid"], ["Tee", "01/02/2026", "1.234"]]
    facts = look(closet, write(tmp_path / "l.csv", *rows)).rows[0].facts
    closet.close()
    assert facts is not None
    assert facts.acquired_on == date(2026, 2, 1)
    assert facts.cost_price is not None
    assert facts.cost_price.minor == 123_400


def test_columns_can_be_named(closet: Closet, tmp_path: Path) -> None:
    sheet = imports.read_sheet(write(tmp_path / "l.csv", ["Title", "Hmm"], ["Tee", "B-04"]))
    guessed = imports.guess(closet, sheet)
    found = imports.preview(closet, sheet, guessed.with_named({"bin": "Hmm"}))
    assert [row.facts.bin for row in found.rows if row.facts] == ["B-04"]
    with pytest.raises(NotFoundError):
        guessed.with_named({"nonsense": "Hmm"})


def test_a_sold_row_comes_in_as_archived_and_says_so(closet: Closet, tmp_path: Path) -> None:
    file = write(
        tmp_path / "l.csv", ["Title", "Status", "Date sold"], ["Tee", "Sold", "2026-03-04"]
    )
    warned = look(closet, file).rows[0].warnings
    sold = take(closet, file)[0]
    assert any("archived" in each for each in warned)
    assert (sold.status, sold.facts.quantity) == (ItemStatus.ARCHIVED, 0)
    assert "Sold on 2026-03-04" in sold.facts.notes


def test_a_marketplace_nobody_knows_is_left_out_and_named(closet: Closet, tmp_path: Path) -> None:
    file = write(tmp_path / "l.csv", ["Title", "Listed on"], ["Tee", "eBay, Attic Bazaar"])
    assert any("Attic Bazaar" in each for each in look(closet, file).rows[0].warnings)
    made = take(closet, file)[0]
    assert [each.marketplace for each in made.listings] == ["ebay"]
    assert made.status is ItemStatus.LISTED


def test_text_is_kept_as_it_was_typed(closet: Closet, tmp_path: Path) -> None:
    hostile = ["=1+1", "@SUM(A1)", "<b>bold</b>", "%s {} {{}}", "김서연 \u202e gpj", "'quoted"]
    file = write(tmp_path / "l.csv", ["Title", "Brand"], *([text, "x"] for text in hostile))
    titles = [piece.facts.title for piece in take(closet, file)]
    assert titles == [*hostile[:4], "김서연  gpj", "'quoted"]


def test_our_own_list_brings_back_where_each_piece_stood(closet: Closet, tmp_path: Path) -> None:
    held, given, listed, _draft = (
        add(closet, name) for name in ("Held", "Given", "Listed", "Draft")
    )
    stock.mark_listed(closet, [held, listed], ["poshmark"], date(2026, 9, 1))
    url = "https://www.ebay.com/itm/1"
    listings.set_listing(closet, listed, "ebay", url=url, price=usd(40), since=date(2026, 9, 8))
    listings.end_listing(closet, listed, "poshmark")
    items.edit(closet, [listed], {"asking": usd(50)})
    stock.hold(closet, [held])
    stock.archive(closet, [given], ArchiveReason.DONATED)
    twin = copy_through(closet, tmp_path / "items.csv")
    for before, after in zip(stocked(closet), stocked(twin), strict=True):
        assert after.facts == before.facts
        assert (after.status, after.archive_reason) == (before.status, before.archive_reason)
        assert (after.listed_since, after.lowest_asking) == (
            before.listed_since,
            before.lowest_asking,
        )
        assert after.listings == before.listings
    twin.close()


def test_a_sold_piece_of_our_own_list_keeps_its_facts(closet: Closet, tmp_path: Path) -> None:
    sold = add(closet, "Sold", flaws="none")
    sell(closet, [sold], ["30"])
    twin = copy_through(closet, tmp_path / "items.csv")
    assert [piece.facts for piece in stocked(twin)] == [pieces.piece(closet, sold).facts]
    assert stocked(twin)[0].status is ItemStatus.ARCHIVED
    twin.close()


def test_thousands_of_rows_are_one_step(closet: Closet, tmp_path: Path) -> None:
    rows = [["Title", "Paid"], *([f"Piece {at}", str(at % 90)] for at in range(1_200))]
    take(closet, write(tmp_path / "list.csv", *rows))
    assert gallery.counts(closet).items == 1_200
    assert items.by_sku(closet, "JL-1200")
    assert len(history.recent(closet, 5)) == 2


def copy_through(closet: Closet, file: Path) -> Closet:
    """A second closet with what the first one's list says."""
    export_items(closet, file)
    twin = new_closet(file.parent / "twin")
    imports.apply(twin, look(twin, file))
    return twin


def test_a_row_that_the_closet_cannot_hold_is_broken(closet: Closet, tmp_path: Path) -> None:
    file = write(tmp_path / "l.csv", ["SKU", "Title"], ["N" * 60, "Tee"], ["A-1", "Coat"])
    found = look(closet, file)
    assert [row.state for row in found.rows] == [RowState.BROKEN, RowState.NEW]
    assert found.words == "1 new, 0 already here, 1 broken"
    assert found.rows[1].facts == ItemFacts(sku="A-1", title="Coat")
