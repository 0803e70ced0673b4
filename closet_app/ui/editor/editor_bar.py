"""The top bar: back, title and status at the left, what was saved and the way on at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from closet_app.domain.status import ItemStatus
from closet_app.services import history
from closet_app.services.records import Piece
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.editor.saving import REFUSED, SAVED, SAVING
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import StatusPill
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import mark, say
from closet_app.wording import say_pill

MORE = (
    "editor.duplicate", "editor.copy_title", "editor.copy_description",
    "editor.photos_out", "",
    "editor.mark_sold", "editor.mark_listed", "editor.hold", "editor.release", "",
    "editor.archive", "editor.unarchive", "", "editor.trash",
)  # fmt: skip
_STATES = {
    SAVED: ("check", "muted", mark("Saved")),
    SAVING: ("check", "line2", mark("Saving")),
    REFUSED: ("triangle-alert", "warn-ink", mark("Not saved")),
}


class EditorBar(QWidget):
    """Shows one piece's name and standing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        run = desk.actions.action
        self.back = IconButton(
            "arrow-left", say("Back"), pressed=lambda: run("editor.back").trigger()
        )
        self.title = ElidedLabel("", role="page")
        self.pill = StatusPill()
        self._mark = IconMark("check", "muted", 14)
        self.state = PlainLabel(say("Saved"), role="small", tone="muted")
        self.undo = IconButton("undo-2", say("Undo"), pressed=desk.undo)
        self.label = self._button("editor.label", say("Label"), "printer")
        self.more = IconButton("ellipsis", say("More"), kind="secondary", pressed=self._open_more)
        self.previous = self._button("editor.previous", say("Previous"))
        self.next = self._button("editor.next", say("Next item"))
        self._build()

    def _button(self, action: str, words: str, icon: str = "") -> Button:
        is_next = action == "editor.next"
        row = find_action(action)
        keys = say_keys(row.keys[0]) if row.keys else ""
        made = Button(
            words,
            "primary" if is_next else "secondary" if icon else "ghost",
            icon=icon,
            keys=keys if is_next else "",
            pressed=lambda: self._desk.actions.action(action).trigger(),
        )
        set_tooltip(made, say(row.words), keys)
        return made

    def _build(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self.pill)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.setSpacing(px(8))
        row.addWidget(self.state)
        for part in (self.undo, self.label, self.more):
            row.addWidget(part)
        edge = Divider(Qt.Orientation.Vertical)
        fix(edge, height=28)
        row.addWidget(edge)
        row.addWidget(self.previous)
        row.addWidget(self.next)

    def show_piece(self, piece: Piece) -> None:
        """Show what the piece is called and where it stands."""
        self.title.setText(piece.facts.title or say("No title yet"))
        self.title.updateGeometry()
        listed = piece.status is ItemStatus.LISTED and piece.listed_since is not None
        age = None
        if listed and piece.listed_since is not None:
            age = max((self._desk.closet.clock.today() - piece.listed_since).days, 0)
        self.pill.show_status(piece.status.value, say_pill(piece.status.value, age), age)
        words = history.undo_words(self._desk.closet)
        self.undo.setEnabled(bool(words))
        set_tooltip(self.undo, say("Undo: {what}", what=words) if words else say("Undo"), "Ctrl Z")

    def show_state(self, state: str) -> None:
        """Say whether what was typed is saved."""
        icon, tone, words = _STATES[state]
        self._mark.show_icon(icon, tone)
        self.state.setText(say(words))
        self.state.set_tone("warn" if state == REFUSED else "muted")

    def show_way(self, *, previous: bool, following: bool) -> None:
        """Whether there are pieces before and after this one."""
        self.previous.setEnabled(previous)
        self.next.setEnabled(following)

    def _open_more(self) -> None:
        actions = self._desk.actions
        possible = [each for each in MORE if not each or actions.action(each).isEnabled()]
        menu = actions.menu(possible, self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
