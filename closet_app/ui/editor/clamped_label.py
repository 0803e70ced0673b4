"""Several lines of plain text that end in … when there are more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, theme
from closet_app.ui.widgets.text import set_tooltip

_LONGEST_TOOLTIP = 1200
_WIDTHS = 8
"""A page that is laid out asks for the height at several widths, again and again."""


class ClampedLabel(QWidget):
    """At most `lines` lines; `whole` is all of the text."""

    def __init__(self, lines: int, *, tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._tone = lines, tone
        self.whole = ""
        self._known: dict[tuple[str, int, int], list[str]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self.whole = text
        self.setAccessibleName(text)
        set_tooltip(self, text[:_LONGEST_TOOLTIP])
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = min(max(len(self._broken(width)), 1), self._lines)
        return shown * line_height("body")

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("body"))
        painter.setPen(color(self._tone))
        lines = self._broken(self.width())
        for place, words in enumerate(lines[: self._lines]):
            room = self.rect().adjusted(0, place * line_height("body"), 0, 0)
            room.setHeight(line_height("body"))
            is_last = place == self._lines - 1 and len(lines) > self._lines
            shown = f"{words.rstrip('.')}…" if is_last else words
            fitted = painter.fontMetrics().elidedText(
                shown, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)

    def _broken(self, width: int) -> list[str]:
        """The text in lines of `width`, one line more than are shown at most."""
        key = (self.whole, width, theme().text_size)
        if key not in self._known:
            if len(self._known) >= _WIDTHS:
                self._known.clear()
            self._known[key] = self._break(width)
        return self._known[key]

    def _break(self, width: int) -> list[str]:
        found: list[str] = []
        for paragraph in filter(str.strip, self.whole.splitlines()):
            found += [line.rstrip() for line in _lines_of(paragraph, width)]
            if len(found) > self._lines:
                break
        return found


def _lines_of(paragraph: str, width: int) -> list[str]:
    layout = QTextLayout(paragraph, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units = paragraph.encode("utf-16-le")  # Qt counts these, two bytes each
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart() * 2, line.textLength() * 2
        found.append(units[start : start + length].decode("utf-16-le", "replace"))
    layout.endLayout()
    return found
