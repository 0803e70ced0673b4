"""The desk in the middle: the pages of the shown order, and this run beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from closet_app.services.prints import PieceKind
from closet_app.ui.jobs import Jobs
from closet_app.ui.print_room.desk_layout import BLOCK, GAP, Arrangement, Space, arrange
from closet_app.ui.printing.page_painting import paint_caption, paint_edge
from closet_app.ui.printing.pictures import PagePictures
from closet_app.ui.printing.sheets import CAPTION, Sheet
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say


class DeskView(QAbstractScrollArea):
    """Paints sheets and holds `block` among them; `aimed` carries the kind that was clicked."""

    aimed = Signal(object)

    def __init__(self, jobs: Jobs, block: QWidget) -> None:
        super().__init__()
        self.sheets: tuple[Sheet, ...] = ()
        self.pictures = PagePictures(jobs, self)
        self.block = block
        self._marked: PieceKind | None = None
        self._laid = Arrangement((), QRect(), QSize())
        block.setParent(self.viewport())
        self._build()
        self.pictures.arrived.connect(self.viewport().update)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pages of the order"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.block.installEventFilter(self)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Lay out these pages; what was scrolled to stays where it is."""
        if tuple(sheets) != self.sheets:
            self.sheets = tuple(sheets)
            names = [sheet.name for sheet in self.sheets]
            self.setAccessibleDescription("; ".join(names))
            self.arrange()

    def mark(self, kind: PieceKind) -> None:
        """Frame the pages of a kind."""
        self._marked = kind
        self.viewport().update()

    def reveal(self, kind: PieceKind) -> None:
        """Bring the first page of a kind into view."""
        place = next((at for at, each in enumerate(self.sheets) if each.kind is kind), None)
        if place is None:
            return
        bar, rect = self.verticalScrollBar(), self._laid.pages[place]
        top, bottom = rect.top() - px(CAPTION) - GAP, rect.bottom() + GAP
        if top < bar.value() or bottom - top > self.viewport().height():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def reveal_block(self) -> None:
        """Bring the block and what it says into view."""
        block, bar = self._laid.block, self.verticalScrollBar()
        hidden = block.bottom() + GAP - bar.value() - self.viewport().height()
        if hidden > 0:
            bar.setValue(min(bar.value() + hidden, block.top()))
        elif block.top() < bar.value():
            bar.setValue(block.top())

    def page_rect(self, place: int) -> QRect:
        """Where a page is in the viewport now."""
        return self._laid.pages[place].translated(0, -self.verticalScrollBar().value())

    def is_drawn(self) -> bool:
        """Whether every page that was looked at is there."""
        return self.pictures.is_idle()

    def arrange(self) -> None:
        """Lay everything out anew, as after the block has grown."""
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar()
        wide = room.width() - bar.sizeHint().width()
        space = Space(wide, px(CAPTION), px(BLOCK), self._block_height)
        self._laid = arrange(self.sheets, space)
        shown = self.viewport().height()
        bar.setPageStep(shown)
        bar.setRange(0, max(0, self._laid.size.height() - shown))
        self._place_block()
        self.viewport().update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.block and event.type() is QEvent.Type.LayoutRequest:
            self.arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_block()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint() + QPoint(0, self.verticalScrollBar().value())
        for sheet, rect in zip(self.sheets, self._laid.pages, strict=True):
            if rect.contains(at):
                self.aimed.emit(sheet.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("sunken"))
        for place, sheet in enumerate(self.sheets):
            rect = self.page_rect(place)
            if rect.adjusted(-4, -px(CAPTION), 4, 4).intersects(event.rect()):
                paint_caption(painter, rect, sheet)
                self._paint_page(painter, rect, sheet)
                paint_edge(painter, rect, marked=sheet.kind is self._marked)

    def _paint_page(self, painter: QPainter, rect: QRect, sheet: Sheet) -> None:
        painter.fillRect(rect, QColor("white"))
        ratio = self.devicePixelRatioF()
        exact = self.pictures.get(sheet, round(rect.width() * ratio))
        picture = exact or self.pictures.before(sheet)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, exact is None)
            rows = min(picture.height(), round(rect.height() * ratio))
            source = QRect(0, 0, picture.width(), rows if exact else picture.height())
            painter.drawImage(QRectF(rect), picture, QRectF(source))

    def _block_height(self, width: int) -> int:
        layout = self.block.layout()
        if layout is None:
            return self.block.sizeHint().height()
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    def _place_block(self) -> None:
        self.block.setGeometry(self._laid.block.translated(0, -self.verticalScrollBar().value()))
        self.block.setVisible(not self._laid.block.isEmpty())
