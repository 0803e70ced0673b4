"""One section of Settings: fields that save themselves when they are left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services.records import Shop
from closet_app.services.shop import edit_shop, shop
from closet_app.ui.desk import Desk
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField, MultiLineField

COLUMNS = 12


class Section(QWidget):
    """Title, explanation and `body`; subclasses fill it and show the shop in `reload`."""

    def __init__(self, desk: Desk, title: str, words: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(28), px(24), px(28), px(28))
        rows.setSpacing(px(4))
        rows.addWidget(PlainLabel(title, role="page"))
        if words:
            rows.addWidget(PlainLabel(words, tone="muted", wrap=True))
        rows.addSpacing(px(14))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(14))
        rows.addLayout(self.body)
        rows.addStretch(1)
        self._links: list[tuple[str, LineField | MultiLineField]] = []

    def reload(self) -> None:
        """Show everything as it is kept now; a field that is being typed in stays."""
        own = shop(self.desk.closet)
        for key, field in self._links:
            if not field.editor.hasFocus():
                field.set_text(self.text_of(own, key))

    def text_of(self, own: Shop, key: str) -> str:
        """What a linked field shows."""
        return str(getattr(own, key))

    def heading(self, words: str) -> None:
        """A smaller title inside the section."""
        label = PlainLabel(words, role="section")
        label.setContentsMargins(0, px(8), 0, 0)
        self.body.addWidget(label)

    def grid(self, *cells: tuple[QWidget, int]) -> None:
        """A row of widgets with their shares of twelve columns."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        column = 0
        for widget, share in cells:
            grid.addWidget(widget, 0, column, 1, share)
            column += share
        for place in range(COLUMNS):
            grid.setColumnStretch(place, 1)
        self.body.addLayout(grid)

    def side_by_side(self, *widgets: QWidget) -> None:
        """Buttons in a row, from the left."""
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)

    def link(self, key: str, field: LineField | MultiLineField) -> None:
        """Let `field` show and save the shop's `key`."""
        self._links.append((key, field))
        field.changed.connect(lambda text: self.save(field, **self.change_of(key, text)))

    def change_of(self, key: str, text: str) -> dict[str, object]:
        """What typing `text` into the linked field changes."""
        return {key: text}

    def save(self, field: FieldBox, **changes: object) -> None:
        """Change the shop; a refusal is said under `field`."""
        field.set_error("")
        self.desk.command(lambda: edit_shop(self.desk.closet, **changes), failed=self.refuse(field))

    def refuse(self, field: FieldBox) -> Callable[[ClosetError], object]:
        """Say a refusal under `field`."""
        return lambda error: field.set_error(str(error))
