"""A color: a swatch that opens more of them, and the six signs it is written with."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from closet_app.services.design_fields import is_color
from closet_app.ui.designs.form_table import SWATCHES
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.popups import paint_popup, round_corners
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say

SIDE, IN_LINE, COLUMNS, HEX = 24, 20, 4, 7
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class Swatch(QAbstractButton):
    """One color as a round-cornered patch; what is chosen has a ring."""

    def __init__(self, hex_color: str, name: str, side: int = SIDE) -> None:
        super().__init__()
        self._side = side
        self.hex = hex_color
        self.setAccessibleName(name)
        set_tooltip(self, name)
        self.setProperty("focusRadius", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_color(self, hex_color: str) -> None:
        """Show another color."""
        self.hex = hex_color
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(color("accent-ink"), 2) if on else QPen(color("hem"), 1))
        painter.setBrush(QColor(self.hex))
        inside = 1.0 if on else 0.5
        box = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(box, px(5), px(5))


class SwatchPopup(QWidget):
    """The colors to choose from; arrow keys move, Esc goes back. `chosen` carries #RRGGBB."""

    chosen = Signal(str)

    def __init__(self, current: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(say("Colors"))
        round_corners(self, 10)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(12), px(12), px(12))
        grid.setSpacing(px(8))
        self.swatches = [Swatch(hex_color, say(name)) for hex_color, name in SWATCHES]
        for place, swatch in enumerate(self.swatches):
            swatch.setCheckable(True)
            swatch.setChecked(swatch.hex == current)
            grid.addWidget(swatch, *divmod(place, COLUMNS))
            swatch.clicked.connect(lambda _on=False, taken=swatch.hex: self._choose(taken))

    def open_below(self, widget: QWidget) -> None:
        """Show it under `widget`, or above it; the current color has the focus."""
        self.adjustSize()
        below = widget.mapToGlobal(QPoint(0, widget.height() + px(4)))
        room = widget.window().frameGeometry() & widget.screen().availableGeometry()
        if below.y() + self.height() > room.bottom():
            below = widget.mapToGlobal(QPoint(0, -self.height() - px(4)))
        self.move(min(below.x(), room.right() - self.width()), below.y())
        self.show()
        focus_by_keyboard(next((s for s in self.swatches if s.isChecked()), self.swatches[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()), 0)
        focused = [at for at, swatch in enumerate(self.swatches) if swatch.hasFocus()]
        if step and focused:
            focus_by_keyboard(self.swatches[(focused[0] + step) % len(self.swatches)])
        elif Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused:
            self.swatches[focused[0]].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_popup(self)

    def _choose(self, taken: str) -> None:
        self.chosen.emit(taken)
        self.close()


class InkField(LineField):
    """The swatch stands in the line; a color chosen there is left at once."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.line.setMaxLength(HEX)
        self.swatch = Swatch("#FFFFFF", say("Choose: {what}", what=label), IN_LINE)
        self.swatch.setParent(self.line)
        self.popup: SwatchPopup | None = None
        self.swatch.clicked.connect(self._open)
        self.edited.connect(self._on_typed)

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._on_typed(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = px(IN_LINE)
        self.swatch.setGeometry(px(6), (self.line.height() - side) // 2, side, side)

    def _place_unit(self) -> None:
        super()._place_unit()
        self.line.setTextMargins(px(IN_LINE + 2), 0, 0, 0)

    def _on_typed(self, text: str) -> None:
        if is_color(text):
            self.swatch.show_color(text)

    def _open(self) -> None:
        self.popup = SwatchPopup(self.swatch.hex.upper(), self)
        self.popup.chosen.connect(self._take)
        self.popup.open_below(self.swatch)

    def _take(self, chosen: str) -> None:
        self.popup = None
        if chosen != self.text:
            self.set_text(chosen)
            self.changed.emit(chosen)
