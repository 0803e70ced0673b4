"""The three columns of the editor; two when the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider

PHOTOS, FIELDS, PRICE = 408, 440, 400
LEAST_PHOTOS, LEAST_PRICE = 264, 340
TWO_COLUMNS = 984
"""Below this width photos and price share the left column."""


class ColumnArea(QScrollArea):
    """A column that scrolls up and down, and shows the control that the keyboard reaches.

    The right margins of those `contents` that are inside give way to the scroll bar.
    """

    def __init__(self, inside: QWidget, ground: str, *contents: QWidget) -> None:
        super().__init__()
        self._contents = contents or (inside,)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", ground)
        inside.setProperty("ground", ground)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self.make_room)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def make_room(self, *_range: int) -> None:
        """The scroll bar takes its width from the right margin, so that nothing moves."""
        bar, inside = self.verticalScrollBar(), self.widget()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        for content in self._contents:
            rows = content.layout()
            held = content is inside or (inside is not None and inside.isAncestorOf(content))
            if rows is not None and held:
                edges = rows.contentsMargins()
                edges.setRight(max(edges.left() - taken, 0))
                rows.setContentsMargins(edges)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self.widget()
        if new is not None and inside is not None and inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, px(24))


class Columns(QWidget):
    """Photos, facts and price side by side."""

    def __init__(
        self, photos: QWidget, facts: QWidget, price: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photos, self._price = photos, price
        self._left, self._right = QWidget(), QWidget()
        self._left_rows, self._right_rows = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for rows in (self._left_rows, self._right_rows):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
        self._left_rows.addWidget(photos)
        self._right_rows.addWidget(price)
        self._left_rows.addStretch(1)
        self._is_narrow = False
        self.left, self.middle, self.right = (
            ColumnArea(self._left, "canvas", photos, price),
            ColumnArea(facts, "surface"),
            ColumnArea(self._right, "canvas", price),
        )
        self._edge = Divider(Qt.Orientation.Vertical)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        row.addWidget(self.middle, 1)
        row.addWidget(self._edge)
        row.addWidget(self.right)

    @property
    def is_narrow(self) -> bool:
        """Whether photos and price share a column."""
        return self._is_narrow

    def panes(self) -> list[QWidget]:
        """The columns in reading order."""
        return [self.left, self.middle] if self._is_narrow else [self.left, self.middle, self.right]

    def minimumSizeHint(self) -> QSize:
        """Smaller than the columns are now, so that the window can become narrow."""
        return QSize(px(LEAST_PHOTOS + LEAST_PRICE), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share_out()

    def _share_out(self) -> None:
        narrow = self.width() < px(TWO_COLUMNS)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._move_price()
        photos, price = widths(self.width(), narrow=narrow)
        self.left.setFixedWidth(photos)
        if price:
            self.right.setFixedWidth(price)

    def _move_price(self) -> None:
        home = self._left_rows if self._is_narrow else self._right_rows
        home.insertWidget(1 if self._is_narrow else 0, self._price)
        for part in (self.right, self._edge):
            part.setVisible(not self._is_narrow)
        for area in (self.left, self.right):
            area.make_room()


def widths(room: int, *, narrow: bool) -> tuple[int, int]:
    """Pixels for photos and for price: photos give way first, then the price, then the facts."""
    if narrow:
        return max(min(px(PRICE), room - px(FIELDS)), px(LEAST_PRICE)), 0
    lack = max(px(PHOTOS) + px(FIELDS) + px(PRICE) - room, 0)
    given = min(lack, px(PHOTOS) - px(LEAST_PHOTOS))
    taken = min(lack - given, px(PRICE) - px(LEAST_PRICE))
    return px(PHOTOS) - given, px(PRICE) - taken
