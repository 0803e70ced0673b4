"""How a label printer is sent its labels: through its driver, or in its own language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from closet_app.services.raw_labels import DARKEST, RESOLUTIONS, Language, RawWay, raw_way, said_way
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say

DRIVER = ""
DARKNESS = range(20, DARKEST + 1, 20)
"""Per cent of the darkest that a printer burns."""


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
        shades = [(0, say("As the printer is set"))]
        shades += [(each, say("{percent} %", percent=each)) for each in DARKNESS]
        self.darkness = ComboField(say("Darkness"), shades)
        words = say(
            "{printer} may print sharper and faster in its own language. "
            "Choose the driver again when labels come out as letters.",
            printer=printer,
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.body.addWidget(self.language)
        self.body.addWidget(self.dpi)
        self.body.addWidget(self.darkness)
        kept = raw_way(desk.choices.settings.printers, printer)
        self.language.set_value(kept.language.value if kept else DRIVER)
        self.dpi.set_value(kept.dpi if kept else RESOLUTIONS[0])
        darkness = kept.darkness if kept else 0
        self.darkness.set_value(min((0, *DARKNESS), key=lambda each: abs(each - darkness)))
        self.language.changed.connect(lambda _value: self._show())
        self._show()

    def _show(self) -> None:
        for field in (self.dpi, self.darkness):
            field.setEnabled(bool(self.language.value()))

    def check(self) -> str:
        language, dpi, darkness = (
            field.value() for field in (self.language, self.dpi, self.darkness)
        )
        way = None
        if language and isinstance(dpi, int) and isinstance(darkness, int):
            way = RawWay(Language(str(language)), dpi, darkness)
        kept = self._desk.choices.settings.printers
        self._desk.choices.change(printers={**kept, **said_way(self._printer, way)})
        return ""
