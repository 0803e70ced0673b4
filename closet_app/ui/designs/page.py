"""The page “Card designs”: the designs at the left, a card in the middle, its form at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.services.changed import Changed
from closet_app.services.design_fields import offers
from closet_app.services.design_files import SUFFIX, export_design, file_name_of
from closet_app.ui.designs.design_list import PICTURE, DesignList
from closet_app.ui.designs.designs_bar import DesignsBar
from closet_app.ui.designs.form import DesignForm
from closet_app.ui.designs.preview_pane import PreviewPane
from closet_app.ui.designs.studio import Studio
from closet_app.ui.designs.thumbnails import Thumbnails
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.jobs import READ
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

LIST_WIDTH, LEAST_LIST, CARD_WIDTH = 256, 160, 320
DESIGN_FILES = (SUFFIX, ".toml")
NEEDS_OWN = ("design.delete",)


class DesignsPage(Page):
    """Entered with the id of a design, or None for the one in hand before, or the usual one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self.studio = Studio(desk, self)
        self.thumbs = Thumbnails(desk.closet, desk.jobs, self)
        self.list = DesignList(self.studio, self.thumbs)
        self.preview = PreviewPane(self.studio)
        self.form = DesignForm(self.studio)
        self._build()
        self._connect()
        self.bar = DesignsBar(self.studio)

    def _build(self) -> None:
        fix(self.list, width=LIST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        row.addWidget(self.preview, 1)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        row.addWidget(self.form)

    def _connect(self) -> None:
        studio = self.studio
        studio.shown.connect(self._on_shown)
        studio.listed.connect(self._draw_small)
        studio.listed.connect(self._on_shown)
        studio.troubled.connect(self.preview.say_wrong)
        self.preview.said.connect(self._draw_small)
        handlers: dict[str, Callable[[], object]] = {
            "design.up": lambda: self._move(-1),
            "design.down": lambda: self._move(1),
            "design.copy": studio.copy,
            "design.rename": self._rename,
            "design.delete": studio.delete,
            "design.use": studio.use,
            "design.import": self._import,
            "design.export": self._export,
            "design.back": self._go_back,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.connect_action(action_id, handler)

    def title(self) -> str:
        return say("Card designs")

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return [self.list, self.preview, self.form]

    def enter(self, what: object = None) -> None:
        self.studio.read(what if isinstance(what, str) else "")
        self.preview.read()
        self.list.view.setFocus()

    def leave(self) -> bool:
        """What was typed last is kept."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.studio.keep_typed()
        return True

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and self.isVisible():
            self.studio.read()
            self.preview.read()

    def take_photos(self, files: Sequence[Path]) -> bool:
        """Design files are taken in; a picture goes to the place this design has for one."""
        self.preview.say_wrong("")
        shared = [file for file in files if file.suffix.lower() in DESIGN_FILES]
        for file in shared:
            self.studio.take_in(file)
        if not shared and self.studio.kept is not None:
            key = "picture" if offers(self.studio.kept, "picture") else "logo"
            self.form.ensureWidgetVisible(self.form.fields[key].widget)
            self.studio.keep_picture(key, files[0])
        return True

    def is_settled(self) -> bool:
        """Whether the card that is seen is what was typed last."""
        return self.preview.is_settled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large letters leave too little room, the list gives the card what it can spare."""
        super().resizeEvent(event)
        missing = px(LIST_WIDTH) + self.form.width() + CARD_WIDTH - event.size().width()
        self.list.setFixedWidth(max(px(LIST_WIDTH) - max(0, missing), px(LEAST_LIST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _on_shown(self) -> None:
        for action_id in NEEDS_OWN:
            self._desk.actions.set_enabled(action_id, self.studio.is_own)
        own, place = self.studio.shelf.own, self.studio.shelf.place_of(self.studio.kept)
        self._desk.actions.set_enabled("design.up", place > 0)
        self._desk.actions.set_enabled("design.down", 0 <= place < len(own) - 1)

    def _move(self, by: int) -> None:
        design = self.studio.kept
        if design is not None and self.studio.is_own:
            self.list.put_at(design.id, self.studio.shelf.place_of(design) + by)

    def _draw_small(self) -> None:
        if self.preview.card is not None:
            width = round(PICTURE[0] * self.devicePixelRatioF() * 2)
            self.thumbs.draw(self.studio.shelf.designs, self.preview.card, width)

    def _rename(self) -> None:
        field = self.form.fields["name"].widget
        self.form.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _import(self) -> None:
        kinds = f"{say('Card designs')} (*{SUFFIX} *.toml)"
        files = self._desk.asking.open_files(self, say("Import a card design"), kinds)
        if files:
            self.take_photos(files)

    def _export(self) -> None:
        design = self.studio.kept
        if design is None:
            return
        kinds = f"{say('Card designs')} (*{SUFFIX})"
        asking, closet, design_id = self._desk.asking, self._desk.closet, design.id
        out = asking.save_file(self, say("Export a card design"), file_name_of(design), kinds)
        if out is None:
            return
        target = out if out.suffix else out.with_suffix(SUFFIX)
        self._desk.jobs.run(
            lambda _progress: export_design(closet, design_id, target),
            owner=self,
            done=lambda written: self._desk.toast(say("Saved {name}", name=written.name)),
            failed=self._desk.tell_trouble,
            lane=READ,
        )

    def _go_back(self) -> None:
        if not self._desk.navigator.back():
            self._desk.navigator.go("closet")
