"""What you keep at a price, marketplace by marketplace, with every assumption said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.money import Money
from closet_app.services.records import KeepEstimate
from closet_app.ui.closet.faces import Speech, join_names
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import MarketplaceBadge
from closet_app.ui.widgets.charts import KeepBar, KeepParts
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import say
from closet_app.wording import say_date

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEGEND = (("ok", "You keep"), ("hem", "Paid"), ("line2", "Supplies"), ("warn", "Fee"))


class _Dot(QWidget):
    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        fix(self, width=8, height=8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._role))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)


class KeepTable(QWidget):
    """Heading with the price, legend, one row for each marketplace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel("", role="body-strong")
        self._floor_word = PlainLabel(say("floor"), role="small", tone="muted")
        self._floor = PlainLabel("", role="label-strong")
        self._grid = QGridLayout()
        self._cells: list[QWidget] = []
        self._doubt = PlainLabel("", role="small", tone="warn", wrap=True)
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(4))
        top.addWidget(self._heading, 1)
        top.addWidget(self._floor_word)
        top.addWidget(self._floor)
        legend = QHBoxLayout()
        legend.setSpacing(px(5))
        for role, words in LEGEND:
            legend.addWidget(_Dot(role))
            legend.addWidget(PlainLabel(say(words), role="nav", tone="muted"))
            legend.addSpacing(px(5))
        legend.addStretch(1)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(10))
        self._grid.setColumnStretch(2, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addLayout(top)
        rows.addLayout(legend)
        rows.addLayout(self._grid)
        rows.addWidget(self._doubt)

    def show_estimates(
        self, price: Money, floor: Money | None, found: Sequence[KeepEstimate], speech: Speech
    ) -> None:
        """Show what each marketplace leaves of `price`."""
        self._heading.setText(say("What you keep at {price}", price=speech.price(price)))
        self._floor.setText(speech.price(floor))
        self._floor_word.setVisible(floor is not None)
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for row, estimate in enumerate(found):
            self._add_row(row, estimate, speech)
        doubtful = [each.marketplace for each in found if each.fee and each.fee.rule.unverified]
        names = join_names([speech.name(place) for place in doubtful])
        self._doubt.setText(say("Unverified fee rules: {names}", names=names))
        self._doubt.setVisible(bool(doubtful))

    def _add_row(self, row: int, estimate: KeepEstimate, speech: Speech) -> None:
        name = speech.name(estimate.marketplace)
        badge = MarketplaceBadge(estimate.marketplace, name, side=18, listed=estimate.listed)
        self._put(badge, row, 0)
        self._put(PlainLabel(name, role="label"), row, 1)
        if estimate.fee is None:
            why = ElidedLabel(estimate.why_not, role="small", tone="muted")
            self._put(why, row, 2, span=3)
            return
        said = assumptions(estimate, speech)
        bar = KeepBar()
        bar.show_parts(parts_of(estimate), said)
        self._put(bar, row, 2)
        fee = PlainLabel(speech.amount(-estimate.fee.total), role="small", tone="muted")
        tone = "bad" if estimate.keep.minor < 0 else "ok"
        keep = PlainLabel(speech.keep(estimate.keep), role="label-strong", tone=tone)
        for column, label in ((3, fee), (4, keep)):
            label.setAlignment(_RIGHT)
            set_tooltip(label, said)
            self._put(label, row, column)

    def _put(self, widget: QWidget, row: int, column: int, span: int = 1) -> None:
        self._cells.append(widget)
        self._grid.addWidget(widget, row, column, 1, span)


def parts_of(estimate: KeepEstimate) -> KeepParts:
    """How the price divides; the label counts with the supplies."""
    return KeepParts(
        keep=estimate.keep.minor,
        paid=estimate.cost.minor,
        supplies=estimate.postage.minor + estimate.supplies.minor,
        fee=0 if estimate.fee is None else estimate.fee.total.minor,
    )


def assumptions(estimate: KeepEstimate, speech: Speech) -> str:
    """Everything the estimate rests on, one line for each."""
    fee = estimate.fee
    lines = [say("{place} at {price}", place=speech.name(estimate.marketplace),
                 price=speech.amount(estimate.price))]  # fmt: skip
    if fee is not None:
        lines += [f"{part.name}: −{speech.amount(part.money)}" for part in fee.parts]
    lines += [
        f"{say(words)}: {speech.amount(amount)}"
        for words, amount in (
            ("Label", estimate.postage),
            ("Supplies", estimate.supplies),
            ("Paid", estimate.cost),
            ("Assumed: the buyer pays shipping", estimate.shipping),
            ("Assumed: the buyer pays tax", estimate.tax),
        )
        if amount
    ]
    lines.append(say("You keep {amount}", amount=speech.keep(estimate.keep)))
    if fee is not None:
        day = say_date(fee.rule.checked_on, speech.today, weekday=False, locale=speech.locale)
        lines.append(say("Fee rule checked {day}", day=day))
        if fee.rule.unverified:
            lines.append(fee.rule.note or say("This rule is unverified."))
    return "\n".join(lines)
