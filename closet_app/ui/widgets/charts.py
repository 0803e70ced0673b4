"""The small charts of money and age; each says its numbers to screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, line_height, text_width
from closet_app.ui.theme.shades import color, px


@dataclass(frozen=True, slots=True)
class KeepParts:
    """How one price divides, in minor units; losses make `keep` negative."""

    keep: int
    paid: int
    supplies: int
    fee: int


class KeepBar(QWidget):
    """What is left of a price: keep, paid, supplies, fee; the full width is the price."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = KeepParts(0, 0, 0, 0)
        fix(self, height=8)
        self.setMinimumWidth(px(60))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def show_parts(self, parts: KeepParts, words: str) -> None:
        """Show other parts; `words` say them for screen readers."""
        self._parts = parts
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = self._parts
        shares = (
            (max(parts.keep, 0), "ok"),
            (parts.paid, "hem"),
            (parts.supplies, "line2"),
            (parts.fee, "warn"),
        )
        whole = sum(share for share, _role in shares) or 1
        left = 0.0
        for share, role in shares:
            width = self.width() * share / whole
            if share > 0:
                painter.setBrush(color(role))
                box = QRectF(left, 0, max(width - 1, 1), self.height())
                painter.drawRoundedRect(box, 1.5, 1.5)
            left += width


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One column: its name, its amount in words and in signed minor units.

    The first step is money in from zero, `keep` stands on the base and shows the total.
    """

    name: str
    words: str
    amount: int
    kind: Literal["in", "out", "cost", "keep"]


_FILLS = {"in": "info", "out": "warn", "cost": "hem", "keep": "ok"}
_COLUMN = 54
_LEAST = 2


class WaterfallChart(QWidget):
    """Where the money went: in, out, cost, keep, with dashed connectors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[WaterfallStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[WaterfallStep]) -> None:
        """Draw other columns."""
        self.steps = tuple(steps)
        self.setAccessibleName(", ".join(f"{step.name} {step.words}" for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(190))

    def spans(self) -> list[tuple[int, int]]:
        """Where each column starts and ends, in minor units above zero."""
        level, found = 0, []
        for step in self.steps:
            start = 0 if step.kind == "keep" else level
            end = step.amount if step.kind == "keep" else level + step.amount
            found.append((start, end))
            level = end
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns()
        self._paint_base(painter)
        for (step, box), following in zip(columns, [*columns[1:], None], strict=True):
            if following is not None:
                self._paint_connector(painter, step, box, following[1])
            self._paint_column(painter, step, box)

    def _room(self) -> QRectF:
        foot = px(28) + (line_height("small") if self._names_wrap() else 0)
        return QRectF(0, px(24), self.width(), self.height() - px(24) - foot)

    def _names_wrap(self) -> bool:
        """Whether a name needs a second line to be whole."""
        slot = self.width() / len(self.steps) - 2
        names = ((step.name, _name_role(step)) for step in self.steps)
        return any(" " in name and text_width(name, role) > slot for name, role in names)

    def _columns(self) -> list[tuple[WaterfallStep, QRectF]]:
        room, spans = self._room(), self.spans()
        highest = max(max(span) for span in spans)
        lowest = min(0, *(min(span) for span in spans))
        unit = room.height() / ((highest - lowest) or 1)
        slot = room.width() / len(spans)
        width = min(px(_COLUMN), slot - 6)
        found = []
        for place, (step, span) in enumerate(zip(self.steps, spans, strict=True)):
            top = room.top() + (highest - max(span)) * unit
            height = max(abs(span[1] - span[0]) * unit, _LEAST)
            left = room.left() + slot * place + (slot - width) / 2
            found.append((step, QRectF(left, top, width, height)))
        return found

    def _paint_base(self, painter: QPainter) -> None:
        spans, room = self.spans(), self._room()
        highest = max(max(span) for span in spans)
        lowest = min(0, *(min(span) for span in spans))
        base = room.top() + room.height() * highest / ((highest - lowest) or 1)
        painter.setPen(QPen(color("line2"), 1))
        painter.drawLine(QPointF(0, round(base) + 0.5), QPointF(self.width(), round(base) + 0.5))

    def _paint_connector(
        self, painter: QPainter, step: WaterfallStep, box: QRectF, following: QRectF
    ) -> None:
        level = box.top() if step.amount >= 0 else box.bottom()
        pen = QPen(color("hem"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        at = round(level) + 0.5
        painter.drawLine(QPointF(box.right(), at), QPointF(following.left(), at))

    def _paint_column(self, painter: QPainter, step: WaterfallStep, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        fill = "bad" if step.kind == "keep" and step.amount < 0 else _FILLS[step.kind]
        painter.setBrush(color(fill))
        radius = min(3.0, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)
        middle = box.center().x()
        slot = self.width() / len(self.steps)
        above = QRectF(middle - slot / 2, box.top() - px(21), slot, px(18))
        foot = self._room().bottom() + px(6)
        name = QRectF(middle - slot / 2, foot, slot, self.height() - foot - px(4))
        ink = "ok-ink" if step.kind == "keep" and step.amount >= 0 else "ink"
        _write(painter, above, step.words, "body-strong", "bad-ink" if fill == "bad" else ink)
        tone = "ink" if step.kind == "keep" else "muted"
        _write_name(painter, name, step.name, _name_role(step), tone)


def _name_role(step: WaterfallStep) -> str:
    return "label-strong" if step.kind == "keep" else "small"


def _write_name(painter: QPainter, room: QRectF, words: str, role: str, ink: str) -> None:
    """A name on one line, or broken at its last space when it is too wide."""
    lines = [words]
    if text_width(words, role) > room.width() - 2 and " " in words:
        lines = words.rsplit(" ", 1)
    height = line_height(role)
    for place, line in enumerate(lines):
        box = QRectF(room.left(), room.top() + place * height, room.width(), height)
        _write(painter, box, line, role, ink)


def _write(painter: QPainter, room: QRectF, words: str, role: str, ink: str) -> None:
    painter.setFont(font(role))
    painter.setPen(color(ink))
    metrics = painter.fontMetrics()
    fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) - 2)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fitted)
