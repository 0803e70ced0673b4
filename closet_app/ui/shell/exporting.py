"""Exports pieces, sales or a year's summary as a file for a spreadsheet or an accountant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import Progress
from closet_app.services import exports
from closet_app.services.sales import years
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.shell.keeping import told_file
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.dialogs import FormDialog, open_modal
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import mark, say

ITEMS, SALES, SUMMARY = "items", "sales", "summary"
WHAT = {
    ITEMS: (mark("Pieces"), mark("Every piece with every field. Closet can read it back.")),
    SALES: (mark("Sales"), mark("A row for each piece sold, with every part of its profit.")),
    SUMMARY: (mark("Summary"), mark("The year in sums; they equal the rows of Sales.")),
}
FORMATS = {"csv": "CSV", "xlsx": "Excel"}


class ExportDialog(FormDialog):
    """What, of which year, in which form."""

    def __init__(self, years: tuple[int, ...], parent: QWidget | None) -> None:
        super().__init__(say("Export"), act=say("Export…"), parent=parent)
        self.what = _segments({key: words for key, (words, _) in WHAT.items()}, say("What"))
        self.explained = PlainLabel("", role="small", tone="muted", wrap=True)
        self.year = ComboField(say("Year"), [(year, str(year)) for year in years])
        self.year.set_value(years[0] if years else None)
        self.form = _segments(FORMATS, say("Form"))
        for widget in (
            FieldBox(say("What"), self.what),
            self.explained,
            self.year,
            FieldBox(say("Form"), self.form),
        ):
            self.body.addWidget(widget)
        self.what.changed.connect(self._explain)
        self._explain(ITEMS)

    def check(self) -> str:
        dated = self.what.value() != ITEMS
        return say("Nothing was sold yet.") if dated and self.year.value() is None else ""

    def _explain(self, what: str) -> None:
        self.explained.setText(say(WHAT[what][1]))
        self.year.setVisible(what != ITEMS)
        self.show_problem("")


def open_export(desk: Desk, query: str = "") -> None:
    """Ask what to export, then where to; `query` narrows the pieces."""
    dialog = ExportDialog(tuple(years(desk.closet)), desk.window)
    open_modal(dialog, lambda: _export(desk, dialog, query))


def _export(desk: Desk, dialog: ExportDialog, query: str) -> None:
    what, form, year = dialog.what.value(), dialog.form.value(), dialog.year.value()
    words = say(WHAT[what][0])
    dated = "" if what == ITEMS else f" {year}"
    name = safe_name(f"{shop(desk.closet).name or 'Closet'} {words.lower()}{dated}")
    kinds = f"{FORMATS[form]} (*.{form})"
    chosen = desk.asking.save_file(desk.window, say("Export"), f"{name}.{form}", kinds)
    if chosen is None:
        return
    path = chosen if chosen.suffix else chosen.with_suffix(f".{form}")

    def work(progress: Progress) -> Path:
        if what == ITEMS:
            exports.export_items(desk.closet, path, query, progress)
        elif what == SALES:
            exports.export_sales(desk.closet, path, int(str(year)))
        else:
            exports.export_summary(desk.closet, path, int(str(year)))
        return path

    def told(made: Path) -> None:
        told_file(desk, say("Exported {name}", name=made.name), made)

    desk.jobs.run(work, owner=desk, done=told, name=say("Exporting"))


def _segments(words: dict[str, str], name: str) -> Segmented:
    return Segmented([Segment(key, say(each)) for key, each in words.items()], name=name)
