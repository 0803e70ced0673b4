"""The desk where the pages lie, at one scale, names and stocks above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from closet_app.ui.jobs import Jobs
from closet_app.ui.printing.page_painting import paint_caption, paint_edge
from closet_app.ui.printing.pictures import PagePictures
from closet_app.ui.printing.sheets import CAPTION, MARGIN, Sheet, fit_scale, lay_out
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

ZOOM_STEP, SMALLEST, LARGEST = 1.25, 0.2, 5.0


def nearest(sheets: Sequence[Sheet], marked: Sheet | None) -> int:
    """The place of the same page, or of the last one of its kind; the first when there is none."""
    if marked is None:
        return 0
    own = [place for place, sheet in enumerate(sheets) if sheet.kind is marked.kind]
    same = (place for place in own if sheets[place].page >= marked.page)
    return next(same, own[-1] if own else 0)


class PagesView(QAbstractScrollArea):
    """Shows sheets and marks the current one; `current_changed` carries its place."""

    current_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.sheets: tuple[Sheet, ...] = ()
        self.current = 0
        self.pictures = PagePictures(jobs, self)
        self._zoom: float | None = None
        self._scale = 1.0
        self._places: list[QRect] = []
        self._build()
        self.pictures.arrived.connect(self.viewport().update)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(say("Pages"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)

    @property
    def is_fitted(self) -> bool:
        """Whether the scale follows the room there is."""
        return self._zoom is None

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Lay out these pages; the page that was current stays it."""
        marked = self.sheets[self.current] if self.sheets else None
        self.sheets = tuple(sheets)
        self.current = nearest(self.sheets, marked)
        self._arrange()
        self._tell_current()

    def set_current(self, place: int, *, reveal: bool = True) -> None:
        """Mark the page at `place` and bring it into view."""
        wanted = max(0, min(place, len(self.sheets) - 1))
        is_new = wanted != self.current
        self.current = wanted
        if reveal:
            self._reveal(wanted)
        self.viewport().update()
        if is_new:
            self._tell_current()

    def step(self, by: int) -> None:
        """Go to another page."""
        self.set_current(self.current + by)

    def zoom(self, steps: int) -> None:
        """Nearer or farther by so many steps."""
        wanted = (self._zoom or self._scale) * ZOOM_STEP**steps
        self._zoom = max(SMALLEST, min(wanted, LARGEST))
        self._arrange()
        self._reveal(self.current)
        self.zoomed.emit()

    def fit(self) -> None:
        """See whole pages again."""
        self._zoom = None
        self._arrange()
        self._reveal(self.current)
        self.zoomed.emit()

    def page_rect(self, place: int) -> QRect:
        """Where a page is in the viewport now."""
        return self._places[place].translated(-self._offset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.sheets) - 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in ends:
            self.set_current(ends[key])
        elif key in zooms:
            self.zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint() + self._offset()
        hit = (place for place, rect in enumerate(self._places) if rect.contains(at))
        place = next(hit, None)
        if place is not None:
            self.set_current(place, reveal=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("sunken"))
        for place, sheet in enumerate(self.sheets):
            rect = self.page_rect(place)
            if rect.adjusted(-4, -px(CAPTION), 4, 4).intersects(event.rect()):
                paint_caption(painter, rect, sheet)
                self._paint_page(painter, rect, sheet)
                paint_edge(painter, rect, marked=self._is_marked(place))

    def _is_marked(self, place: int) -> bool:
        return place == self.current and (len(self.sheets) > 1 or self.hasFocus())

    def _paint_page(self, painter: QPainter, rect: QRect, sheet: Sheet) -> None:
        painter.fillRect(rect, QColor("white"))
        ratio = self.devicePixelRatioF()
        exact = self.pictures.get(sheet, round(rect.width() * ratio))
        picture = exact or self.pictures.before(sheet)
        if picture is not None:
            smooth = QPainter.RenderHint.SmoothPixmapTransform
            painter.setRenderHint(smooth, exact is None)
            rows = min(picture.height(), round(rect.height() * ratio))
            source = QRect(0, 0, picture.width(), rows if exact else picture.height())
            painter.drawImage(QRectF(rect), picture, QRectF(source))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self) -> None:
        room = self.maximumViewportSize()
        fitted = fit_scale(self.sheets, room, px(CAPTION))
        self._scale = fitted if self._zoom is None else self._zoom
        self._places = lay_out(self.sheets, room.width(), self._scale, px(CAPTION))
        ends = [rect.bottomRight() for rect in self._places]
        needed = QSize(
            max((end.x() for end in ends), default=0) + MARGIN,
            max((end.y() for end in ends), default=0) + MARGIN,
        )
        for bar, length, shown in (
            (self.horizontalScrollBar(), needed.width(), room.width()),
            (self.verticalScrollBar(), needed.height(), room.height()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(0, length - shown))
        self.viewport().update()

    def _reveal(self, place: int) -> None:
        if not self._places:
            return
        rect = self._places[place].adjusted(-MARGIN, -px(CAPTION) - MARGIN, MARGIN, MARGIN)
        view = QRect(self._offset(), self.viewport().size())
        if rect.top() < view.top() or rect.height() > view.height():
            self.verticalScrollBar().setValue(rect.top())
        elif rect.bottom() > view.bottom():
            self.verticalScrollBar().setValue(rect.bottom() - view.height())
        if rect.left() < view.left() or rect.right() > view.right():
            self.horizontalScrollBar().setValue(rect.left())

    def _tell_current(self) -> None:
        if self.sheets:
            name = self.sheets[self.current].name
            number, total = self.current + 1, len(self.sheets)
            words = say("{name}, page {number} of {total}", name=name, number=number, total=total)
            self.setAccessibleDescription(words)
        self.current_changed.emit(self.current)
