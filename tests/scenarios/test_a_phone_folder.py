"""A phone's folder becomes drafts: dropped, checked, filled in, left, come back to, created."""

from __future__ import annotations

from pathlib import Path

from closet_app.domain.status import ItemStatus
from closet_app.services import gallery, intake
from closet_app.services.records.intake import IntakeView
from tests.closets import usd
from tests.scenarios.seller import CONTROL, KEY, Seller
from tests.sessions import PIECES, shoot

PHOTOS = sum(map(len, PIECES))


def test_a_phone_folder_becomes_drafts_and_undo_takes_them_back(
    seller: Seller, tmp_path: Path
) -> None:
    folder = tmp_path / "DCIM"
    shoot(folder)
    _drop_on_closet(seller, folder)
    assert seller.intake_page.work.view is not None
    _put_right(seller)
    before = [[photo.ref.sha256 for photo in group.photos] for group in _view(seller).groups]
    assert list(map(len, before)) == [len(piece) for piece in PIECES]

    _say_what_is_the_same(seller)
    _fill_in(seller, ("Plaid shirt", "Down vest", "Polka dot dress", "Skinny pants"))
    seller.leave()
    seller.come_back()
    seller.key(KEY.Key_2, CONTROL)
    assert seller.intake_page.rows.caret.row == len(PIECES) - 1
    assert _view(seller).ready_count == len(PIECES)

    seller.key(KEY.Key_Return, CONTROL)
    made = [seller.piece(each) for each in gallery.find(seller.closet, "status:draft")]
    assert {piece.facts.title for piece in made} == {
        "Plaid shirt", "Down vest", "Polka dot dress", "Skinny pants",
    }  # fmt: skip
    assert [piece.facts.cost for piece in made] == [usd(5)] * len(PIECES)
    assert {piece.facts.source for piece in made} == {"Goodwill"}
    assert sum(len(piece.photos) for piece in made) == PHOTOS
    assert {piece.status for piece in made} == {ItemStatus.DRAFT}
    assert len(list(folder.iterdir())) == PHOTOS

    seller.undo()
    assert gallery.find(seller.closet) == []
    assert before == [[photo.ref.sha256 for photo in each.photos] for each in _view(seller).groups]


def _view(seller: Seller) -> IntakeView:
    kept = intake.unfinished(seller.closet)
    assert kept is not None
    return intake.view(seller.closet, kept)


def _drop_on_closet(seller: Seller, folder: Path) -> None:
    """The folder is dropped on the first page of an empty closet."""
    welcome = seller.begin()
    seller.press("Or type in your first one", welcome)
    seller.stage.wait_for("editor")
    seller.front()
    seller.key(KEY.Key_1, CONTROL)
    seller.undo()
    seller.drop(seller.stage.program.window, [folder])
    seller.stage.wait_for("intake")
    seller.front()


def _put_right(seller: Seller) -> None:
    """Wherever a seam is wrong it is split or joined by its key."""
    begins = [sum(map(len, PIECES[:row])) for row in range(len(PIECES))]
    page = seller.intake_page
    page.rows.focus_photos()
    for row, begin in enumerate(begins[1:], start=1):
        while _begin_of(seller, row) < begin:
            page.rows.caret.go(row - 1)
            seller.key(KEY.Key_J)
        if _begin_of(seller, row) > begin:
            place = begin - _begin_of(seller, row - 1) - 1
            page.rows.caret.go(row - 1, place)
            seller.key(KEY.Key_S)
    while len(_view(seller).groups) > len(PIECES):
        page.rows.caret.go(len(PIECES) - 1)
        seller.key(KEY.Key_J)
    while _has_doubts(seller):
        seller.key(KEY.Key_F3)
        seller.key(KEY.Key_Return)


def _begin_of(seller: Seller, row: int) -> int:
    """How many photos lie in the rows above."""
    return sum(len(group.photos) for group in _view(seller).groups[:row])


def _has_doubts(seller: Seller) -> bool:
    seller.key(KEY.Key_F3)
    return seller.intake_page.rows.caret.doubt is not None


def _say_what_is_the_same(seller: Seller) -> None:
    same = seller.intake_page.side.same
    seller.press("Change", same)
    seller.type_in(same.form.source.line, "Goodwill")
    seller.type_in(same.form.receipt.line, "20")
    seller.press("Keep", same)
    assert _view(seller).shared.each == usd(5)


def _fill_in(seller: Seller, titles: tuple[str, ...]) -> None:
    """From title to title with Enter."""
    page = seller.intake_page
    page.rows.focus_photos()
    page.rows.caret.go(0)
    seller.key(KEY.Key_Tab)
    for row, title in enumerate(titles):
        seller.type(title)
        if row + 1 < len(titles):
            seller.key(KEY.Key_Return)
    seller.key(KEY.Key_Backtab)
