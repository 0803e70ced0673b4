"""What was printed is remembered, printed again, and ticked on its orders."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from closet_app.domain.addresses import Address
from closet_app.errors import NotFoundError
from closet_app.services import history as steps
from closet_app.services import order_files, order_views, print_log, print_runs
from closet_app.services.closet import Closet
from closet_app.services.print_log import PRINTED, SAVED, STOPPED, Rest
from closet_app.services.print_runs import PiecePlan
from closet_app.services.prints import PieceKind
from tests.closets import add, sell

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")
SHEET = "avery-5160"
EVERYTHING = (
    PiecePlan(kind=PieceKind.SLIP),
    PiecePlan(kind=PieceKind.CARD),
    PiecePlan(kind=PieceKind.LABEL, stock=SHEET, copies=2, skip=frozenset({0, 4})),
)


@pytest.fixture
def three_orders(closet: Closet) -> tuple[int, ...]:
    """Three orders of one piece each."""
    titles = ("Satin shirt", "Bootcut jeans", "Baker cap")
    return tuple(
        sell(closet, [add(closet, title)], ["26"], buyer_name="Renata Okafor", address=HOME)
        for title in titles
    )


def words_on(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def label_file(path: Path) -> Path:
    """A marketplace's label of 4 × 6 inches with something to see on it."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(288, 432))
    canvas.rect(20, 20, 248, 392)
    canvas.drawString(60, 200, "USPS GROUND ADVANTAGE")
    canvas.save()
    return path


def test_the_latest_run_stands_first_in_the_history(
    closet: Closet, three_orders: tuple[int, ...]
) -> None:
    plan = print_runs.plan_run(closet, three_orders, EVERYTHING)
    first = print_log.log_run(closet, plan)
    second = print_log.log_run(closet, plan, printer="Office inkjet", outcome=STOPPED)
    latest, older = print_log.history(closet)
    assert (latest.id, older.id) == (second, first)
    assert (older.outcome, older.done_pages) == (SAVED, plan.pages)
    assert (latest.outcome, latest.done_pages, latest.printer) == (STOPPED, 0, "Office inkjet")
    assert latest.order_ids == three_orders
    assert latest.pieces == plan.pieces
    assert latest.label == f"3 orders, {plan.pages} pages"
    print_log.end_run(closet, second, plan.pages)
    assert print_log.history(closet, 1)[0].outcome == PRINTED


def test_a_run_is_printed_again_as_it_was(closet: Closet, three_orders: tuple[int, ...]) -> None:
    made = print_runs.make_run(closet, three_orders, EVERYTHING)
    again = print_log.reprint(closet, print_log.log_run(closet, made.plan))
    assert [file.pdf for file in again.files] == [file.pdf for file in made.files]


def test_after_a_jam_the_labels_go_on_from_the_fourth_on_what_is_left_of_the_sheet(
    closet: Closet, three_orders: tuple[int, ...]
) -> None:
    run_id = print_log.log_run(closet, print_runs.plan_run(closet, three_orders, EVERYTHING))
    rest = Rest(stock=SHEET, begin=4, skip=frozenset(range(29)))
    (file,) = print_log.reprint(closet, run_id, rest).files
    assert [part.order_id for part in file.parts] == [three_orders[1], *[three_orders[2]] * 2]
    assert [part.page for part in file.parts] == [0, 1, 1]
    assert "Satin shirt" not in words_on(file.pdf)
    assert words_on(file.pdf).count("Baker cap") == 2


def test_an_order_that_is_gone_is_left_out_of_a_reprint(
    closet: Closet, three_orders: tuple[int, ...]
) -> None:
    plan = print_runs.plan_run(closet, [*three_orders, *three_orders], EVERYTHING)
    run_id = print_log.log_run(closet, plan)
    made = print_log.reprint(closet, run_id, Rest(stock="letter"))
    assert [part.order_id for part in made.files[0].parts] == list(three_orders)
    with pytest.raises(NotFoundError, match="not in the history"):
        print_log.reprint(closet, run_id + 99)


def test_a_damaged_line_of_the_log_is_shown_and_prints_nothing(
    closet: Closet, three_orders: tuple[int, ...]
) -> None:
    from closet_app.db.print_log import PrintRunRow, add_run

    for text in ("", "[]", '{"orders": [1], "pieces": [{"kind": "hologram"}]}', '{"orders": 1}'):
        with closet.database.transaction() as connection:
            add_run(connection, PrintRunRow(at=closet.clock.now(), requests=text))
    assert [run.pieces for run in print_log.history(closet)] == [()] * 4


def test_printing_ticks_and_dates_every_order_as_one_step_to_undo(
    closet: Closet, three_orders: tuple[int, ...], tmp_path: Path
) -> None:
    order_files.attach_label(closet, three_orders[0], label_file(tmp_path / "label.pdf"))
    postage = PiecePlan(kind=PieceKind.POSTAGE)
    made = print_runs.make_run(closet, three_orders, [*EVERYTHING, postage])
    assert "has no label of its marketplace yet" in made.problems[0].why
    print_log.mark_printed(closet, print_log.printed_orders(made))

    def ticked(order_id: int) -> set[str]:
        return {step.key for step in order_views.order(closet, order_id).packing if step.done}

    def labels_printed() -> list[bool]:
        labels = order_files.labels_of(closet, three_orders[0])
        return [label.printed_at is not None for label in labels]

    assert [ticked(each) for each in three_orders] == [{"slip", "card"}] * 3
    assert labels_printed() == [True]
    steps.undo(closet)
    assert [ticked(each) for each in three_orders] == [set()] * 3
    assert labels_printed() == [False]


def test_a_marketplaces_label_comes_out_beside_ours_and_can_be_read(
    closet: Closet, three_orders: tuple[int, ...], tmp_path: Path
) -> None:
    order_files.attach_label(closet, three_orders[0], label_file(tmp_path / "label.pdf"))
    both = [
        PiecePlan(kind=PieceKind.ADDRESS, stock="half-sheet-5126"),
        PiecePlan(kind=PieceKind.POSTAGE, stock="half-sheet-5126"),
    ]
    (file,) = print_runs.make_run(closet, three_orders, both).files
    kinds = [(part.kind, part.page) for part in file.parts]
    assert kinds[:2] == [(PieceKind.ADDRESS, 0), (PieceKind.POSTAGE, 0)]
    first = PdfReader(io.BytesIO(file.pdf)).pages[0]
    assert [float(each) for each in first.mediabox[2:]] == [612, 792]
    assert "USPS GROUND ADVANTAGE" in first.extract_text()
    assert PdfWriter(clone_from=io.BytesIO(file.pdf)).pages
