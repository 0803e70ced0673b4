"""One stock: its form, and beside it the drawing that follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.print_pages import Kind
from closet_app.services.stocks import StockDraft
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.stocks.drawing import StockDrawing
from closet_app.ui.stocks.form import StockForm
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many


class FormPane(QFrame):
    """The form in a column that scrolls; above it why it cannot be typed in."""

    copied = Signal()

    def __init__(self, form: StockForm) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.shipped = Note("", "info", action=say("Make one like it"), below=True)
        self.shipped.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.shipped.acted.connect(self.copied)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(px(20), px(16), px(20), 0)
        above.addWidget(self.shipped)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setSpacing(px(14))
        column.addWidget(form)
        scroll = ColumnScroll()
        scroll.setAccessibleName(say("The paper in hand"))
        scroll.hold(inside, QMargins(20, 16, 20, 20))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._above)
        rows.addWidget(scroll, 1)

    def show_shipped(self, *, shown: bool, also: tuple[str, ...]) -> None:
        """Say that the stock comes with Closet, and under which numbers else it is sold."""
        words = say("This one comes with Closet and stays as it is.")
        if also:
            words += " " + say("Also sold as {numbers}.", numbers=", ".join(also))
        self.shipped.say(words)
        self._above.setVisible(shown)


class DrawingPane(QFrame):
    """The page on the desk, in words below it what one sheet brings, and what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "sunken")
        self.drawing = StockDrawing()
        self.facts = PlainLabel("", tone="muted", wrap=True)
        self.fault = Note("", "bad")
        self.fault.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.drawing, 1)
        column.addWidget(self.facts)
        column.addWidget(self.fault)

    def show_draft(self, draft: StockDraft) -> None:
        """Draw it; a name that is still missing is no fault of the drawing."""
        fault = replace(draft, name=draft.name.strip()[:1] or "-").trouble()
        self.drawing.show_draft(draft, fault)
        self.facts.setText(say_facts(draft))
        self.facts.setVisible(fault is None)
        self.fault.say(say(fault.what) if fault is not None else "")
        self.fault.setVisible(fault is not None)
        said = say(fault.what) if fault is not None else say_facts(draft)
        self.drawing.setAccessibleDescription(f"{draft.name}. {said}".strip())


def say_facts(draft: StockDraft) -> str:
    """“30 labels on a sheet.”, and what happens to each."""
    said, count = [], draft.columns * draft.rows
    if draft.kind is Kind.SHEET:
        said.append(say_many("{count} label on a sheet.", "{count} labels on a sheet.", count))
    if draft.kind is Kind.CARD:
        said.append(say_many("{count} card on a sheet.", "{count} cards on a sheet.", count))
    if draft.folded:
        said.append(say("Each is folded along the stitch."))
    if draft.continuous:
        said.append(say("The tape is cut at the stitches."))
    if draft.turned:
        said.append(say("It is read along the tape, so the printer takes it on its side."))
    return " ".join(said)
