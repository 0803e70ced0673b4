"""What can be chosen for each kind of piece; `changed` carries a field of the request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.prints import PieceKind
from closet_app.ui.desk import Desk
from closet_app.ui.printing.card_options import CardOptions
from closet_app.ui.printing.label_options import LabelOptions
from closet_app.ui.printing.paper_box import PaperBox
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.slip_options import SlipOptions
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider


class Options(QWidget):
    """Paper for any kind, and under it what this kind alone asks."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk, part: Part, own: QWidget | None = None) -> None:
        super().__init__()
        self.kind = part.request.kind
        self.paper = PaperBox(desk, part.request)
        self.own = own
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        if own is not None:
            self._column.addWidget(own)
            self._column.addWidget(Divider())
        self._column.addWidget(self.paper)
        self._column.addStretch(1)
        self.paper.changed.connect(self.changed)

    def show_part(self, part: Part) -> None:
        """The part was changed or made."""
        if isinstance(self.own, (LabelOptions, CardOptions)):
            self.own.show_part(part)


def options_for(desk: Desk, part: Part) -> Options:
    """The options of one kind of piece."""
    kind = part.request.kind
    if kind is PieceKind.SLIP:
        own: SlipOptions | CardOptions | LabelOptions | None = SlipOptions(part)
    elif kind is PieceKind.CARD:
        own = CardOptions(desk, part)
    else:
        own = LabelOptions(part) if kind is PieceKind.LABEL else None
    made = Options(desk, part, own)
    if own is not None:
        own.changed.connect(made.changed)
    return made
