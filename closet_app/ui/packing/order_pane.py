"""The middle: the order in hand in large, or the bin in front of the seller."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records.packing import PackOrder, PullPiece
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.packing.bench import Bench
from closet_app.ui.packing.faces import day_of, say_in_hand
from closet_app.ui.packing.order_head import OrderHead, StopHead
from closet_app.ui.packing.parcel_part import NARROW, ParcelPart
from closet_app.ui.packing.piece_board import PieceBoard
from closet_app.ui.packing.piece_tile import TileFace
from closet_app.ui.parcels.files_part import FilesPart
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

PAD = 24


class OrderPane(QFrame):
    """One scrolling column; another order or bin begins at its top."""

    def __init__(
        self, bench: Bench, thumbs: Thumbs, files: FilesPart, visit: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._bench = bench
        self._shown: tuple[object, ...] = ()
        self.head, self.stop = OrderHead(), StopHead()
        self.in_hand = PlainLabel("", tone="muted")
        self.board = PieceBoard(thumbs)
        self.parcel = ParcelPart(visit)
        self.files = files
        self._pieces_line = QWidget()
        self._below = QWidget()
        self._scroll = ColumnScroll()
        self._scroll.setAccessibleName(say("The order in hand"))
        self._build()
        bench.shown.connect(self._show)

    def _build(self) -> None:
        line = QHBoxLayout(self._pieces_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        line.addWidget(PlainLabel(say("Pieces"), role="section"))
        line.addWidget(self.in_hand, 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(12))
        below.addWidget(Divider())
        below.addWidget(PlainLabel(say("Parcel"), role="section"))
        below.addWidget(self.parcel)
        below.addWidget(self.files)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setSpacing(px(16))
        for part in (self.head, self.stop, self._pieces_line, self.board, self._below):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.hold(inside, QMargins(PAD, 18, PAD, PAD))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() - 2 * px(PAD) < px(NARROW)
        self.parcel.arrange(narrow=narrow)

    def go_to_tracking(self) -> None:
        """Put the cursor into the tracking number."""
        line = self.parcel.tracking.line
        self._scroll.ensureWidgetVisible(line, 0, px(40))
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def _show(self) -> None:
        bench = self._bench
        is_order = not bench.by_bin
        self.head.setVisible(is_order)
        self._pieces_line.setVisible(is_order)
        self._below.setVisible(is_order)
        self.stop.setVisible(not is_order)
        if is_order and bench.order is not None:
            self._show_order(bench.order)
        elif not is_order and bench.stop is not None:
            place = bench.stops.index(bench.stop)
            self.stop.show_stop(bench.stop, place + 1, len(bench.stops))
            pulls = enumerate(bench.stop.pieces, start=1)
            self.board.show_faces(
                [TileFace(each.piece, number, self._whose(each)) for number, each in pulls]
            )
        shown = (bench.by_bin, bench.bin if bench.by_bin else bench.order_id)
        if shown != self._shown:
            self._shown = shown
            self._scroll.verticalScrollBar().setValue(0)

    def _show_order(self, order: PackOrder) -> None:
        self.head.show_order(order, self._bench.speech)
        self.in_hand.setText(say_in_hand(order.pieces))
        pieces = enumerate(order.pieces, start=1)
        self.board.show_faces([TileFace(piece, number) for number, piece in pieces])
        self.parcel.show_order(order, self._bench.speech)
        self.files.show_files(order.id, order.labels, order.parcel_photos)

    def _whose(self, pull: PullPiece) -> str:
        order = next(each for each in self._bench.orders if each.id == pull.piece.order_id)
        day = day_of(order, self._bench.speech)
        return f"{pull.buyer} · {day}" if day else pull.buyer
