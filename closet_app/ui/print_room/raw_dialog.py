"""How a label printer is sent its labels: through its driver, or in its own language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from closet_app.services.raw_labels import RESOLUTIONS, Language, RawWay, raw_way, said_way
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say

DRIVER = ""


class RawDialog(FormDialog):
    """Kept for each printer in this user's settings."""

    def __init__(self, desk: Desk, printer: str, parent: QWidget | None) -> None:
        super().__init__(say("How labels are sent"), act=say("Save"), width=400, parent=parent)
        self._desk = desk
        self._printer = printer
        ways = [(DRIVER, say("Through the system’s driver"))]
        ways += [(each.value, each.name) for each in Language]
        self.language = ComboField(say("Language"), ways)
        dots = [(dpi, say("{dpi} dots to the inch", dpi=dpi)) for dpi in RESOLUTIONS]
        self.dpi = ComboField(say("Resolution"), dots)
        words = say(
            "{printer} may print sharper and faster in its own language. "
            "Choose the driver again when labels come out as letters.",
            printer=printer,
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.body.addWidget(self.language)
        self.body.addWidget(self.dpi)
        kept = raw_way(desk.choices.settings.printers, printer)
        self.language.set_value(kept.language.value if kept else DRIVER)
        self.dpi.set_value(kept.dpi if kept else RESOLUTIONS[0])
        self.language.changed.connect(lambda _value: self._show())
        self._show()

    def _show(self) -> None:
        self.dpi.setEnabled(bool(self.language.value()))

    def check(self) -> str:
        language, dpi = self.language.value(), self.dpi.value()
        way = None
        if isinstance(language, str) and language and isinstance(dpi, int):
            way = RawWay(Language(language), dpi)
        kept = self._desk.choices.settings.printers
        self._desk.choices.change(printers={**kept, **said_way(self._printer, way)})
        return ""
