"""The figures of one stock, read and checked with every keystroke."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from closet_app.errors import ClosetError, InvalidValueError
from closet_app.services.print_pages import Kind
from closet_app.services.stocks import StockDraft
from closet_app.ui.stocks.arranging import arranged, centred
from closet_app.ui.stocks.figures import FigureField
from closet_app.ui.stocks.lines import (
    GROUPS,
    KINDS,
    LINES,
    PAGE,
    PLACE,
    ROLL_PAGE,
    SWITCHES,
    UNITS,
    has_place,
)
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import Segment, Segmented, SwitchField
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class StockForm(QWidget):
    """`edited` carries the draft as far as it can be read; `fault` is the first thing wrong.

    `pointed` carries the name of the field that has the focus, empty for none.
    """

    edited = Signal(object)
    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.draft = StockDraft()
        self.fault: InvalidValueError | None = None
        self._converted = (self.draft, self.draft)
        self.name = LineField(say("Name"))
        self.kind = Segmented(
            [Segment(kind.value, say(words)) for kind, words in KINDS.items()], name=say("Kind")
        )
        self.unit = Segmented(
            [Segment(unit, say(words)) for unit, words in UNITS.items()], name=say("Measured in")
        )
        self.figures = {
            line.name: FigureField(line.name, say(line.words), counts=line.counts) for line in LINES
        }
        self.switches = {line.name: SwitchField(say(line.words)) for line in SWITCHES}
        self.centre = Button(
            say("Put in the middle"), "link", size="small", pressed=self._put_in_middle
        )
        self._headings: dict[str, QWidget] = {}
        self._page_heading = PlainLabel("", role="section")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.name)
        column.addWidget(self.kind)
        column.addWidget(self.unit)
        for group, words in GROUPS.items():
            column.addLayout(self._group(group, words))
        for field in self.switches.values():
            column.addWidget(field)
        column.addStretch(1)

    def _group(self, group: str, words: str) -> QGridLayout:
        heading = self._page_heading if group == PAGE else PlainLabel(say(words), role="section")
        heading.setContentsMargins(0, px(6), 0, 0)
        self._headings[group] = heading
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.addWidget(heading, 0, 0)
        if group == PLACE:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            grid.addWidget(self.centre, 0, 1, right)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for place, line in enumerate(line for line in LINES if line.group == group):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.figures[line.name], 1 + place // 2, place % 2, top)
        return grid

    def _connect(self) -> None:
        self.name.edited.connect(lambda _text: self._read())
        self.kind.changed.connect(lambda _kind: self._read())
        self.unit.changed.connect(self._measure_in)
        for field in self.figures.values():
            field.edited.connect(lambda _text: self._read())
            field.line.installEventFilter(self)
        for switch in self.switches.values():
            switch.changed.connect(lambda _on: self._read())

    def show_draft(self, draft: StockDraft, *, editable: bool) -> None:
        """Show another stock; one that comes with Closet can only be looked at."""
        self._show_figures(draft)
        self.name.set_text(draft.name)
        self.kind.set_value(draft.kind.value)
        for part in (self.name, self.kind, self.centre, *self.figures.values()):
            part.setEnabled(editable)
        for switch in self.switches.values():
            switch.setEnabled(editable)
        self._say(None)
        self._judge(draft if editable else replace(draft, name=draft.name or "-"))

    def refuse(self, error: ClosetError) -> None:
        """Say what kept the stock from being saved at the field it is about."""
        known = isinstance(error, InvalidValueError) and error.field
        self._say(error if known else InvalidValueError(str(error), field="name"))  # type: ignore[arg-type]  # known is of that kind

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            is_in = event.type() == QEvent.Type.FocusIn
            names = (name for name, field in self.figures.items() if field.line is watched)
            self.pointed.emit(next(names, "") if is_in else "")
        return super().eventFilter(watched, event)

    def _show_figures(self, draft: StockDraft) -> None:
        """Which fields there are follows what is described."""
        self.draft = draft
        self.unit.set_value(draft.unit)
        for line in LINES:
            self.figures[line.name].setVisible(line.shown(draft))
            self.figures[line.name].show_figure(getattr(draft, line.name), draft.unit)
        for each in SWITCHES:
            self.switches[each.name].setVisible(draft.kind in each.kinds)
            self.switches[each.name].set_value(getattr(draft, each.name))
        for group, heading in self._headings.items():
            heading.setVisible(any(line.shown(draft) for line in LINES if line.group == group))
        self.centre.setVisible(has_place(draft))
        is_label = draft.kind is Kind.ROLL
        self._page_heading.setText(say(ROLL_PAGE) if is_label else say(GROUPS[PAGE]))

    def _measure_in(self, unit: str) -> None:
        """Going back to the unit before brings its own figures back."""
        if unit not in UNITS or unit == self.draft.unit:
            return
        shown, before = self._converted
        measured = before if shown == self.draft and before.unit == unit else None
        self._converted = (measured or self.draft.in_unit(unit), self.draft)
        self._show_figures(self._converted[0])
        self._judge(self.draft)

    def _put_in_middle(self) -> None:
        self._show_figures(centred(self.draft))
        self._judge(self.draft)

    def _read(self) -> None:
        """Take what stands in the fields; the first that cannot be read keeps its old figure."""
        unread: InvalidValueError | None = None
        before = self.draft
        figures: dict[str, float | int] = {}
        for line in LINES:
            if not line.shown(before):
                continue
            try:
                figures[line.name] = self.figures[line.name].figure()
            except InvalidValueError as wrong:
                unread = unread or wrong
        on = {name: switch.value() for name, switch in self.switches.items()}
        words = {"name": self.name.text.strip(), "kind": Kind(self.kind.value())}
        typed = replace(before, **words, **figures, **on)  # type: ignore[arg-type]  # by the names of the draft
        if unread is None and _can_arrange(typed):
            self._show_figures(arranged(typed, before))
        else:
            self.draft = typed
        self._judge(self.draft, unread)

    def _judge(self, draft: StockDraft, unread: InvalidValueError | None = None) -> None:
        self._say(unread or draft.trouble())
        self.edited.emit(draft)

    def _say(self, fault: InvalidValueError | None) -> None:
        self.fault = fault
        fields: dict[str, FieldBox] = {"name": self.name, **self.figures}
        for name, field in fields.items():
            field.set_error(say(fault.what) if fault is not None and fault.field == name else "")


def _can_arrange(draft: StockDraft) -> bool:
    return min(draft.columns, draft.rows) >= 1
