"""The pages of a run as they lie on the desk: names, places and scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize

from closet_app.services.print_pages import Kind
from closet_app.services.prints import PieceKind
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.words import say_title
from closet_app.ui.words import say

GAP, MARGIN, CAPTION = 18, 16, 26
LARGEST_FIT = 2.2
"""Pixels a point: small labels are not blown up beyond three times their size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: lengths in points; `joined` keeps it beside the page before.

    Without `pdf` it is a page still being made.
    """

    kind: PieceKind
    page: int
    serial: int
    width: float
    height: float
    title: str
    detail: str
    joined: bool = False
    tinted: bool = False
    pdf: bytes = field(default=b"", compare=False, repr=False)

    @property
    def name(self) -> str:
        """How a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail) if part)


def sheets_of(part: Part) -> tuple[Sheet, ...]:
    """The pages of a part."""
    made = part.made
    if part.is_empty or (made is None and part.error is not None):
        return ()
    stock, request = (made.stock, made.request) if made else (part.stock, part.request)
    pages = made.run.pages if made else 1
    return tuple(
        Sheet(
            kind=request.kind,
            page=page,
            serial=made.serial if made else 0,
            width=stock.width,
            height=stock.height,
            title=say_title(request.kind),
            detail=_detail(stock.name, page, pages),
            tinted=stock.kind is Kind.CARD,
            pdf=made.pdf if made else b"",
        )
        for page in range(pages)
    )


def _detail(stock: str, page: int, pages: int) -> str:
    if pages == 1:
        return stock
    return say("{stock}, {number} of {total}", stock=stock, number=page + 1, total=pages)


def fit_scale(sheets: Sequence[Sheet], room: QSize, caption: int) -> float:
    """Pixels a point at which the largest page, and a front beside its back, is seen whole."""
    if not sheets:
        return 1.0
    wide = max(_group_width(group) for group in _groups(sheets))
    gaps = max(len(group) for group in _groups(sheets)) - 1
    tall = max(sheet.height for sheet in sheets)
    across = (room.width() - 2 * MARGIN - gaps * GAP) / wide
    down = (room.height() - 2 * MARGIN - caption) / tall
    return max(0.1, min(across, down, LARGEST_FIT))


def lay_out(sheets: Sequence[Sheet], width: int, scale: float, caption: int) -> list[QRect]:
    """Each page's place in rows from the top left; its caption stands above it."""
    placed: list[QRect] = []
    at, row = QPoint(MARGIN, MARGIN + caption), 0
    for group in _groups(sheets):
        sizes = [_size(sheet, scale) for sheet in group]
        needed = sum(size.width() for size in sizes) + GAP * (len(sizes) - 1)
        if at.x() > MARGIN and at.x() + needed > width - MARGIN:
            at, row = QPoint(MARGIN, at.y() + row + GAP + caption), 0
        for size in sizes:
            placed.append(QRect(at, size))
            at += QPoint(size.width() + GAP, 0)
            row = max(row, size.height())
    return _centred(placed, width)


def _centred(placed: list[QRect], width: int) -> list[QRect]:
    """All rows moved together, so that the widest one stands in the middle."""
    right = max((rect.right() for rect in placed), default=0)
    spare = max(0, width - MARGIN - right) // 2
    return [rect.translated(spare, 0) for rect in placed]


def _groups(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    groups: list[list[Sheet]] = []
    for sheet in sheets:
        if sheet.joined and groups:
            groups[-1].append(sheet)
        else:
            groups.append([sheet])
    return groups


def _group_width(group: Sequence[Sheet]) -> float:
    return sum(sheet.width for sheet in group)


def _size(sheet: Sheet, scale: float) -> QSize:
    return QSize(max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale)))
