"""Exports pieces, sales or a year's summary as a file for a spreadsheet or an accountant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import Progress
from closet_app.services import exports, gallery
from closet_app.services.closet import Closet
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
    ITEMS: (mark("Pieces"), mark("Every field of each piece. Closet can read the file back.")),
    SALES: (mark("Sales"), mark("A row for each piece sold, with every part of its profit.")),
    SUMMARY: (mark("Summary"), mark("The year in sums; they equal the rows of Sales.")),
}
ALL, FOUND = "all", "found"
WHICH = {ALL: mark("All pieces"), FOUND: mark("Found now")}
FORMATS = {"csv": "CSV", "xlsx": "Excel (XLSX)"}
EVERY_YEAR = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported; `year` None is for all years, `text` narrows the pieces."""

    what: str
    year: int | None
    form: str
    text: str = ""


class ExportDialog(FormDialog):
    """What, which pieces or which year, and in which form; `text` is the search shown now."""

    def __init__(self, years: tuple[int, ...], text: str, parent: QWidget | None) -> None:
        super().__init__(say("Export"), act=say("Export…"), parent=parent)
        self._text = text
        self._has_sales = bool(years)
        self.what = _segments({key: words for key, (words, _) in WHAT.items()}, say("What"))
        self.explained = PlainLabel("", role="small", tone="muted", wrap=True)
        self.which = _segments(WHICH, say("Which pieces"))
        self.year = ComboField(
            say("Year"),
            [*((year, str(year)) for year in years), (EVERY_YEAR, say("All years"))],
        )
        self.year.set_value(years[0] if years else EVERY_YEAR)
        self.form = _segments(FORMATS, say("Form"))
        self._which_box = FieldBox(say("Which pieces"), self.which)
        for widget in (
            FieldBox(say("What"), self.what),
            self.explained,
            self._which_box,
            self.year,
            FieldBox(say("Form"), self.form),
        ):
            self.body.addWidget(widget)
        self.what.changed.connect(self._explain)
        self._explain(ITEMS)

    def check(self) -> str:
        dated = self.what.value() != ITEMS
        return say("Nothing was sold yet.") if dated and not self._has_sales else ""

    def wanted(self) -> Wanted:
        """What was chosen."""
        what, year = self.what.value(), self.year.value()
        text = self._text if what == ITEMS and self.which.value() == FOUND else ""
        chosen = year if isinstance(year, int) and year != EVERY_YEAR else None
        return Wanted(what, None if what == ITEMS else chosen, self.form.value(), text)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many pieces there are, and how many the search finds."""
        for which, words in WHICH.items():
            said = say("{which} ({count})", which=say(words), count=f"{counts[which]:,}")
            self.which.set_words(which, said)

    def _explain(self, what: str) -> None:
        self.explained.setText(say(WHAT[what][1]))
        self._which_box.setVisible(what == ITEMS and bool(self._text))
        self.year.setVisible(what != ITEMS)
        self.show_problem("")


def open_export(desk: Desk) -> None:
    """Ask what to export, then where to."""
    closet = desk.closet
    page = desk.navigator.page("closet")
    text = page.searched() if page is not None else ""
    dialog = ExportDialog(tuple(years(closet)), text, desk.window)
    if text:
        desk.jobs.run(
            lambda _progress: _counts(closet, text), owner=dialog, done=dialog.show_counts
        )
    open_modal(dialog, lambda: _export(desk, dialog.wanted()))


def _counts(closet: Closet, text: str) -> dict[str, int]:
    return {ALL: len(gallery.find(closet)), FOUND: len(gallery.find(closet, text))}


def _export(desk: Desk, wanted: Wanted) -> None:
    kinds = f"{FORMATS[wanted.form]} (*.{wanted.form})"
    proposed = f"{_name(desk.closet, wanted)}.{wanted.form}"
    chosen = desk.asking.save_file(desk.window, say("Export"), proposed, kinds)
    if chosen is None:
        return
    path = chosen if chosen.suffix else chosen.with_suffix(f".{wanted.form}")
    closet = desk.closet

    def told(made: Path) -> None:
        told_file(desk, say("Exported {name}", name=made.name), made)

    desk.jobs.run(
        lambda progress: _write(closet, wanted, path, progress),
        owner=desk,
        done=told,
        name=say("Exporting"),
    )


def _write(closet: Closet, wanted: Wanted, path: Path, progress: Progress) -> Path:
    if wanted.what == ITEMS:
        exports.export_items(closet, path, wanted.text, progress)
    elif wanted.what == SALES:
        exports.export_sales(closet, path, wanted.year, progress)
    else:
        exports.export_summary(closet, path, wanted.year, progress)
    return path


def _name(closet: Closet, wanted: Wanted) -> str:
    """“Juniper Lane sales 2026”."""
    year = "" if wanted.year is None else f" {wanted.year}"
    words = say(WHAT[wanted.what][0]).lower()
    return safe_name(f"{shop(closet).name or 'Closet'} {words}{year}")


def _segments(words: Mapping[str, str], name: str) -> Segmented:
    return Segmented([Segment(key, say(each)) for key, each in words.items()], name=name)
