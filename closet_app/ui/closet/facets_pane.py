"""The filters at the left: every group with its live counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from closet_app.domain.query import Query
from closet_app.services.records import Facets
from closet_app.ui.closet.facet_specs import FACETS, FacetSpec
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.closet.facet_part import FacetPart, Ground

WIDTH = 216


class FacetsPane(QScrollArea):
    """`toggled` carries key and value, `ranged` key and two limits.

    The groups are made when the first counts arrive, so that the gallery is painted first.
    """

    toggled = Signal(str, str)
    ranged = Signal(str, object, object)
    not_listed = Signal()
    trash_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts: list[FacetPart] = []
        self._inside = QWidget()
        self._inside.setProperty("ground", "canvas")
        self.setWidget(self._inside)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(px(16), px(10), px(6), px(16))
        self._column.setSpacing(px(10))
        self._trash = Button(
            say("Trash"), "ghost", icon="trash-2", pressed=self.trash_wanted.emit, parent=self
        )
        self._trash.hide()

    def set_ground(self, ground: Ground) -> None:
        """Make the groups anew for a shop that says or sells things differently."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = [self._make(spec, ground) for spec in FACETS]
        while self._column.count():
            self._column.takeAt(0)
        for part in self._parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._trash, 0, Qt.AlignmentFlag.AlignLeft)
        self._trash.show()

    @property
    def is_made(self) -> bool:
        """Whether the groups are there."""
        return bool(self._parts)

    def show_counts(self, facets: Facets, query: Query) -> None:
        """Show other counts and ticks."""
        for part in self._parts:
            part.show_counts(facets, query)

    def part(self, key: str) -> FacetPart:
        """The group that sets `key`."""
        return next(part for part in self._parts if part.spec.key == key)

    def _make(self, spec: FacetSpec, ground: Ground) -> FacetPart:
        # Not above: the filters come after the first cards.
        from closet_app.ui.closet.facet_parts import PARTS

        part = PARTS[spec.kind](spec, ground)
        part.toggled.connect(partial(self.toggled.emit, spec.key))
        part.ranged.connect(partial(self.ranged.emit, spec.key))
        part.not_listed.connect(self.not_listed)
        return part
