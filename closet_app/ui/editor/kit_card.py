"""The listing kit: what to paste into a marketplace's form, and its photos in a folder."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services import kit as kits
from closet_app.services.kit import CopiedPhotos, Kit
from closet_app.ui.desk import Desk
from closet_app.ui.editor.badge_tabs import BadgeTabs
from closet_app.ui.editor.clamped_label import ClampedLabel
from closet_app.ui.editor.sheet import Sheet
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import Divider, PlainLabel, set_tooltip
from closet_app.ui.words import say, say_many

COPIED_MS = 2000


class CopyPart(QWidget):
    """A heading with its letters, a text, and Copy, which says Copied for two seconds."""

    def __init__(self, name: str, keys: str, lines: int, tone: str) -> None:
        super().__init__()
        self._name = name
        self.count = PlainLabel("", role="small", tone="muted")
        self.text = ClampedLabel(lines, tone=tone)
        self.copy_button = Button(say("Copy"), size="small", icon="copy", pressed=self.copy)
        self.copy_button.setAccessibleName(say("Copy {what}", what=name.lower()))
        set_tooltip(self.copy_button, say("Copy {what}", what=name.lower()), keys)
        self._back = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._back.timeout.connect(self._show_copy)
        self._build()

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(px(8))
        above.addWidget(PlainLabel(self._name, role="label-strong"))
        above.addWidget(self.count, 1)
        above.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(above)
        column.addWidget(self.text)

    def show_text(self, text: str, count: str) -> None:
        """Show what would be copied."""
        self.text.set_whole(text)
        self.count.setText(count)
        self.copy_button.setEnabled(bool(text))
        self._show_copy()

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        if not self.text.whole:
            return
        QGuiApplication.clipboard().setText(self.text.whole)
        self.copy_button.setText(say("Copied"))
        self.copy_button.set_icon_name("check")
        self._back.start()

    def _show_copy(self) -> None:
        self._back.stop()
        self.copy_button.setText(say("Copy"))
        self.copy_button.set_icon_name("copy")


class KitCard(QWidget):
    """`mark_listed` carries the marketplace whose kit is shown."""

    mark_listed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self.tabs = BadgeTabs(say("Marketplace of the listing kit"))
        self.title = CopyPart(say("Title"), "Ctrl Shift C", 2, "ink")
        self.description = CopyPart(say("Description"), "Ctrl Shift D", 4, "muted")
        self.words = PlainLabel("", role="small", tone="muted", wrap=True)
        self.photos = Button("", size="small", icon="folder-open", pressed=self.show_photos)
        self.listed = Button(say("Mark listed…"), size="small", pressed=self._on_listed)
        self._build()
        self.tabs.changed.connect(lambda _marketplace: self._show_kit())

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(PlainLabel(say("Listing kit"), role="section"), 1)
        heading.addWidget(
            PlainLabel(say("copy, then paste into the app"), role="small", tone="muted")
        )
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.tabs)
        body = QVBoxLayout()
        body.setContentsMargins(px(12), px(10), px(12), px(12))
        body.setSpacing(px(8))
        body.addWidget(self.title)
        self._line = Divider()
        body.addWidget(self._line)
        body.addWidget(self.description)
        body.addWidget(self.words)
        self.photos.setMinimumWidth(px(120))
        self.photos.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        feet = QHBoxLayout()
        feet.addWidget(self.photos)
        feet.addStretch(1)
        feet.addWidget(self.listed)
        body.addLayout(feet)
        inside.addLayout(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(heading)
        column.addWidget(card)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the kit of a piece for the chosen marketplace."""
        self._sheet = sheet
        self.tabs.show_tabs([(place.id, place.name) for place in sheet.places])
        self.setVisible(bool(sheet.places))
        self._show_kit()

    def _show_kit(self) -> None:
        if self._sheet is None or not self.tabs.chosen:
            return
        found = kits.kit(self._desk.closet, self._sheet.piece.id, self.tabs.chosen)
        text = found.text
        has_title = bool(text.limits.title)
        for part in (self.title, self._line):
            part.setVisible(has_title)
        limits = {"count": text.title_letters, "most": text.limits.title}
        self.title.show_text(text.title, say("{count} of {most}", **limits))
        letters = say_many("{count} letter", "{count} letters", text.description_letters)
        self.description.show_text(text.description, letters)
        self.words.setText(_form_words(found))
        self.words.setVisible(bool(self.words.text()))
        self._show_feet(found)

    def _show_feet(self, found: Kit) -> None:
        self.photos.setText(
            say_many("Show {count} photo in folder", "Show {count} photos in folder", found.photos)
        )
        self.photos.setEnabled(bool(found.photos))
        places = self._sheet.places if self._sheet else ()
        live = any(place.is_live for place in places if place.id == self.tabs.chosen)
        self.listed.setText(say("Edit listing…") if live else say("Mark listed…"))

    def show_photos(self) -> None:
        """Write sized copies without place or camera, then show their folder."""
        if self._sheet is None:
            return
        closet, item_id, place = self._desk.closet, self._sheet.piece.id, self.tabs.chosen
        self._desk.jobs.run(
            lambda progress: kits.copy_photos(closet, item_id, place, progress),
            owner=self,
            done=self._show_folder,
            failed=self._desk.tell_trouble,
            name=say("Copying photos"),
        )

    def _show_folder(self, copied: CopiedPhotos) -> None:
        for problem in copied.problems[:1]:
            self._desk.toast(problem.why, icon="triangle-alert")
        self._desk.asking.show(copied.folder)

    def _on_listed(self) -> None:
        if self.tabs.chosen:
            self.mark_listed.emit(self.tabs.chosen)


def _form_words(found: Kit) -> str:
    """The words to choose on the form."""
    parts = []
    if found.condition:
        parts.append(say("Condition: {words}", words=found.condition))
    if found.colors:
        parts.append(say("Colors: {words}", words=", ".join(found.colors)))
    return " · ".join(parts)
