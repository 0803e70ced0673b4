"""What a run says before it is printed, and what comes out of it."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pytest
from pypdf import PdfReader

from closet_app.domain.addresses import Address
from closet_app.services import (
    items,
    order_files,
    order_steps,
    orders,
    print_runs,
    run_saving,
    shop,
    stocks,
)
from closet_app.services.closet import Closet
from closet_app.services.print_runs import Backs, PiecePlan, RunFile, RunRow
from closet_app.services.prints import NothingToPrintError, PieceKind
from closet_app.services.stocks import StockDraft
from tests.closets import add, sell
from tests.printing.label_drawings import LAYOUTS

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")
EVERYTHING = (
    PiecePlan(kind=PieceKind.SLIP),
    PiecePlan(kind=PieceKind.CARD),
    PiecePlan(kind=PieceKind.ADDRESS),
    PiecePlan(kind=PieceKind.LABEL, stock="avery-5160"),
)


@pytest.fixture
def two_orders(closet: Closet) -> tuple[int, int]:
    """One order of two pieces with an address, and one of one piece without."""
    shop.edit_shop(closet, owner="Maya", card_note="thank you for giving {pieces} a second life!")
    pair = [add(closet, "Satin shirt"), add(closet, "Bootcut jeans")]
    return (
        sell(closet, pair, ["26", "38"], buyer_name="Renata Okafor", address=HOME),
        sell(closet, [add(closet, "Baker cap")], ["24"], buyer_name="Carmen Ruiz"),
    )


def test_a_run_says_what_comes_out_before_it_is_made(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    plan = print_runs.plan_run(closet, two_orders, EVERYTHING)
    rows = [(row.kind.value, row.stock.id, row.pieces, row.pages, row.role) for row in plan.rows]
    assert rows == [
        ("slip", "letter", 2, 2, "paper"),
        ("card", "card-iso-a6", 2, 2, "paper"),
        ("address", "address-4x6", 1, 1, "labels"),
        ("label", "avery-5160", 3, 1, "paper"),
    ]
    assert [problem.why for problem in plan.problems] == [
        "Carmen Ruiz has no address, so that label is left out."
    ]
    assert plan.left_out == {PieceKind.ADDRESS: frozenset(two_orders[1:])}
    assert plan.cost is not None
    assert plan.cost.minor > 0
    assert not plan.is_empty


def test_a_note_that_is_too_long_leaves_out_one_card(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    orders.edit_order(closet, two_orders[1], note="and thank you again and again " * 40)
    plan = print_runs.plan_run(closet, two_orders, [PiecePlan(kind=PieceKind.CARD)])
    assert plan.rows[0].pieces == 1
    assert "The note of order 1002 is about" in plan.problems[0].why


def test_what_is_off_neither_counts_nor_costs(closet: Closet, two_orders: tuple[int, int]) -> None:
    off = PiecePlan(kind=PieceKind.SLIP, on=False)
    plan = print_runs.plan_run(closet, two_orders, [off])
    assert plan.is_empty
    assert plan.pages == 0
    assert plan.cost is not None
    assert not plan.cost


def test_used_cells_and_copies_take_further_sheets(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    label = PiecePlan(kind=PieceKind.LABEL, stock="avery-5160", copies=2, skip=frozenset(range(25)))
    plan = print_runs.plan_run(closet, two_orders, [label])
    assert (plan.rows[0].pieces, plan.rows[0].pages) == (6, 2)


def pages_of(file: RunFile) -> list[str]:
    """What can be read on each page."""
    reader = PdfReader(io.BytesIO(file.pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_each_stock_gets_one_file_in_the_order_of_the_parcels(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    made = print_runs.make_run(closet, two_orders, EVERYTHING)
    files = {file.stock.id: file for file in made.files}
    assert list(files) == ["letter", "card-iso-a6", "address-4x6", "avery-5160"]
    assert [len(pages_of(file)) for file in made.files] == [file.pages for file in made.files]
    assert "Renata Okafor" in pages_of(files["letter"])[0]
    assert "Carmen Ruiz" in pages_of(files["letter"])[1]
    assert files["address-4x6"].order_ids == two_orders[:1]
    assert files["avery-5160"].count(PieceKind.LABEL) == 3
    assert [part.page for part in files["avery-5160"].parts] == [0, 0, 0]
    assert made.problems[0].why == "Carmen Ruiz has no address, so that label is left out."


def test_kinds_that_share_a_stock_come_out_parcel_by_parcel(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    shared = [
        PiecePlan(kind=PieceKind.ADDRESS, stock="address-4x6"),
        PiecePlan(kind=PieceKind.LABEL, stock="address-4x6"),
    ]
    (file,) = print_runs.make_run(closet, two_orders, shared).files
    kinds = [(part.order_id, part.kind.value, part.page) for part in file.parts]
    first, second = two_orders
    assert kinds == [
        (first, "address", 0), (first, "label", 1), (first, "label", 2), (second, "label", 3),
    ]  # fmt: skip
    assert "Satin shirt" in pages_of(file)[1]
    assert "Baker cap" in pages_of(file)[3]


def test_cards_for_printers_of_one_side_have_their_backs_in_a_file_of_their_own(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    card = PiecePlan(kind=PieceKind.CARD, design="photo", stock="card-us-a2-4up")
    (whole,) = print_runs.make_run(closet, two_orders, [card]).files
    assert (whole.pages, whole.sides, whole.is_backs) == (2, 2, False)
    fronts, backs = print_runs.make_run(closet, two_orders, [card], backs=Backs.APART).files
    assert (fronts.pages, fronts.sides, fronts.is_backs) == (1, 1, False)
    assert (backs.pages, backs.is_backs) == (1, True)
    assert "Dear Renata" in pages_of(backs)[0]
    assert pages_of(whole) == [*pages_of(fronts), *pages_of(backs)]


def test_a_run_of_which_nothing_is_left_says_why(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    address = PiecePlan(kind=PieceKind.ADDRESS)
    with pytest.raises(NothingToPrintError, match="Carmen Ruiz has no address"):
        print_runs.make_run(closet, two_orders[1:], [address])


def test_a_design_that_does_not_suit_its_paper_leaves_out_the_cards(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    postcard = PiecePlan(kind=PieceKind.CARD, design="postcard", stock="card-us-a2-folded")
    made = print_runs.make_run(closet, two_orders, [PiecePlan(kind=PieceKind.SLIP), postcard])
    assert [file.kinds for file in made.files] == [(PieceKind.SLIP,)]
    assert "cannot be printed on US A2 cards" in made.problems[0].why


def test_an_own_stock_is_printed_on_like_any_other(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    draft = StockDraft(
        name="Kitchen table labels", unit="mm", page_width=210, page_height=297, columns=2,
        rows=4, left=5, top=10, cell_width=99, cell_height=68, pitch_x=100, pitch_y=69,
    )  # fmt: skip
    own, _ = stocks.save_own_stock(closet, draft)
    label = PiecePlan(kind=PieceKind.LABEL, stock=own, skip=frozenset({0, 2}))
    plan = print_runs.plan_run(closet, two_orders, [label])
    assert (plan.rows[0].stock.name, plan.rows[0].pages) == ("Kitchen table labels", 1)
    (file,) = print_runs.make_run(closet, two_orders, [label]).files
    assert PdfReader(io.BytesIO(file.pdf)).pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def card_row(closet: Closet, order_ids: tuple[int, ...], **card: object) -> RunRow:
    plan = PiecePlan(kind=PieceKind.CARD, **card)  # type: ignore[arg-type]  # its fields
    return print_runs.plan_run(closet, order_ids, [plan]).rows[0]


def test_cards_are_two_sided_only_where_something_is_on_a_back(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    row = card_row(closet, two_orders)
    assert (row.sides, row.pages, row.sheets) == (1, 2, 2)
    add(closet, "Leather belt", category="Accessories", subcategory="Belts", colors=("Brown",))
    row = card_row(closet, two_orders)
    assert (row.sides, row.pages, row.sheets) == (2, 4, 2)
    assert card_row(closet, two_orders, back=False).sides == 1
    made = print_runs.make_run(closet, two_orders, [PiecePlan(kind=PieceKind.CARD)])
    assert (made.files[0].sides, made.files[0].pages) == (2, 4)


def test_a_note_behind_the_picture_makes_two_sides(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    assert card_row(closet, two_orders, design="photo", back=False).sides == 2


def test_the_plan_counts_what_then_comes_out(closet: Closet, two_orders: tuple[int, int]) -> None:
    plan = print_runs.plan_run(closet, two_orders, EVERYTHING)
    made = print_runs.make_run(closet, two_orders, EVERYTHING)
    assert sum(file.pages for file in made.files) == made.plan.pages == plan.pages
    assert [row.pieces for row in plan.rows] == [row.pieces for row in made.plan.rows]


MOST_BYTES_EACH = 60_000
"""So that a thousand orders take at most 60 MB."""


def test_a_shop_without_name_and_address_has_no_return_label(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    shop.edit_shop(closet, name="")
    with pytest.raises(NothingToPrintError, match="no name or address"):
        print_runs.make_run(closet, two_orders, [PiecePlan(kind=PieceKind.RETURN)])


EVERY_KIND = tuple(
    PiecePlan(kind=kind, stock="avery-5160" if kind is PieceKind.LABEL else "")
    for kind in PieceKind
)


def test_every_kind_of_piece_comes_out_of_one_run(
    closet: Closet, two_orders: tuple[int, int], tmp_path: Path
) -> None:
    for sku_id, place in ((1, "A-02"), (2, "A-10"), (3, "A-02")):
        items.edit(closet, [sku_id], {"bin": place, "material": "100% cotton"})
    add(closet, "Leather belt", category="Accessories", subcategory="Belts", colors=("Brown",))
    label = tmp_path / "label.pdf"
    label.write_bytes(LAYOUTS["half a sheet"])
    order_files.attach_label(closet, two_orders[0], label)
    made = print_runs.make_run(closet, two_orders, EVERY_KIND)
    counts = {kind: sum(file.count(kind) for file in made.files) for kind in PieceKind}
    assert counts == {
        PieceKind.SLIP: 2, PieceKind.CARD: 2, PieceKind.ADDRESS: 1, PieceKind.LABEL: 3,
        PieceKind.POSTAGE: 1, PieceKind.RETURN: 2, PieceKind.CARE: 2, PieceKind.STYLE: 2,
        PieceKind.STICKER: 2, PieceKind.BIN: 2, PieceKind.PULL: 1,
    }  # fmt: skip
    assert [problem.why for problem in made.problems] == [
        "Carmen Ruiz has no address, so that label is left out.",
        "Order 1002 has no label of its marketplace yet.",
    ]
    assert [len(pages_of(file)) for file in made.files] == [file.pages for file in made.files]
    assert made.plan.rows[-1].pages == 1


def test_the_pull_list_lies_before_the_slips_and_names_every_bin(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    for sku_id, place in ((1, "A-10"), (2, "A-02"), (3, "A-10")):
        items.edit(closet, [sku_id], {"bin": place})
    pieces = [PiecePlan(kind=PieceKind.SLIP), PiecePlan(kind=PieceKind.PULL)]
    made = print_runs.make_run(closet, two_orders, pieces)
    (file,) = made.files
    assert [part.kind for part in file.parts] == [
        PieceKind.PULL,
        PieceKind.SLIP,
        PieceKind.SLIP,
    ]
    assert file.order_ids == two_orders
    first = pages_of(file)[0]
    assert first.index("A-02") < first.index("A-10")
    assert "Baker cap" in first


def test_a_run_without_anything_to_pull_says_so(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    pull = PiecePlan(kind=PieceKind.PULL)
    order_steps.mark_all_shipped(closet, two_orders)
    with pytest.raises(NothingToPrintError, match="nothing to pull for these orders"):
        print_runs.make_run(closet, two_orders, [pull])


def test_the_same_run_is_the_same_bytes(
    closet: Closet, two_orders: tuple[int, int], tmp_path: Path
) -> None:
    files = []
    for number in range(2):
        made = print_runs.make_run(closet, two_orders, EVERYTHING)
        saved = run_saving.save_pdf(made, tmp_path / f"{number}.pdf")
        files.append([*(file.pdf for file in made.files), saved.path.read_bytes()])
    assert files[0] == files[1]
    reader = PdfReader(tmp_path / "0.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Packing run"
    facts = " ".join(str(each) for each in reader.metadata.values())
    assert not any(name in facts for name in ("Renata", "Juniper", "Maya"))


def test_many_orders_take_little_more_memory_than_few(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    pieces = [PiecePlan(kind=PieceKind.SLIP), PiecePlan(kind=PieceKind.ADDRESS)]
    many = list(two_orders)
    while len(many) < 40:
        item = add(closet, f"Tee {len(many)}")
        many.append(sell(closet, [item], ["20"], buyer_name=f"Ana {len(many)}", address=HOME))
    print_runs.make_run(closet, many[:10], pieces)
    peaks = []
    for ids in (many[:10], many):
        tracemalloc.start()
        made = print_runs.make_run(closet, ids, pieces)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert made.files[0].pages == len(ids)
    assert (peaks[1] - peaks[0]) / (len(many) - 10) < MOST_BYTES_EACH
