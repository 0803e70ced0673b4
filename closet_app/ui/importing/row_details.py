"""Everything about the row under the cursor, in whole sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.services.imports import PreviewRow, RowState
from closet_app.ui.importing.row_columns import STATE_LOOKS, STATE_WORDS
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import StatusPill
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel
from closet_app.ui.words import say

_TONES = {RowState.BROKEN: "bad", RowState.NEW: "warn"}


class RowDetails(QWidget):
    """A strip below the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self._line = PlainLabel("", role="label", tone="muted")
        self._pill = StatusPill()
        self._piece = ElidedLabel("", role="body-strong")
        self._why = PlainLabel("", wrap=True)
        self._whole = PlainLabel("", role="small", tone="ink2", wrap=True)
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._line)
        head.addWidget(self._pill)
        head.addWidget(self._piece, 1)
        inside = QWidget()
        inside.setProperty("ground", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._whole)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Divider())
        rows.addWidget(area)
        fix(self, height=124)

    def show_row(self, row: PreviewRow, piece: str, whole: str) -> None:
        """Show another row: its piece in words, and all its values in one paragraph."""
        state = say(STATE_WORDS[row.state])
        self._line.setText(say("Row {line}", line=f"{row.line:,}"))
        self._pill.show_status(STATE_LOOKS[row.state], state)
        self._piece.setText(" ".join(piece.split()))
        why = "\n".join(filter(None, (row.why, *row.warnings)))
        self._why.setText(why)
        self._why.set_tone(_TONES.get(row.state, "muted"))
        self._why.setVisible(bool(why))
        self._whole.setText(whole)
        self._whole.setVisible(bool(whole))
        self.setAccessibleName(". ".join(filter(None, (self._line.text(), state, piece, why))))
