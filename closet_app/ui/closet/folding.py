"""Where filters and inspector stand: beside the gallery, or over it when the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from closet_app.ui.closet.facets_pane import WIDTH as FACETS
from closet_app.ui.closet.facets_pane import FacetsPane
from closet_app.ui.closet.gallery_pane import GalleryPane
from closet_app.ui.closet.inspector import WIDTH as INSPECTOR
from closet_app.ui.closet.inspector import Inspector
from closet_app.ui.closet.overlay import Overlay
from closet_app.ui.desk import Desk
from closet_app.ui.frame.panes import first_focusable
from closet_app.ui.frame.window import Room
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.words import say

NAME, SCALE = "closet", "closet.card_size"
WIDEST_FACETS, WIDEST_INSPECTOR = 320, 400


class Folding(QObject):
    """Arranges the three panes of `page` and remembers their widths."""

    def __init__(
        self, desk: Desk, page: QWidget, facets: FacetsPane, pane: GalleryPane, inspector: Inspector
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._facets, self._pane, self._inspector = facets, pane, inspector
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        left, right = Qt.Edge.LeftEdge, Qt.Edge.RightEdge
        self.facets_over = Overlay(page, left, "canvas", say("Filters"))
        self.inspector_over = Overlay(page, right, "surface", say("Details"))
        self._room = Room(facets=True, inspector=True)
        self._later = QTimer(self, singleShot=True, interval=400)
        self._build(page)
        self.measure()
        self._connect()
        self.arrange(desk.window.room())

    def _build(self, page: QWidget) -> None:
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self._facets, self._pane, self._inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        widths = self._desk.choices.settings.panes.get(NAME, ())
        facets, inspector = widths if len(widths) == 2 else (px(FACETS), px(INSPECTOR))
        self.splitter.setSizes([facets, 10_000, inspector])
        self._pane.set_columns(self._desk.choices.settings.columns.get(NAME, ()))
        scale = self._desk.choices.settings.panes.get(SCALE, ())
        self._pane.grid.set_scale(scale[0] if scale else 100)

    def _connect(self) -> None:
        # Later: a splitter that loses a pane deletes its handle, and while Qt tells every widget
        # of another text size it must not meet a deleted one.
        later = Qt.ConnectionType.QueuedConnection
        self._desk.window.room_changed.connect(self.arrange, later)
        self.splitter.splitterMoved.connect(lambda _at, _handle: self._later.start())
        self._later.timeout.connect(self._remember)
        for over in (self.facets_over, self.inspector_over):
            over.closed.connect(self.close_nearest)
        self._pane.head.filters_asked.connect(self.show_filters)
        self._pane.head.details_asked.connect(self._flip_inspector)

    @property
    def room(self) -> Room:
        """What stands beside the gallery now."""
        return self._room

    def panes(self) -> Sequence[QWidget]:
        """The panes in reading order; folded ones are not visible."""
        return (self._facets, self._pane, self._inspector)

    def measure(self) -> None:
        """Hold the panes at their designed widths, at the shown text size."""
        self._facets.setMinimumWidth(px(FACETS))
        self._facets.setMaximumWidth(px(WIDEST_FACETS))
        self._inspector.setMinimumWidth(px(INSPECTOR))
        self._inspector.setMaximumWidth(px(WIDEST_INSPECTOR))
        self.facets_over.set_width(px(FACETS) + px(24))
        self.inspector_over.set_width(px(INSPECTOR) + 1)

    def arrange(self, room: Room) -> None:
        """Put each pane beside the gallery or over it."""
        self._room = room
        self._place(self._facets, self.facets_over, docked=room.facets, at=0)
        self._place(self._inspector, self.inspector_over, docked=room.inspector, at=2)
        self._pane.head.filters.setVisible(not room.facets)
        self._pane.head.details.setVisible(not room.inspector)

    def show_filters(self) -> None:
        """Bring the filters up and go there."""
        if not self._room.facets:
            self.facets_over.open()
        target = first_focusable(self._facets)
        if target is not None:
            focus_by_keyboard(target)

    def show_inspector(self) -> None:
        """Bring the inspector up where it is folded."""
        if not self._room.inspector:
            self.inspector_over.open()

    def close_nearest(self) -> bool:
        """Close what lies over the gallery; False when nothing does."""
        for over in (self.inspector_over, self.facets_over):
            if over.isVisible():
                over.close_pane()
                self._pane.view.setFocus()
                return True
        return False

    def step_cards(self, by: int) -> None:
        """Larger or smaller cards, remembered."""
        self._pane.grid.step_scale(by)
        self._keep(SCALE, (self._pane.grid.scale,))

    def keep_columns(self, names: tuple[str, ...]) -> None:
        """Remember the columns of the table."""
        choices = self._desk.choices
        choices.change(columns={**choices.settings.columns, NAME: names})

    def _place(self, pane: QWidget, over: Overlay, *, docked: bool, at: int) -> None:
        is_docked = self.splitter.indexOf(pane) >= 0
        if docked and not is_docked:
            over.close_pane()
            self.splitter.insertWidget(min(at, self.splitter.count()), pane)
            pane.show()
        elif not docked and is_docked:
            over.take(pane)

    def _flip_inspector(self) -> None:
        if self.inspector_over.isVisible():
            self.inspector_over.close_pane()
        else:
            self.inspector_over.open()

    def _remember(self) -> None:
        if self._room.facets and self._room.inspector:
            sizes = self.splitter.sizes()
            self._keep(NAME, (sizes[0], sizes[2]))

    def _keep(self, name: str, sizes: tuple[int, ...]) -> None:
        choices = self._desk.choices
        choices.change(panes={**choices.settings.panes, name: sizes})
