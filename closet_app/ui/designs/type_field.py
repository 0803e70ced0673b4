"""The types a card may be written in, each name in its own face."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from closet_app.services.design_fields import TYPE_NAMES, type_file
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.choice_box import ChoiceBox
from closet_app.ui.widgets.text_fields import ComboField

PIXELS = 14
LARGER = {"Caveat": 18, "DancingScript": 17, "NanumPenScript": 20, "Fraunces": 15}
"""Pixels of faces whose letters are small beside those of the form."""
_WEIGHTS = {
    "Regular": QFont.Weight.Normal,
    "Medium": QFont.Weight.Medium,
    "SemiBold": QFont.Weight.DemiBold,
    "Bold": QFont.Weight.Bold,
}


def type_font(type_name: str) -> QFont:
    """The font of a type at the shown text size."""
    file = type_file(type_name)
    made = QFont(_family(str(file)))
    face, _dash, weight = file.stem.partition("-")
    made.setPixelSize(px(LARGER.get(face, PIXELS)))
    made.setWeight(_WEIGHTS.get(weight, QFont.Weight.Normal))
    return made


@cache
def _family(file: str) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))
    return families[0] if families else ""


class _TypeBox(ChoiceBox):
    """Paints the chosen name in its own face; the list does so by its font role."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.end()
        self._paint_name()

    def _paint_name(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        made = self.itemData(self.currentIndex(), Qt.ItemDataRole.FontRole)
        side = px(16)
        chevron = QRect(self.width() - side - px(9), (self.height() - side) // 2, side, side)
        room = self.rect().adjusted(px(10), 0, -side - px(12), 0)
        painter.setFont(made if isinstance(made, QFont) else self.font())
        painter.setPen(color("ink" if self.isEnabled() else "muted"))
        words = QFontMetrics(painter.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        paint_icon(painter, chevron, "chevron-down", "muted")


class TypeField(ComboField):
    """A choice among the permitted types."""

    def __init__(self, label: str) -> None:
        super().__init__(label, list(TYPE_NAMES.items()))
        for row, type_name in enumerate(TYPE_NAMES):
            self.box.setItemData(row, type_font(type_name), Qt.ItemDataRole.FontRole)

    def make_box(self) -> ChoiceBox:
        return _TypeBox()
