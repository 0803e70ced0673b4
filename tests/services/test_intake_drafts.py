"""The blanks of an intake, what is the same for all, and the drafts that come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError, UserError
from closet_app.services import gallery, history, intake, pieces, stock
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.intake.receipt import As
from closet_app.services.records import Piece
from closet_app.services.records.intake import IntakeView
from tests.closets import TODAY, add, new_closet, usd
from tests.services.intakes import now, photo_id, rows
from tests.services.test_intake_commands import lay


@pytest.fixture
def view(closet: Closet) -> IntakeView:
    """Three groups: a1 a2, b1 b2, c1."""
    return intake.view(closet, lay(closet, (2, 2, 1)))


def made(closet: Closet) -> list[Piece]:
    """All pieces, the first made first."""
    return [pieces.piece(closet, each) for each in sorted(gallery.find(closet, ""))]


def fill(closet: Closet, view: IntakeView, row: int, **texts: str) -> None:
    intake.set_facts(closet, view.groups[row].id, texts)


def test_what_is_typed_is_shown_as_the_shop_writes_it(closet: Closet, view: IntakeView) -> None:
    fill(closet, view, 0, title="  Cropped chinos ", cost_price="5", acquired_on="11/20")
    shown = now(closet).groups[0].facts
    assert shown["title"] == "Cropped chinos"
    assert shown["cost_price"] == "$5.00"
    assert shown["acquired_on"] == "Fri, Nov 20"
    fill(closet, view, 0, title=" ", cost_price="")
    assert set(now(closet).groups[0].facts) == {"acquired_on"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("cost_price", "five"),
        ("acquired_on", "2026-02-30"),
        ("condition", "meh"),
        ("quantity", "x"),
    ],
)
def test_a_wrong_text_is_refused_beside_its_field(
    closet: Closet, view: IntakeView, field: str, text: str
) -> None:
    before = rows(closet)
    with pytest.raises(InvalidValueError) as refused:
        fill(closet, view, 0, title="Tee", **{field: text})
    assert refused.value.field == field
    assert rows(closet) == before
    with pytest.raises(InvalidValueError, match="no field"):
        fill(closet, view, 0, colour="red")


def test_same_as_above_copies_what_is_filled_in(closet: Closet, view: IntakeView) -> None:
    fill(closet, view, 0, brand="Vans", bin="B-05")
    fill(closet, view, 1, brand="Esprit", size="M")
    changed = intake.same_as_above(closet, view.groups[1].id, ["brand", "size", "bin"])
    assert changed.label == "Filled in brand, size, bin as above"
    assert now(closet).groups[1].facts == {"brand": "Vans", "size": "M", "bin": "B-05"}
    with pytest.raises(UserError, match="Nothing is filled in above"):
        intake.same_as_above(closet, view.groups[0].id, ["brand"])


def test_what_is_the_same_for_all_stands_in_the_blanks(closet: Closet, view: IntakeView) -> None:
    intake.share(
        closet,
        view.id,
        source=" Goodwill, Alder St ",
        acquired_on=date(2026, 11, 21),
        receipt=usd("10.00"),
        bin="B-05",
        shared={"department": "Women"},
    )
    fill(closet, view, 1, bin="B-06", cost_price="4")
    shown = now(closet)
    assert shown.shared.source == "Goodwill, Alder St"
    assert shown.shared.each == usd("3.00")
    assert shown.shared.blanks == 2
    assert shown.groups[0].given == {
        "department": "Women",
        "source": "Goodwill, Alder St",
        "acquired_on": "Sat, Nov 21",
        "bin": "B-05",
        "cost_price": "$3.00",
    }
    assert "bin" not in shown.groups[1].given
    assert "cost_price" not in shown.groups[1].given
    intake.share(closet, view.id, receipt=None, bin="")
    assert set(now(closet).groups[0].given) == {"department", "source", "acquired_on"}
    assert now(closet).shared.source == "Goodwill, Alder St"


def test_a_receipt_that_cannot_be_is_refused(closet: Closet, view: IntakeView) -> None:
    for wrong in (Money(500, "EUR"), usd(-1)):
        with pytest.raises(InvalidValueError) as refused:
            intake.share(closet, view.id, receipt=wrong)
        assert refused.value.field == "receipt"
    assert As.IT_IS.value == "it_is"
    assert now(closet).shared.receipt is None


def test_typed_costs_above_the_receipt_leave_the_blanks_blank(
    closet: Closet, view: IntakeView
) -> None:
    intake.share(closet, view.id, receipt=usd(3))
    fill(closet, view, 0, cost_price="4")
    assert now(closet).shared.each is None
    assert "cost_price" not in now(closet).groups[1].given


@pytest.fixture(scope="module")
def roomy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closet]:
    """One closet for many intakes, one after the other."""
    closet = new_closet(tmp_path_factory.mktemp("receipt"))
    yield closet
    closet.close()


@settings(max_examples=25)
@given(
    receipt=st.integers(0, 100_000),
    typed=st.lists(st.none() | st.integers(0, 2_000), min_size=1, max_size=9),
)
def test_the_costs_come_to_the_receipt_to_the_cent(
    roomy: Closet, receipt: int, typed: list[int | None]
) -> None:
    view = intake.view(roomy, lay(roomy, [1] * len(typed)))
    for row, minor in enumerate(typed):
        if minor is not None:
            fill(roomy, view, row, cost_price=f"{minor / 100:.2f}")
    intake.share(roomy, view.id, receipt=Money(receipt, "USD"))
    drafts = sorted(intake.create_drafts(roomy, view.id).items)
    costs = [pieces.piece(roomy, each).facts.cost_price for each in drafts]
    assert len(costs) == len(typed)
    already = sum(minor for minor in typed if minor is not None)
    if None in typed and already <= receipt:
        assert sum(cost.minor for cost in costs if cost is not None) == receipt
        shared = [
            cost.minor
            for cost, was in zip(costs, typed, strict=True)
            if was is None and cost is not None
        ]
        assert max(shared) - min(shared) <= 1
    for cost, minor in zip(costs, typed, strict=True):
        if minor is not None:
            assert cost == Money(minor, "USD")


def test_all_drafts_are_one_step(closet: Closet, view: IntakeView) -> None:
    add(closet, "Older tee")
    fill(closet, view, 0, title="Chinos", brand="Esprit", colors="Yellow")
    fill(closet, view, 1, sku="OWN-7")
    intake.leave_out(closet, [photo_id(view, "a2")])
    intake.dismiss(closet, view.groups[0].id, "brand=Vans")
    before = rows(closet)
    changed = intake.create_drafts(closet, view.id)
    assert changed.label == "Created 3 drafts"
    assert len(changed.items) == 3
    _, first, second, third = made(closet)
    assert [each.facts.sku for each in (first, second, third)] == ["JL-0002", "OWN-7", "JL-0003"]
    assert (first.facts.title, first.facts.brand, first.facts.colors) == (
        "Chinos",
        "Esprit",
        ("Yellow",),
    )
    assert [(photo.original_name, photo.left_out) for photo in first.photos] == [
        ("a1", False),
        ("a2", True),
    ]
    assert intake.unfinished(closet) is None
    assert intake.waiting_count(closet) == 0
    after = rows(closet)
    history.undo(closet)
    assert rows(closet) == before
    assert intake.unfinished(closet) == view.id
    history.redo(closet)
    assert rows(closet) == after


def test_a_draft_remembers_what_was_waved_away(closet: Closet, view: IntakeView) -> None:
    intake.dismiss(closet, view.groups[0].id, "brand=Vans")
    intake.create_drafts(closet, view.id)
    stored: Mapping[str, list[tuple[object, ...]]] = rows(closet)
    assert [row[-1] for row in stored["item"]] == [("brand=Vans",), (), ()]


def test_a_group_that_is_left_out_as_a_whole_becomes_no_draft(
    closet: Closet, view: IntakeView
) -> None:
    intake.share(closet, view.id, receipt=usd(9))
    intake.leave_out(closet, [photo_id(view, "b1"), photo_id(view, "b2")])
    assert intake.create_drafts(closet, view.id).label == "Created 2 drafts"
    assert [piece.facts.cost_price for piece in made(closet)] == [usd("4.50"), usd("4.50")]
    with closet.database.read() as connection:
        waiting = connection.exec_driver_sql("SELECT count(*) FROM photo WHERE item_id IS NULL")
        assert waiting.scalar() == 2
    assert check(closet).problems  # these photos were never really stored
    assert not [each for each in check(closet).problems if each.kind == "photo"]


def test_nothing_to_make_is_said(closet: Closet) -> None:
    view = intake.view(closet, lay(closet, (1,)))
    intake.leave_out(closet, [photo_id(view, "a1")])
    with pytest.raises(UserError, match="no piece to make a draft of"):
        intake.create_drafts(closet, view.id)
    assert intake.unfinished(closet) == view.id


def test_a_taken_number_stops_all_drafts(closet: Closet, view: IntakeView) -> None:
    add(closet, "Older tee", sku="OWN-7")
    fill(closet, view, 1, sku="own-7")
    before = rows(closet)
    with pytest.raises(InvalidValueError, match="taken already"):
        intake.create_drafts(closet, view.id)
    assert rows(closet) == before


def test_emptying_trash_takes_a_draft_of_an_intake_too(closet: Closet, view: IntakeView) -> None:
    ids = sorted(intake.create_drafts(closet, view.id).items)
    stock.trash(closet, ids[:1])
    stock.empty_trash(closet, ids[:1])
    assert sorted(gallery.find(closet, "")) == ids[1:]


def test_costs_are_typed_in_the_shops_own_way(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("de") / "closet"
    closet = new_closet(folder, country="DE", currency="EUR", locale="de_DE")
    view = intake.view(closet, lay(closet, (1,)))
    fill(closet, view, 0, cost_price="4,50", acquired_on="20.11.2026")
    assert now(closet).groups[0].facts["cost_price"].replace("\xa0", " ") == "4,50 €"
    intake.create_drafts(closet, view.id)
    (piece,) = made(closet)
    assert piece.facts.cost_price == Money(450, "EUR")
    assert piece.facts.acquired_on == date(2026, 11, 20)
    assert date(2026, 11, 20) < TODAY
    closet.close()
