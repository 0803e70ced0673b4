"""A stock drawn to scale: its page, its labels, and what they measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.print_pages import Cell
from closet_app.services.stocks import StockDraft
from closet_app.ui.stocks.dimension_lines import DimensionPainter
from closet_app.ui.stocks.dimensions import dimensions
from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.shades import make_theme, px
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.words import say

ROOM = (128, 64, 72, 48)
"""Pixels left, above, right and below the page for its measures."""
MOST_BEYOND = 0.5
"""How much of the page's size labels beyond its edges may take up."""
MOST_CELLS = 2_000
NUMBERED = 18
"""Pixels that a label needs to show its number."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where points of the page lie on the screen."""

    left: float
    top: float
    factor: float

    def rect(self, cell: Cell) -> QRectF:
        """A place on the page in pixels."""
        left, top = self.left + cell.left * self.factor, self.top + cell.top * self.factor
        return QRectF(left, top, cell.width * self.factor, cell.height * self.factor)


class StockDrawing(QWidget):
    """Paper is white in every theme; what is wrong is red, what is typed in is berry."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = StockDraft()
        self.stock = self.draft.stock()
        self.fault: InvalidValueError | None = None
        self._pointed = ""
        self.setAccessibleName(say("Drawing"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def show_draft(self, draft: StockDraft, fault: InvalidValueError | None) -> None:
        """Draw another stock; `fault` is the first thing wrong with its measures."""
        self.draft, self.fault = draft, fault
        self.stock = draft.stock()
        self.update()

    def point(self, field: str) -> None:
        """Mark the measure that a field stands for."""
        self._pointed = field
        self.update()

    def wrong_cells(self) -> list[int]:
        """The labels that leave the page or lie over another one."""
        stock = self.stock
        overlap = self.fault is not None and self.fault.field in ("pitch_x", "pitch_y")
        slack = 0.05
        return [
            index
            for index in range(min(stock.per_page, MOST_CELLS))
            if overlap
            or (cell := stock.cell(index)).left + cell.width > stock.width + slack
            or cell.top + cell.height > stock.height + slack
        ]

    def scale(self) -> Scale:
        """The page and what leaves it, as large as the room allows."""
        used = self._used()
        width, height = used.width or 1.0, used.height or 1.0
        left, above, beside, below = (px(each) for each in ROOM)
        across, down = self.width() - left - beside, self.height() - above - below
        factor = max(0.01, min(across / width, down / height))
        return Scale(
            left + max(0.0, (across - width * factor) / 2),
            above + max(0.0, (down - height * factor) / 2),
            factor,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.scale()
        self._paint_page(painter, scale)
        self._paint_cells(painter, scale)
        wrong = self.fault.field if self.fault is not None else ""
        measures = dimensions(self.draft, self.stock)
        page = scale.rect(self._page())
        lines = DimensionPainter(painter, page, page.united(scale.rect(self._used())), measures)
        for each in measures:
            lines.paint(each, wrong=each.field == wrong, pointed=each.field == self._pointed)

    def _page(self) -> Cell:
        return Cell(0, 0, self.stock.width, self.stock.height)

    def _used(self) -> Cell:
        """The page and what leaves it, as far as it is shown."""
        stock = self.stock
        right = stock.left + (stock.columns - 1) * stock.pitch_x + stock.cell_width
        bottom = stock.top + (stock.rows - 1) * stock.pitch_y + stock.cell_height
        width = min(max(right, stock.width), stock.width * (1 + MOST_BEYOND))
        height = min(max(bottom, stock.height), stock.height * (1 + MOST_BEYOND))
        return Cell(0, 0, width, height)

    def _paint_page(self, painter: QPainter, scale: Scale) -> None:
        page = scale.rect(self._page())
        painter.fillRect(page, Qt.GlobalColor.white)  # paper is never dimmed
        is_wrong = self.fault is not None and self.fault.field.startswith("page")
        painter.setPen(QPen(_ink("bad" if is_wrong else "line2"), 2 if is_wrong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.stock.continuous:
            painter.drawLine(page.topLeft(), page.bottomLeft())
            painter.drawLine(page.topRight(), page.bottomRight())
            painter.setPen(stitch_pen(_ink("hem")))
            painter.drawLine(page.topLeft(), page.topRight())
            painter.drawLine(page.bottomLeft(), page.bottomRight())
        else:
            painter.drawRect(page)

    def _paint_cells(self, painter: QPainter, scale: Scale) -> None:
        stock, wrong = self.stock, frozenset(self.wrong_cells())
        for index in range(min(stock.per_page, MOST_CELLS)):
            box = scale.rect(stock.cell(index))
            self._paint_cell(painter, box, scale.factor, is_wrong=index in wrong)
            if stock.per_page > 1 and min(box.width(), box.height()) >= px(NUMBERED):
                painter.setFont(font("micro"))
                painter.setPen(_ink("bad-ink" if index in wrong else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _paint_cell(self, painter: QPainter, box: QRectF, factor: float, *, is_wrong: bool) -> None:
        field = self.fault.field if self.fault is not None else ""
        corner = self.stock.corner * factor
        outline = "bad" if is_wrong or field == "corner" else "hem"
        if self._pointed == "corner" and outline == "hem":
            outline = "accent-ink"
        painter.setPen(QPen(_ink(outline), 1))
        painter.setBrush(_ink("bad-soft") if is_wrong else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, corner, corner)
        self._paint_margin(painter, box, self.stock.margin * factor, wrong=field == "margin")
        if self.stock.folded:
            painter.setPen(stitch_pen(_ink("hem")))
            painter.drawPath(fold_line(box))

    def _paint_margin(self, painter: QPainter, box: QRectF, margin: float, *, wrong: bool) -> None:
        inside = box.adjusted(margin, margin, -margin, -margin)
        is_seen = wrong or self._pointed == "margin" or self.stock.per_page == 1
        if not is_seen or margin <= 0:
            return
        tone = "bad" if wrong else ("accent-ink" if self._pointed == "margin" else "line2")
        pen = QPen(_ink(tone), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inside.normalized())


def fold_line(box: QRectF) -> QPainterPath:
    """A card is folded across its longer side."""
    path = QPainterPath()
    middle = box.center()
    is_wide = box.width() >= box.height()
    path.moveTo(QPointF(middle.x(), box.top()) if is_wide else QPointF(box.left(), middle.y()))
    path.lineTo(QPointF(middle.x(), box.bottom()) if is_wide else QPointF(box.right(), middle.y()))
    return path


@cache
def _ink(role: str) -> QColor:
    """Colours on paper are those of the light theme."""
    return make_theme("light").color(role)
