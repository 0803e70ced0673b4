"""A form about money with what it leaves beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.errors import UserError
from closet_app.services.order_quotes import OrderQuote
from closet_app.ui.desk import Desk
from closet_app.ui.orders.amount_fields import AmountFields
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.keep_summary import WIDTH, KeepSummary
from closet_app.ui.orders.price_lines import PriceLines
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.value_fields import ParsedField
from closet_app.ui.words import say

FORM = 480


class MoneyDialog(CommandForm):
    """Prices and amounts at the left, what they leave at the right, worked out on each letter.

    Subclasses fill `column`, set `lines`, and answer `quote`, `marketplace` and `work`.
    """

    def __init__(self, desk: Desk, title: str, speech: Speech, *, act: str, keep: str) -> None:
        super().__init__(desk, title, act=act, keep=keep, width=FORM + WIDTH + 56)
        self.speech = speech
        self.lines: PriceLines | None = None
        self.amounts = AmountFields(speech)
        self.summary = KeepSummary(speech)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(14))
        self._lay_out()
        self.amounts.edited.connect(self.show_quote)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "")
        inside.setLayout(self.column)
        self.column.setContentsMargins(px(2), px(2), px(14), px(2))
        self._scroll = _FormScroll()
        self._scroll.setWidget(inside)
        fix(self.summary, width=WIDTH)
        across = QHBoxLayout()
        across.setSpacing(px(10))
        across.addWidget(self._scroll, 1)
        across.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across)

    def marketplace(self) -> str:
        """Where the sale is made."""
        return ""

    def quote(self) -> OrderQuote:
        """What the form leaves as it stands; raises UserError."""
        raise UserError(say("Choose a marketplace first."))

    def show_quote(self) -> None:
        """Work out again what is kept."""
        charged = self.amounts.values()["fee_charged"] is not None
        try:
            quote = self.quote()
        except UserError as why:
            self.summary.show_trouble(str(why))
            return
        self.summary.show_quote(quote, self.marketplace(), charged=charged)

    def check(self) -> str:
        wrong = [field for field in self.checked_fields() if not field.is_valid]
        if not wrong:
            return ""
        wrong[0].line.setFocus()
        self._scroll.ensureWidgetVisible(wrong[0])
        return say("Correct what is marked first.")

    def checked_fields(self) -> list[ParsedField[Any]]:
        """Every field that may hold what cannot be read, from the top."""
        prices = self.lines.fields if self.lines is not None else []
        return [*prices, *self.amounts.fields.values()]

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the form, as far as the window has room; Qt would stop at two thirds."""
        super().showEvent(event)
        window = self.parentWidget()
        room = window.size() if window is not None else self.sizeHint()
        self.resize(self.sizeHint().boundedTo(room))


class _FormScroll(QScrollArea):
    """As high as its form, as far as the window has room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        form = self.widget()
        inside = form.sizeHint() if form is not None else QSize()
        window = self.window().parentWidget()
        room = (window.height() if window is not None else px(760)) - px(210)
        return QSize(inside.width(), max(min(inside.height(), room), px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(240))
