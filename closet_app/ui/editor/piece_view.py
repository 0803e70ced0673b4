"""One piece on three columns: what is shown of it, typed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.domain.suggestions import Suggestion
from closet_app.errors import InvalidValueError
from closet_app.services import gallery
from closet_app.services.manners import manner_of
from closet_app.services.photo_findings import PhotoFindings
from closet_app.ui.desk import Desk
from closet_app.ui.editor.bringing import brought, may_bring
from closet_app.ui.editor.columns import Columns
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.findings_pane import FindingsPane
from closet_app.ui.editor.form import ItemForm
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.looking import Looking
from closet_app.ui.editor.photo_pane import PhotoPane
from closet_app.ui.editor.price_pane import PricePane
from closet_app.ui.editor.saving import Saver
from closet_app.ui.editor.sheet import Sheet
from closet_app.ui.editor.suggested import Suggested
from closet_app.ui.editor.tidying import values_for
from closet_app.ui.jobs import READ
from closet_app.ui.widgets.reading_order import ReadingOrder


class PieceView(QWidget):
    """Photos, facts and price of the piece last shown; photos may be dropped anywhere on it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._talk = Talk(manner_of(desk.closet))
        self.saver = Saver(desk)
        self.columns = Columns(self)
        left, middle, right = self.columns.grounds
        self.findings = FindingsPane(desk, left)
        self.photos = PhotoPane(desk, self.findings, left)
        self.looking = Looking(desk, self)
        self.form = ItemForm(desk, self._talk, middle)
        self.price = PricePane(desk, self._talk, right)
        self.columns.fill(self.photos, self.form, self.price)
        self.suggested = Suggested(lambda: self.inputs, self._talk, self)
        self._sheet: Sheet | None = None
        self._order = ReadingOrder(self.columns)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)
        for source in (self.form, self.price):
            source.committed.connect(self._save)
            source.wrong.connect(lambda _key: self.saver.hold_back())
        self.saver.refused.connect(self._refuse)
        self._connect_findings()

    def _connect_findings(self) -> None:
        self.looking.found.connect(self._show_findings)
        self.findings.used.connect(self._use)
        self.findings.colors_used.connect(self._use_colors)
        self.suggested.used.connect(lambda taken: self._use((taken,)))
        self.suggested.dismissed.connect(self.findings.dismiss)

    @property
    def inputs(self) -> tuple[FieldInput, ...]:
        """Every control, in reading order."""
        return (*self.form.inputs, *self.price.inputs)

    @property
    def has_errors(self) -> bool:
        """Whether something typed cannot be taken."""
        return any(field.box.error for field in self.inputs)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a piece, but for what is being typed."""
        facts = sheet.piece.facts
        self._sheet = sheet
        self.saver.begin(sheet.piece.id, facts)
        self.photos.show_photos(sheet.piece.id, sheet.piece.photos, sheet.photo_limits)
        self.findings.begin(sheet.piece.id)
        self.looking.begin(sheet.piece.id)
        self.form.show_facts(facts)
        self.price.show_sheet(sheet)
        self._order.keep()

    def begin(self) -> None:
        """Be ready for a piece that is opened: the shop may write otherwise since the last one."""
        self._talk.manner = manner_of(self._desk.closet)
        closet = self._desk.closet
        self._desk.jobs.run(
            lambda _progress: [each.value for each in gallery.suggest(closet, "source", "")],
            owner=self,
            done=self.form.offer_sources,
            lane=READ,
        )

    def forget(self) -> None:
        """Give up what was typed and could not be saved."""
        for field in self.inputs:
            field.forget()

    def flush(self) -> None:
        """Save what is being typed; say what could not be read and is left as it was."""
        for field in self.inputs:
            if not field.flush():
                self._desk.toast(f"{field.box.label}: {field.box.error}", icon="triangle-alert")

    def focus_title(self) -> None:
        """Begin with the title."""
        field = self.form.input("title")
        if field is not None:
            field.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_up(self) -> None:
        """Show the beginning of every column."""
        for area in (self.columns.left, self.columns.middle, self.columns.right):
            area.verticalScrollBar().setValue(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_bring(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A photo dropped beside the board is meant for this piece, too."""
        event.acceptProposedAction()
        self.photos.commands.add(brought(event.mimeData()))

    def _show_findings(self, findings: PhotoFindings) -> None:
        sheet = self._sheet
        if sheet is not None and sheet.piece.id == findings.item_id:
            self.photos.show_findings(findings, sheet.piece)
            self.suggested.show(findings.suggestions, findings.matching)
            self._order.keep()

    def _use(self, taken: Sequence[Suggestion]) -> None:
        """Write what was read into its fields, all of it as one step."""
        values: dict[str, Any] = {}
        for each in taken:
            try:
                value = self._talk.read(each.field, each.value)
            except InvalidValueError as why:
                self._desk.tell_trouble(why)
                continue
            facts = replace(self.saver.facts, **values)
            values |= values_for(each.field, value, facts, self._talk.manner.taxonomy)
        self.saver.save(values)

    def _use_colors(self, names: Sequence[str]) -> None:
        facts, palette = self.saver.facts, self._talk.manner.taxonomy.palette
        kept = dict.fromkeys((*facts.colors, *facts.other_colors, *names))
        listed, free = palette.split(tuple(kept))
        self.saver.save({"colors": listed, "other_colors": free})

    def _save(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        taxonomy = self._talk.manner.taxonomy
        self.saver.save(values_for(key, value, self.saver.facts, taxonomy))

    def _refuse(self, key: str, sentence: str) -> None:
        field = self.form.input(key) or self.price.price.input(key)
        if field is not None:
            field.refuse(sentence)
