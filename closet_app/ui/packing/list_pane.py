"""The pane at the left: scan, orders or bins, and how far the evening is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.ui.orders.packing_card import DoneBar
from closet_app.ui.packing.bench import Bench
from closet_app.ui.packing.faces import order_face, stop_face
from closet_app.ui.packing.row_list import RowList
from closet_app.ui.packing.scan_field import ScanField
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

WIDTH = 272
BY_ORDER, BY_BIN = "order", "bin"


class ListPane(QWidget):
    """Rows follow the bench; the seller goes along them by arrow keys or a click."""

    def __init__(self, bench: Bench, thumbs: Thumbs) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self._bench = bench
        ways = [Segment(BY_ORDER, say("By order")), Segment(BY_BIN, say("By bin"))]
        self.ways = Segmented(ways, name=say("How to go through them"))
        self.scan = ScanField()
        self.list = RowList(thumbs)
        self.progress = PlainLabel("", role="label", tone="ink2")
        self._hint = PlainLabel("", role="small", tone="muted", wrap=True)
        self._bar = DoneBar()
        self._place: tuple[object, ...] = ()
        self._build()
        self.ways.changed.connect(lambda way: bench.show_way(by_bin=way == BY_BIN))
        self.list.chosen.connect(self._go)
        bench.shown.connect(self._show)

    def _build(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(px(14), px(12), px(14), 0)
        above.addWidget(self.ways)
        below = QVBoxLayout()
        below.setContentsMargins(px(14), px(12), px(14), px(12))
        below.setSpacing(px(6))
        for part in (self.progress, self._bar, self._hint):
            below.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(above)
        rows.addWidget(self.scan)
        rows.addWidget(Divider())
        rows.addWidget(self.list, 1)
        rows.addWidget(Divider())
        rows.addLayout(below)

    def _go(self, key: object) -> None:
        if isinstance(key, int):
            self._bench.show_order(key)
        elif isinstance(key, str):
            self._bench.show_bin(key)

    def _show(self) -> None:
        bench = self._bench
        place = (bench.by_bin, bench.order_id, bench.bin)
        if place != self._place:
            self._place = place
            self.scan.forget()
        self.ways.set_value(BY_BIN if bench.by_bin else BY_ORDER)
        for way, words, count in (
            (BY_ORDER, say("By order"), len(bench.orders)),
            (BY_BIN, say("By bin"), len(bench.stops)),
        ):
            self.ways.set_words(way, f"{words} {count}" if count else words)
        if bench.by_bin:
            self.list.show_faces([stop_face(each) for each in bench.stops], bench.bin)
        else:
            faces = [order_face(each, bench.speech) for each in bench.orders]
            self.list.show_faces(faces, bench.order_id)
        self._show_progress()

    def _show_progress(self) -> None:
        found = [piece for each in self._bench.orders for piece in each.pieces]
        done = sum(piece.checked for piece in found)
        words = say("{done} of {total} pieces in hand", done=done, total=len(found))
        self.progress.setText(words)
        self._bar.show_share(done / max(len(found), 1), words)
        self._hint.setText(
            say("In the order of the shelves, each bin once.")
            if self._bench.by_bin
            else say("Sorted by ship date, then by bin, so you walk the shelves once.")
        )
