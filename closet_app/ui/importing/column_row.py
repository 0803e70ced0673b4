"""One column of the file: its heading, three of its cells, and what it is taken as."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.imports import TARGETS, ColumnUse
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.text import ElidedLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import mark, say

LEAVE_OUT = ""
"""The choice that takes nothing from a column; None is no choice yet."""
SAMPLES = 3
FIELD_WIDTH = 172
SURE = 100


@dataclass(frozen=True, slots=True)
class Caption:
    """The few words above a choice, which say where it comes from."""

    words: str
    tone: str = "muted"
    ticked: bool = False


HELP = Caption(mark("choose what it means"), "warn")
CHOSEN = Caption(mark("your choice"), "ok", ticked=True)
SAME_NAME = Caption(mark("same name"), "ok", ticked=True)
LOOKS_LIKE = Caption(mark("looks like"), "ink2")
OF_SALES = Caption(mark("about a sale"))
EMPTY = Caption(mark("no cells filled in"))
NOT_TAKEN = Caption(mark("not taken"))


def caption_of(use: ColumnUse, *, chosen: bool) -> Caption:
    """Who decided what a column is: its name, its looks, the seller, or nobody yet."""
    if chosen:
        return CHOSEN
    if use.field:
        return SAME_NAME if use.confidence >= SURE else LOOKS_LIKE
    if use.needs_help:
        return HELP
    if use.of_sales:
        return OF_SALES
    return NOT_TAKEN if use.samples else EMPTY


def target_choices() -> QStandardItemModel:
    """Everything a column can be taken as, shared by all rows."""
    model = QStandardItemModel()
    for value, words in [
        (LEAVE_OUT, say("Leave out")),
        *((each.key, say(each.words)) for each in TARGETS),
    ]:
        item = QStandardItem(words)
        item.setData(value, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


class ColumnRow(QWidget):
    """`chosen` carries the column's place and the target's key, None to leave it out."""

    chosen = Signal(int, object)

    def __init__(
        self, use: ColumnUse, choices: QStandardItemModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._at = use.at
        self._needs_help = False
        self._heading = ElidedLabel(use.heading, role="body-strong")
        self.field = ComboField("", empty=say("Choose"))
        self.field.box.setModel(choices)
        self._build(use)
        self.field.changed.connect(self._on_changed)
        self.setFocusProxy(self.field)

    def _build(self, use: ColumnUse) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._heading)
        for sample in use.samples[:SAMPLES]:
            told.addWidget(ElidedLabel(sample, role="small", tone="muted"))
        told.addStretch(1)
        fix(self.field, width=FIELD_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(8), px(10), px(10))
        row.setSpacing(px(12))
        row.addLayout(told, 1)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def needs_help(self) -> bool:
        """Whether the seller should choose."""
        return self._needs_help

    def show_use(self, use: ColumnUse, *, chosen: bool) -> None:
        """Show what the column is taken as now."""
        caption = caption_of(use, chosen=chosen)
        self._needs_help = caption is HELP
        self.field.set_value(None if self._needs_help else use.field or LEAVE_OUT)
        self.field.set_hint(say(caption.words), caption.tone, ticked=caption.ticked)
        cells = ", ".join(use.samples[:SAMPLES])
        self.field.box.setAccessibleName(say("“{heading}” is", heading=use.heading))
        self.field.box.setAccessibleDescription(
            say("{state}. Cells: {cells}", state=say(caption.words), cells=cells)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._needs_help:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("warn-soft"))
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -3), px(8), px(8))
            return
        painter.setPen(color("line"))
        foot = self.height() - 1
        painter.drawLine(px(10), foot, self.width() - px(10), foot)

    def _on_changed(self, value: object) -> None:
        self.chosen.emit(self._at, str(value) if value else None)
