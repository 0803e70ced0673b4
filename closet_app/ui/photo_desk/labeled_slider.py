"""A slider with its name and its value above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_slider import Span, ValueSlider


class LabeledSlider(QWidget):
    """The name at the left, the value in words at the right."""

    def __init__(
        self,
        name: str,
        span: Span,
        say_value: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.slider = ValueSlider(name, span, say_value)
        self._value = PlainLabel(say_value(span.rest), role="label", tone="muted")
        above = QHBoxLayout()
        above.addWidget(PlainLabel(name, role="label", tone="ink2"), 1)
        above.addWidget(self._value)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addLayout(above)
        rows.addWidget(self.slider)
        self.setFocusProxy(self.slider)
        self.slider.moved.connect(lambda _value: self._tell())

    def put(self, value: int) -> None:
        """Show a value without reporting it."""
        self.slider.put(value)
        self._tell()

    def _tell(self) -> None:
        self._value.setText(self.slider.words)
