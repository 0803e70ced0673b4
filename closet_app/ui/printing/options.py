"""What can be chosen for labels; `changed` carries a field of the request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.printing.label_options import LabelOptions
from closet_app.ui.printing.paper_box import PaperBox
from closet_app.ui.printing.plan import Part
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider


class Options(QWidget):
    """What stands on the labels and where a sheet goes on; under it the paper."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        self.paper = PaperBox(desk, part)
        self.labels = LabelOptions(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.labels)
        self._line = Divider()
        column.addWidget(self._line)
        column.addWidget(self.paper)
        column.addStretch(1)
        self.labels.changed.connect(self.changed)
        self.paper.changed.connect(self.changed)
        self.show_part(part)

    def show_part(self, part: Part) -> None:
        """The part was changed or made."""
        self.labels.show_part(part)
        for each in (self.labels, self._line):
            each.setVisible(self.labels.has_something)
