"""The pieces of a sale with a price each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.money import Money
from closet_app.services.records import PhotoRef
from closet_app.ui.orders.amount_fields import typed
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.table_row import paint_photo
from closet_app.ui.widgets.text import ElidedLabel
from closet_app.ui.widgets.value_fields import MoneyField
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class PricedPiece:
    """One piece of a sale: what it is called, its photo and the price proposed for it."""

    title: str
    detail: str
    photo: PhotoRef | None
    price: Money


class ThumbMark(QWidget):
    """A small photo, for looking at only."""

    def __init__(self, thumbs: Thumbs, photo: PhotoRef | None, side: int = 40) -> None:
        super().__init__()
        self._thumbs = thumbs
        self._photo = photo
        fix(self, width=side, height=side)
        thumbs.arrived.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = None
        if self._photo is not None:
            pixmap = self._thumbs.get(self._photo, round(self.width() * self.devicePixelRatioF()))
        paint_photo(painter, self.rect(), pixmap, radius=px(5))


class PriceLines(QWidget):
    """`edited` on each letter of a price."""

    edited = Signal()

    def __init__(self, pieces: Sequence[PricedPiece], thumbs: Thumbs, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self.fields: list[MoneyField[Money]] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        for piece in pieces:
            rows.addLayout(self._row(piece, thumbs))

    def _row(self, piece: PricedPiece, thumbs: Thumbs) -> QHBoxLayout:
        field: MoneyField[Money] = MoneyField(
            "", self._speech.read_amount, self._speech.money, required=say("Type the price.")
        )
        field.set_value(piece.price)
        field.editor.setAccessibleName(say("Price of {title}", title=piece.title))
        field.edited.connect(lambda _text: self.edited.emit())
        fix(field, width=120)
        self.fields.append(field)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(ElidedLabel(piece.title, role="body-strong"))
        names.addWidget(ElidedLabel(piece.detail, role="small", tone="muted"))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(ThumbMark(thumbs, piece.photo))
        row.addLayout(names, 1)
        row.addWidget(field)
        return row

    def prices(self) -> tuple[Money, ...]:
        """Every price as it stands, nothing where there is none."""
        nothing = Money.zero(self._speech.manner.currency)
        return tuple(typed(field, self._speech) or nothing for field in self.fields)
