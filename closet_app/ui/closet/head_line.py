"""The line above the gallery: how many, what they ask and keep; sort and view at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from closet_app.services.records import Totals
from closet_app.ui.closet.browser import SORTS
from closet_app.ui.closet.faces import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import say, say_many

GALLERY, TABLE = "gallery", "table"


class HeadLine(QWidget):
    """`sorted_by` and `view_chosen` carry values; the two buttons open what was folded away."""

    sorted_by = Signal(str)
    view_chosen = Signal(str)
    filters_asked = Signal()
    details_asked = Signal()
    columns_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = Button(say("Filters"), icon="list-filter", pressed=self.filters_asked.emit)
        self.details = IconButton(
            "panel-right-open", say("Show details"), pressed=self.details_asked.emit
        )
        self.columns = Button(
            say("Columns"), "ghost", icon="columns-3", pressed=self.columns_asked.emit
        )
        self._count = PlainLabel("", role="body-strong")
        self._asking = ElidedLabel("", tone="muted")
        self._dot = PlainLabel("·", tone="muted")
        self._keep = ElidedLabel("", role="body-strong", tone="ok")
        self.sort = Button("", "ghost", icon="arrow-down-up", pressed=self._open_sorts)
        segments = [
            Segment(GALLERY, say("Gallery"), "layout-grid"),
            Segment(TABLE, say("Table"), "rows-3"),
        ]
        self.view = Segmented(segments, name=say("View"))
        self._sort = ""
        self._build()
        self.view.changed.connect(self.view_chosen)
        self.set_sort(SORTS[0][0])

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.filters)
        row.addWidget(self._count)
        for label in (self._asking, self._dot, self._keep):
            row.addWidget(label)
        for label in (self._asking, self._keep):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addStretch(1)
        for widget in (self.columns, self.sort, self.view, self.details):
            row.addWidget(widget)
        for hidden in (self.filters, self.details, self.columns, self._dot):
            hidden.hide()

    def minimumSizeHint(self) -> QSize:
        """Sums give way before buttons do."""
        return QSize(px(300), super().minimumSizeHint().height())

    def show_count(self, count: int) -> None:
        """Show how many pieces are found, before their sums are known."""
        self._count.setText(say_many("{count} item", "{count} items", count))

    def show_totals(self, totals: Totals, speech: Speech) -> None:
        """Show count and sums."""
        words = f"{totals.count:,}"
        self._count.setText(say_many("{n} item", "{n} items", totals.count, n=words))
        self._asking.setText(say("asking {amount}", amount=speech.total(totals.asking)))
        self._keep.setText(say("{amount} to keep if all sell", amount=speech.total(totals.keep)))
        self._keep.set_tone("bad" if totals.keep.minor < 0 else "ok")
        self._dot.show()

    @property
    def sort_value(self) -> str:
        """The chosen sort."""
        return self._sort

    def set_sort(self, sort: str) -> None:
        """Show the chosen sort."""
        self._sort = sort
        words = say(dict(SORTS)[sort])
        self.sort.setText(words)
        self.sort.setAccessibleName(say("Sorted by: {sort}", sort=words))
        self.sort.updateGeometry()

    def set_view(self, view: str) -> None:
        """Show which view is chosen."""
        self.view.set_value(view)
        self.columns.setVisible(view == TABLE)

    def set_filter_count(self, count: int) -> None:
        """Say on the button how many filters are on."""
        self.filters.setText(say("Filters {count}", count=count) if count else say("Filters"))
        self.filters.updateGeometry()
        set_tooltip(self.filters, say("Show filters"), "Ctrl F")

    def sort_menu(self) -> QMenu:
        """Every sort, the chosen one ticked."""
        menu = rounded_menu(QMenu(self))
        for value, words in SORTS:
            action = menu.addAction(say(words))
            action.setCheckable(True)
            action.setChecked(value == self._sort)
            action.triggered.connect(lambda _on=False, value=value: self.sorted_by.emit(value))
        return menu

    def _open_sorts(self) -> None:
        self.sort_menu().popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))
