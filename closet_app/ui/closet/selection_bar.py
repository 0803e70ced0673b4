"""What can be done with the selected pieces, over the gallery's foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import PlainLabel, set_state
from closet_app.ui.words import mark, say, say_many

HEIGHT, SIDE, FOOT = 52, 16, 12
VIEW_FOOT = 76
"""Room under the last cards, so that the bar hides none."""

ACTIONS: tuple[tuple[str, str, str], ...] = (
    ("closet.reprice", mark("Reprice"), "tag"),
    ("closet.mark_listed", mark("Mark listed"), "store"),
    ("closet.label", mark("Labels"), "printer"),
    ("closet.move_to_bin", mark("Move to bin"), "package"),
)
"""The bar's own buttons; those that do not fit are in its menu, which holds them all."""


class SelectionBar(QWidget):
    """`asked` carries an action's id, `more_asked` the button to open the menu at."""

    asked = Signal(str)
    more_asked = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Selected pieces"))
        self._count = PlainLabel("", role="body-strong", tone="bulk")
        self._asking = PlainLabel("", role="small", tone="bulk-mut")
        self.buttons = {each[0]: self._button(*each) for each in ACTIONS}
        self._more = _on_bulk(IconButton("ellipsis", say("More")))
        self._clear = _on_bulk(IconButton("x", say("Clear the selection"), keys="Esc"))
        self._build()
        self._more.clicked.connect(lambda _on=False: self.more_asked.emit(self._more))
        self._clear.clicked.connect(lambda _on=False: self.cleared.emit())
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(10), 0)
        row.setSpacing(px(4))
        row.addWidget(self._count)
        row.addSpacing(px(6))
        row.addWidget(self._asking)
        row.addStretch(1)
        for widget in (*self.buttons.values(), self._more, _BulkLine(), self._clear):
            row.addWidget(widget)
        fix(self, height=HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_selection(self, count: int, asking: str) -> None:
        """Show how many are selected and what they ask together."""
        self._count.setText(say_many("{n} selected", "{n} selected", count, n=f"{count:,}"))
        self._asking.setText(say("{amount} asking", amount=asking) if asking else "")
        self._fit()

    def place_in(self, area: QWidget) -> None:
        """Dock at the foot of `area`."""
        self.setGeometry(
            px(SIDE),
            area.height() - px(HEIGHT) - px(FOOT),
            max(area.width() - 2 * px(SIDE), 0),
            px(HEIGHT),
        )
        self._fit()
        self.raise_()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("bulk"))
        painter.setBrush(color("bulk"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))

    def _button(self, action: str, words: str, icon: str) -> Button:
        pressed: Callable[[], object] = lambda: self.asked.emit(action)  # noqa: E731 - one line binds the action
        return _on_bulk(Button(say(words), "ghost", icon=icon, pressed=pressed))

    def _fit(self) -> None:
        """Buttons that do not fit give way from the right; the menu has them all."""
        fixed: Sequence[QWidget] = (self._count, self._asking, self._more, self._clear)
        room = self.width() - px(60) - sum(each.sizeHint().width() for each in fixed)
        for button in self.buttons.values():
            room -= button.sizeHint().width() + px(4)
            button.setVisible(room >= 0)


def _on_bulk(button: Button) -> Button:
    set_state(button, "onbulk", value=True)
    return button


class _BulkLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        fix(self, width=13, height=24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() // 2, 0, 1, self.height(), color("bulk-line"))
