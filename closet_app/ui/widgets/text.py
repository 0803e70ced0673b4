"""Labels that never interpret markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """Text of one type role and tone, shown letter by letter as it was given."""

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "body",
        tone: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Colour the text by meaning: ink, ink2, muted, accent, ok, warn, bad, info."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class ElidedLabel(PlainLabel):
    """One line that ends in … when it does not fit; the whole text is its tooltip."""

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role=role, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 3, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._shown_text()
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.text()
        set_tooltip(self, "" if self._shown_text() == whole else whole)

    def _shown_text(self) -> str:
        one_line = " ".join(self.text().splitlines())
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, width)


class Divider(QFrame):
    """A hairline between two parts of a page."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("divider")
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)


def set_tooltip(widget: QWidget, words: str, keys: str = "") -> None:
    """A tooltip of name and key; words that look like markup are shown as they are."""
    whole = f"{words}  {keys}" if words and keys else words
    widget.setToolTip(plain_tooltip(whole))


def plain_tooltip(words: str) -> str:
    """`words` so that Qt's tooltips show every letter; also for Qt.ToolTipRole in models."""
    return f"<span>{escape(words)}</span>" if "<" in words else words


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)
