"""Which kind of piece is chosen for: four segments, and everything else under More."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from closet_app.services.prints import PieceKind
from closet_app.ui.print_room.choices import KINDS, MAIN
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.words import say_short, say_title
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.words import say

MORE = KINDS[len(MAIN) :]


class PieceTabs(QWidget):
    """Aims the room at a kind of piece; one chosen under More stands there in words."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.segments = Segmented(
            [Segment(kind.value, say_short(kind)) for kind in MAIN], name=say("Piece")
        )
        self.on = CheckRow(say("Print it in this run"))
        self.more = Button(say("More"), "link", size="small")
        self.menu = rounded_menu(QMenu(self))
        self._build()
        room.aimed.connect(lambda _kind: self._show())
        room.chosen.connect(lambda _kind: self._show())
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.segments)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.on, 1)
        row.addWidget(self.more)
        column.addLayout(row)
        self.more.setMenu(self.menu)
        self.on.toggled.connect(lambda on: self._room.change(self._room.kind, on=on))
        self.menu.aboutToShow.connect(self._fill)
        self.segments.changed.connect(lambda value: self._room.aim(PieceKind(value)))

    def _fill(self) -> None:
        self.menu.clear()
        for kind in MORE:
            action = QAction(say_title(kind), self.menu)
            action.setCheckable(True)
            action.setChecked(self._room.choices[kind].on)
            action.triggered.connect(lambda on, kind=kind: self._turn(kind, on=on))
            self.menu.addAction(action)

    def _turn(self, kind: PieceKind, *, on: bool) -> None:
        self._room.change(kind, on=on)
        self._room.aim(kind if on else PieceKind.CARD)

    def _show(self) -> None:
        kind = self._room.kind
        if kind in MAIN:
            self.segments.set_value(kind.value)
        else:
            self.segments.clear()
        self.more.setText(say("More") if kind in MAIN else say_title(kind))
        self.on.set_checked(self._room.choices[kind].on)
