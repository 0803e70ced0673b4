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

    def __init__(self, ground: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._contents: tuple[QWidget, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", ground)
        self._ground = ground
        self.verticalScrollBar().rangeChanged.connect(self.make_room)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def hold(self, inside: QWidget, *contents: QWidget) -> None:
        """Scroll `inside`, with those `contents` or its own."""
        inside.setProperty("ground", self._ground)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._contents = contents or (inside,)
        self.setWidget(inside)

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
    """Photos, facts and price side by side.

    What is in them is made on their `grounds`: with a style sheet, whatever moves to another
    parent is dressed anew with all that is in it, and half a page would be dressed six times.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.left, self.middle, self.right = (
            ColumnArea(ground, self) for ground in ("canvas", "surface", "canvas")
        )
        self._left, self._right = QWidget(self.left.viewport()), QWidget(self.right.viewport())
        self._left_rows, self._right_rows = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for rows in (self._left_rows, self._right_rows):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
        self._price: QWidget | None = None
        self._is_narrow = False
        self._edge = Divider(Qt.Orientation.Vertical)
        self._build()

    @property
    def grounds(self) -> tuple[QWidget, QWidget, QWidget]:
        """The parents of photos, facts and price."""
        return self._left, self.middle.viewport(), self._right

    def fill(self, photos: QWidget, facts: QWidget, price: QWidget) -> None:
        """Put in what was made on the grounds."""
        self._price = price
        self._left_rows.addWidget(photos)
        self._right_rows.addWidget(price)
        self._left_rows.addStretch(1)
        self.left.hold(self._left, photos, price)
        self.middle.hold(facts)
        self.right.hold(self._right, price)

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
        if narrow != self._is_narrow and self._price is not None:
            self._is_narrow = narrow
            self._move_price(self._price)
        photos, price = widths(self.width(), narrow=narrow)
        self.left.setFixedWidth(photos)
        if price:
            self.right.setFixedWidth(price)

    def _move_price(self, price: QWidget) -> None:
        home = self._left_rows if self._is_narrow else self._right_rows
        home.insertWidget(1 if self._is_narrow else 0, price)
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
