"""Filters of the search line as chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say, say_many

WIDEST_VALUE = 180


@dataclass(frozen=True, slots=True)
class TokenFace:
    """How a token is shown: `key` regular, `value` semibold."""

    key: str
    value: str


def plain_face(token: str) -> TokenFace:
    """A token `key:value` as it was typed."""
    key, _colon, value = token.partition(":")
    return TokenFace(f"{key}:", value.strip('"'))


class TokenChip(QAbstractButton):
    """One filter, 24 high; pressing it takes the filter away."""

    def __init__(self, token: str, face: TokenFace) -> None:
        super().__init__()
        self.token = token
        self._face = face
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = say("Remove the filter {key} {value}", key=face.key, value=face.value)
        self.setAccessibleName(words)
        set_tooltip(self, words)

    @property
    def words(self) -> str:
        """The filter as it reads."""
        return f"{self._face.key} {self._face.value}"

    def sizeHint(self) -> QSize:
        key = text_width(self._face.key, "small")
        value = min(text_width(self._face.value, "label-strong"), px(WIDEST_VALUE))
        return QSize(px(8) + key + px(4) + value + px(6) + px(12) + px(6), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent-soft"))
        painter.drawRoundedRect(self.rect(), px(5), px(5))
        painter.setPen(color("accent-ink"))
        room = self.rect().adjusted(px(8), 0, 0, 0)
        painter.setFont(font("small"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._face.key)
        room.setLeft(room.left() + text_width(self._face.key, "small") + px(4))
        painter.setFont(font("label-strong"))
        value = elided(self._face.value, px(WIDEST_VALUE), "label-strong")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, value)
        side = px(12)
        left = self.width() - side - px(6)
        cross = QRect(left, (self.height() - side) // 2, side, side)
        paint_icon(painter, cross, "x", "accent-ink")


class MoreChip(QAbstractButton):
    """Stands for the filters that there is no room for: "+3"; `unwanted` carries one of them."""

    unwanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._hidden: tuple[TokenChip, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        self.clicked.connect(lambda _on=False: self._open())

    def show_hidden(self, hidden: Sequence[TokenChip]) -> None:
        """Stand for these; none hides the chip."""
        self._words, self._hidden = f"+{len(hidden)}", tuple(hidden)
        said = say_many("{count} more filter", "{count} more filters", len(hidden))
        self.setAccessibleName(said)
        set_tooltip(self, "\n".join(chip.words for chip in hidden))
        self.setVisible(bool(hidden))
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        """Offer to take away the filters that are not in sight."""
        menu = rounded_menu(QMenu(self))
        for chip in self._hidden:
            words = say("Remove the filter {words}", words=chip.words).replace("&", "&&")
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, gone=chip.token: self.unwanted.emit(gone))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + px(5))))

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._words, "label-strong") + 2 * px(8), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent-soft"))
        painter.drawRoundedRect(self.rect(), px(5), px(5))
        painter.setPen(color("accent-ink"))
        painter.setFont(font("label-strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
