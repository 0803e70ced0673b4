"""The evening of a seller: pull, scan, tick, label, photo, print, ship, and all of it undone."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from closet_app.domain.status import LineState
from closet_app.paths import resources
from closet_app.services import pack_station, print_log
from closet_app.services.prints import PieceKind
from closet_app.services.records.packing import PackOrder
from closet_app.services.supplies import supplies
from closet_app.ui.packing.page import PackingPage
from closet_app.ui.parcels.file_box import FilePicture
from closet_app.ui.parcels.label_dialog import LabelDialog, say_order
from closet_app.ui.print_room.page import PrintRoomPage
from closet_app.ui.printing.room_door import PLACE
from tests.printing.label_drawings import NAME as RECEIVER
from tests.scenarios.seller import CONTROL, KEY, SHIFT, Seller

LABEL = Path(__file__).parent.parent / "data" / "labels" / "letter-upper-half.pdf"
PHOTO = resources() / "sample" / "photos" / "img-2067.jpg"
TRACKING = "9400100000000000000013"
TOO_HEAVY, WEIGHT = "6 lb", "2 lb 3 oz"


def test_an_evening_at_the_kitchen_table(
    seller: Seller, tmp_path: Path, sample_folder: Path
) -> None:
    _go_to_pack(seller, sample_folder, tmp_path)
    before, stock = _waiting(seller), _left(seller)
    first = before[0].id
    steps_before = seller.next_undo()
    _pull(seller, first)
    _scan(seller, first)
    _tick(seller, first)
    used = {name: count - _left(seller)[name] for name, count in stock.items()}
    assert used == {"Tissue paper": 2, "Shop stickers": 1, "Mailers 10 × 13": 1}
    _weigh(seller, first)
    _keep_label_and_photo(seller, first)
    _print_all(seller, tmp_path, [order.id for order in before])
    _leave_while_typing(seller, first)
    _ship(seller, first)
    assert [order.id for order in _waiting(seller)] == [order.id for order in before[1:]]
    while seller.next_undo() != steps_before:
        seller.undo()
    assert _waiting(seller) == before
    assert _left(seller) == stock


def _page(seller: Seller) -> PackingPage:
    return seller.stage.page(PackingPage)


def _waiting(seller: Seller) -> tuple[PackOrder, ...]:
    return pack_station.to_pack(seller.closet).orders


def _order(seller: Seller, order_id: int) -> PackOrder:
    return pack_station.pack_order_of(seller.closet, order_id)


def _left(seller: Seller) -> dict[str, int]:
    """How many there are of each supply."""
    return {each.name: each.left for each in supplies(seller.closet)}


def _go_to_pack(seller: Seller, sample: Path, home: Path) -> None:
    """From Orders to Pack by keys; the order that is late stands first."""
    welcome = seller.begin()
    sample.rename(home / "Closet sample")
    seller.press("Open the sample closet", welcome)
    seller.stage.wait_for("closet")
    seller.front()
    seller.key(KEY.Key_3, CONTROL)
    seller.key(KEY.Key_P)
    assert seller.stage.place == "packing"
    rows = _page(seller).list.list.rows.rows
    due = [(order.ship_by, order.first_bin) for order in _waiting(seller)]
    assert due == sorted(due)
    assert [face.urgent for face in rows].count(True) == 1
    assert rows[0].urgent


def _pull(seller: Seller, first: int) -> None:
    """Along the shelves: the one bin with something left in it comes by itself."""
    page = _page(seller)
    seller.key(KEY.Key_B, CONTROL)
    assert not page.side.isVisible()
    page.bench.show_bin(_order(seller, first).first_bin)
    seller.settle()
    seller.key(KEY.Key_Space)
    assert _order(seller, first).all_checked
    assert page.order.stop.place.text() == _order(seller, first).first_bin
    seller.undo()
    assert not _order(seller, first).all_checked
    seller.key(KEY.Key_B, CONTROL)
    assert page.bench.order_id == first


def _scan(seller: Seller, first: int) -> None:
    """A piece nobody waits for is called wrong; the right one is in hand."""
    page, (piece,) = _page(seller), _order(seller, first).pieces
    _scanner(seller, "JL-0001")
    assert page.list.scan.notes["bad"].isVisible()
    assert not _order(seller, first).all_checked
    _scanner(seller, piece.sku)
    assert page.list.scan.notes["ok"].isVisible()
    assert not page.list.scan.notes["bad"].isVisible()
    assert _order(seller, first).all_checked


def _scanner(seller: Seller, code: str) -> None:
    """All letters at once and Enter, wherever the focus is."""
    for letter in code:
        QTest.keyClicks(QApplication.focusWidget() or _page(seller), letter)
    seller.key(KEY.Key_Return)


def _tick(seller: Seller, first: int) -> None:
    """Everything that is not printed, by Space; each supply is counted down."""
    while any(not step.done and not step.print_piece for step in _order(seller, first).steps):
        seller.key(KEY.Key_Space)
    said = _page(seller).side.steps
    assert said.count.text() == "5 of 5"
    costs = [step.cost for step in _order(seller, first).steps if step.cost is not None]
    assert said.total.text() == f"${sum(cost.major for cost in costs):.2f}"


def _weigh(seller: Seller, first: int) -> None:
    """A parcel that its label does not carry is warned of before it is posted."""
    page = _page(seller)
    parcel = page.order.parcel
    posh = next(order.id for order in _waiting(seller) if order.marketplace == "poshmark")
    page.bench.show_order(posh)
    for typed, is_over in ((TOO_HEAVY, True), (WEIGHT, False)):
        seller.type_in(parcel.weight.line, typed)
        assert _order(seller, posh).weight_words == typed
        assert parcel.limit.isVisible() == is_over
    page.bench.show_order(first)
    seller.type_in(parcel.weight.line, WEIGHT)
    seller.type_in(parcel.parcel.line, "14 × 10 × 4 in")
    assert (_order(seller, first).weight_words, _order(seller, first).parcel) == (
        WEIGHT,
        "14 × 10 × 4 in",
    )


def _keep_label_and_photo(seller: Seller, first: int) -> None:
    """The PDF from its dialog, kept though it names another buyer; a photo dropped on the page."""
    page = _page(seller)
    seller.stage.answers.files = [LABEL]
    seller.act("packing.label")
    dialog = seller.stage.dialog(LabelDialog)
    box = dialog.fields[0].box
    box.setCurrentIndex(box.findText(say_order(_order(seller, first))))
    box.activated.emit(box.currentIndex())
    seller.press("Attach 1 label", dialog)
    seller.front()
    seller.drop(page, [PHOTO])
    seller.settle()
    order = _order(seller, first)
    assert [file.name for file in order.labels] == [LABEL.name]
    assert [file.name for file in order.parcel_photos] == [PHOTO.name]
    shown = page.files.findChildren(FilePicture)
    assert {each.file for each in shown} == {*order.labels, *order.parcel_photos}


def _print_all(seller: Seller, folder: Path, ids: list[int]) -> None:
    """All slips, all address labels and the marketplace labels there are, as one file."""
    seller.press(f"Print all {len(ids)}")
    seller.qtbot.waitUntil(lambda: seller.stage.place == PLACE)
    page = seller.stage.page(PrintRoomPage)
    seller.settle()
    page.room.change(PieceKind.CARD, on=False)
    page.room.change(PieceKind.POSTAGE, on=True)
    seller.settle()
    seller.stage.answers.target = folder / "evening.pdf"
    with seller.qtbot.waitSignal(page.running.output.finished):
        seller.key(KEY.Key_S, CONTROL)
    seller.settle()
    pages = [each.extract_text() for each in PdfReader(folder / "evening.pdf").pages]
    labels = [order for order in _waiting(seller) if order.labels]
    assert len(pages) == 2 * len(ids) + len(labels)
    assert sum(RECEIVER in words for words in pages) == 1, "the label of the marketplace"
    assert print_log.history(seller.closet)[0].order_ids == tuple(ids)
    assert all(order.printed_at is not None for order in _waiting(seller))
    assert all(file.printed_at is not None for order in labels for file in order.labels)


def _leave_while_typing(seller: Seller, first: int) -> None:
    """Closed with half a number typed: that half, every tick and all files are there again."""
    seller.stage.desk.navigator.go("packing", first)
    seller.front()
    _press_hand(seller, KEY.Key_T)
    seller.type(TRACKING[:12])
    kept = _order(seller, first)
    seller.leave()
    seller.come_back()
    there = _order(seller, first)
    assert (there.steps, there.labels, there.parcel_photos) == (
        kept.steps,
        kept.labels,
        kept.parcel_photos,
    )
    assert there.tracking == TRACKING[:12]


def _ship(seller: Seller, first: int) -> None:
    """Tracking, packed and shipped by keys."""
    seller.key(KEY.Key_3, CONTROL)
    seller.key(KEY.Key_P)
    page = _page(seller)
    assert page.bench.order_id == first
    _press_hand(seller, KEY.Key_T)
    seller.type(TRACKING)
    seller.key(KEY.Key_Return)
    order = _order(seller, first)
    assert (order.tracking, order.carrier) == (TRACKING, "USPS")
    assert TRACKING in order.tracking_link
    assert page.order.parcel.follow.isVisible()
    while any(not step.done for step in _order(seller, first).steps):
        seller.key(KEY.Key_Space)
    seller.key(KEY.Key_Return, CONTROL)
    assert _order(seller, first).status is LineState.PACKED
    page.bench.show_order(first)
    seller.settle()
    seller.key(KEY.Key_Return, CONTROL | SHIFT)
    assert seller.order(first).status is LineState.SHIPPED
    assert seller.stage.toast() == "Marked the order shipped"


def _press_hand(seller: Seller, key: Qt.Key) -> None:
    """One key alone, which counts as a hand's after a moment."""
    seller.key(key)
    seller.qtbot.waitUntil(lambda: _page(seller).keys.is_quiet)
    seller.settle()
