"""The colors of a piece as swatches in one field: those of the list, and any other words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QWidget

from closet_app.domain.checking import split_words, unique_words
from closet_app.domain.colors import Palette
from closet_app.domain.fields import FieldValue
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.widgets.word_completer import WordCompleter
from closet_app.ui.words import say


class ColorChip(QAbstractButton):
    """One color with its swatch; pressing it takes the color away."""

    def __init__(self, name: str, swatch: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._swatch = swatch
        self.setAccessibleName(say("{color}, take away", color=name))
        set_tooltip(self, say("Take {color} away", color=name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 4)

    def sizeHint(self) -> QSize:
        return QSize(px(14) + px(6) + text_width(self.name, "body") + px(14), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, side = self.height() / 2, px(14)
        box = QRectF(0.5, middle - side / 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(QColor(self._swatch) if self._swatch else color("neutral-soft"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font("body"))
        painter.setPen(color("ink"))
        room = self.rect().adjusted(side + px(6), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.name)
        if self.underMouse() or self.hasFocus():
            cross = self.rect().adjusted(self.width() - px(13), 0, -px(1), 0)
            paint_icon(painter, cross, "x", "muted")


class _ColorLine(QLineEdit):
    """The line after the chips; Backspace on nothing takes the last chip back."""

    taken_back = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        words = self.text() or self.placeholderText()
        return QSize(text_width(words, "body") + px(16), px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ChipsFrame(QFrame):
    """A field's frame around chips and a line; it draws its own edges as fields do."""

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[ColorChip] = []
        self.line = _ColorLine()
        self.line.setProperty("bare", True)
        self.flow = FlowLayout(self, gap=px(4))
        self.flow.setContentsMargins(px(9), 1, px(6), 1)
        self.flow.insert_widget(0, self.line)
        self.setFocusProxy(self.line)
        self.setMinimumHeight(px(32))

    def sizeHint(self) -> QSize:
        return QSize(px(120), max(px(32), self.flow.heightForWidth(max(self.width(), px(120)))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        wrong = self.property("state") == "error"
        focused = self.line.hasFocus()
        role = "accent-ink" if focused else ("bad" if wrong else "line2")
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if focused else box
        painter.setBrush(color("surface"))
        painter.setPen(QPen(color(role), 2 if focused else 1))
        painter.drawRoundedRect(inner, px(6), px(6))
        if not (focused or wrong):
            painter.setPen(QPen(color("hem"), 1))
            foot = self.height() - 0.5
            painter.drawLine(
                QRectF(px(6), foot, self.width() - 2 * px(6), 0).topLeft(),
                QRectF(px(6), foot, self.width() - 2 * px(6), 0).topRight(),
            )


class ColorField(FieldBox):
    """Names of colors, listed ones first; `edited` while typing, `changed` when one is taken."""

    edited = Signal()
    changed = Signal()

    def __init__(self, label: str, palette: Palette) -> None:
        self.frame = ChipsFrame()
        super().__init__(label, self.frame)
        self._palette = palette
        self._names: tuple[str, ...] = ()
        line = self.frame.line
        line.setAccessibleName(label)
        self._complete(line)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self._take_typed)
        line.left.connect(self._take_typed)
        line.taken_back.connect(self._take_back)

    def _complete(self, line: QLineEdit) -> None:
        known = (*self._palette.listed, *self._palette.shades)
        completer = WordCompleter([each.name for each in known], line)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.activated.connect(lambda _words: QTimer.singleShot(0, self, self._take_typed))
        line.setCompleter(completer)

    def value(self) -> FieldValue:
        """The names in the chips and what is typed."""
        typed = split_words(self.frame.line.text())
        return _in_order(self._palette, (*self._names, *typed))

    def set_value(self, names: FieldValue) -> None:
        """Show these colors and nothing typed."""
        self._names = tuple(names) if isinstance(names, tuple) else ()  # type: ignore[arg-type]  # names of colors
        self.frame.line.clear()
        self._show_chips()

    def _on_edited(self, text: str) -> None:
        self.frame.line.updateGeometry()
        if text.endswith((",", ";")):
            self._take_typed()
        else:
            self.edited.emit()

    def _take_typed(self) -> None:
        if not self.frame.line.text().strip():
            return
        self.set_value(self.value())
        self.changed.emit()

    def _take_back(self) -> None:
        if self._names:
            self._drop(self._names[-1])

    def _drop(self, name: str) -> None:
        self.set_value(tuple(each for each in self._names if each != name))
        self.frame.line.setFocus()
        self.changed.emit()

    def _show_chips(self) -> None:
        while self.frame.chips:
            chip = self.frame.chips.pop()
            self.frame.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, name in enumerate(self._names):
            self._add_chip(place, name)
        self.frame.line.setPlaceholderText("" if self._names else say("cream, rust"))
        self.frame.updateGeometry()
        self.updateGeometry()

    def _add_chip(self, place: int, name: str) -> None:
        chip = ColorChip(name, self._palette.swatch(name), self.frame)
        chip.clicked.connect(lambda _checked=False: self._drop(name))
        self.frame.flow.insert_widget(place, chip)
        self.frame.chips.append(chip)
        chip.show()


def _in_order(palette: Palette, names: tuple[str, ...]) -> tuple[str, ...]:
    """Listed colors first, as they are kept."""
    listed, free = palette.split(unique_words(names))
    return (*listed, *free)
