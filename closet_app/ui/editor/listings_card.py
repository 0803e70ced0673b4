"""Where a piece is listed: one row for each marketplace, each with its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from closet_app.services import listings
from closet_app.ui.desk import Desk
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.listing_dialog import ListingDialog
from closet_app.ui.editor.listing_row import ListingFace, ListingHeads, ListingRow
from closet_app.ui.editor.offer_card import assumed
from closet_app.ui.editor.sheet import Place, Sheet, asked
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.words import say
from closet_app.wording import say_age, say_keep, say_money


class ListingsCard(QWidget):
    """Edits, opens and ends listings."""

    def __init__(self, desk: Desk, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._talk = desk, talk
        self._sheet: Sheet | None = None
        self.rows: dict[str, ListingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(ListingHeads(say("Where it is listed")))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show every marketplace of a piece."""
        self._sheet = sheet
        if list(self.rows) != [place.id for place in sheet.places]:
            self._make_rows(sheet)
        for place in sheet.places:
            self.rows[place.id].show_face(face_of(place, self._talk))

    def _make_rows(self, sheet: Sheet) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {place.id: self._make_row(place) for place in sheet.places}

    def _make_row(self, place: Place) -> ListingRow:
        row = ListingRow(face_of(place, self._talk))
        row.clicked.connect(lambda _checked=False: self._open_menu(place.id))
        self._column.addWidget(row)
        return row

    def menu_for(self, marketplace: str) -> QMenu:
        """What can be done with a listing."""
        menu = rounded_menu(QMenu(self))
        place = self._place(marketplace)
        if place is None:
            return menu
        if not place.is_live:
            menu.addAction(say("Mark listed…"), lambda: self.edit(marketplace))
            return menu
        url = place.listing.url if place.listing else ""
        visit = menu.addAction(say("Open the listing"), lambda: self._visit(url))
        visit.setEnabled(bool(url))
        menu.addAction(say("Edit link, price and day…"), lambda: self.edit(marketplace))
        menu.addSeparator()
        menu.addAction(say("Taken down there"), lambda: self._end(marketplace))
        return menu

    def edit(self, marketplace: str) -> None:
        """Ask for link, price and day of one listing."""
        place = self._place(marketplace)
        if self._sheet is not None and place is not None:
            dialog = ListingDialog(self._desk, self._talk, self._sheet, place)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _open_menu(self, marketplace: str) -> None:
        menu = self.menu_for(marketplace)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.rows[marketplace].menu_at())

    def _visit(self, url: str) -> None:
        """Checked again: the link may have come from a file."""
        link = listings.safe_link(url)
        if link:
            self._desk.asking.visit(link)

    def _end(self, marketplace: str) -> None:
        if self._sheet is not None:
            closet, item_id = self._desk.closet, self._sheet.piece.id
            self._desk.command(lambda: listings.end_listing(closet, item_id, marketplace))

    def _place(self, marketplace: str) -> Place | None:
        shown = self._sheet.places if self._sheet else ()
        return next((place for place in shown if place.id == marketplace), None)


def face_of(place: Place, talk: Talk) -> ListingFace:
    """One marketplace in words."""
    locale, keep = talk.manner.locale, place.keep
    price, age = asked(place), _age(place, talk)
    known = not keep.why_not and bool(keep.price)
    return ListingFace(
        marketplace=place.id,
        name=place.name,
        live=place.is_live,
        pill=_pill(place, age),
        price="–" if price is None else say_money(price, cents="auto", locale=locale),
        keep=say_keep(keep.keep, locale=locale) if known else "–",
        loses=known and keep.keep.minor < 0,
        age=age,
        tooltip=keep.why_not or assumed(keep, talk),
    )


def _age(place: Place, talk: Talk) -> int | None:
    since = place.listing.since if place.listing and place.is_live else None
    return None if since is None else max((talk.manner.today - since).days, 0)


def _pill(place: Place, age: int | None) -> str:
    if not place.is_live:
        return say("Not listed")
    return say("Listed") if age is None else say("Listed {age}", age=say_age(age))
