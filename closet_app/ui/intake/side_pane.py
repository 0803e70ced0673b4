"""The pane at the right: what is the same for all, what to look at, and the drafts to be."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services import gallery, pieces
from closet_app.services.records.intake import (
    IntakeGroup,
    IntakeView,
    IntakeWarning,
    WarningKind,
)
from closet_app.ui.desk import Desk
from closet_app.ui.editor.controls import Talk
from closet_app.ui.intake.refused_card import RefusedCard
from closet_app.ui.intake.same_card import SameCard
from closet_app.ui.intake.warning_cards import (
    HereCard,
    LookCard,
    Pixmaps,
    SameShotCard,
    WarningActs,
)
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many
from closet_app.wording import say_date

WIDTH = 300
MOST_CARDS = 3
"""Cards of one kind; the next ones come when these are done with."""


class SidePane(QWidget):
    """Cards follow the caret: those of the current piece come first."""

    created = Signal()

    def __init__(self, desk: Desk, talk: Talk, pixmaps: Pixmaps) -> None:
        super().__init__()
        self._desk, self._talk, self._pixmaps = desk, talk, pixmaps
        self.acts = WarningActs(self)
        self.same = SameCard(desk, talk)
        self.refused = RefusedCard()
        self.cards: list[QWidget] = []
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout()
        self._words = PlainLabel("", role="small", tone="muted", wrap=True)
        self.create_button = Button(
            "", "primary", size="large", keys=say("Ctrl Enter"), pressed=self.created.emit
        ).widen()
        self._build()

    def _build(self) -> None:
        self.setProperty("ground", "canvas")
        inside = QWidget()
        inside.setProperty("ground", "")
        inside.setLayout(self._column)
        self._column.setSpacing(px(12))
        self._column.addWidget(self.same)
        self._column.addWidget(self.refused)
        self._column.addStretch(1)
        scroll = ColumnScroll()
        # The cards have the keys; it scrolls along with them.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.hold(inside, QMargins(16, 16, 16, 12))
        foot = QVBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(16))
        foot.setSpacing(px(12))
        foot.addWidget(self._words)
        foot.addWidget(self.create_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(scroll, 1)
        rows.addLayout(foot)

    def show_view(
        self, view: IntakeView, current: IntakeGroup | None, *, is_coming: bool = False
    ) -> None:
        """Show the intake with the warnings that matter at this piece.

        No drafts are made while photos are coming: the last piece may not be whole.
        """
        self.same.show_view(view)
        self._words.setText(_say_coming() if is_coming else _say_drafts(view.photo_count))
        made = sum(any(not photo.left_out for photo in group.photos) for group in view.groups)
        self.create_button.setText(say_many("Create {count} draft", "Create {count} drafts", made))
        self.create_button.updateGeometry()
        self.create_button.setEnabled(made > 0 and not is_coming)
        self._show_cards(view, current)

    def _show_cards(self, view: IntakeView, current: IntakeGroup | None) -> None:
        chosen = _chosen(view, current)
        numbers = {group.id: group.number for group in view.groups}
        shown = (chosen, numbers, view.missing)
        if shown == self._shown:
            return
        self._shown = shown
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [card for card in self._make(view, chosen, numbers) if card is not None]
        for place, card in enumerate(self.cards, start=2):
            self._column.insertWidget(place, card)

    def _make(
        self, view: IntakeView, chosen: tuple[IntakeWarning, ...], numbers: dict[int, int]
    ) -> list[QWidget | None]:
        refs = {photo.ref.id: photo.ref for group in view.groups for photo in group.photos}
        cards: list[QWidget | None] = []
        looks: list[IntakeWarning] = []
        for warning in chosen:
            number = numbers[warning.group_id]
            if warning.kind is WarningKind.NEARLY_SAME:
                shown = [refs[each] for each in warning.photo_ids if each in refs]
                cards.append(SameShotCard(warning, number, shown, self._pixmaps, self.acts))
            elif warning.kind is WarningKind.HERE_ALREADY:
                cards.append(self._here(warning, number))
            else:
                looks.append(warning)
        if looks:
            cards.append(LookCard(numbers[looks[0].group_id], looks, self.acts))
        return [*cards, *(Note(words, "info") for words in view.missing)]

    def _here(self, warning: IntakeWarning, number: int) -> QWidget | None:
        found = gallery.cards(self._desk.closet, [warning.item_id or 0])
        if not found:
            return None
        piece = pieces.piece(self._desk.closet, found[0].id)
        manner = self._talk.manner
        day = piece.facts.acquired_on
        since = say_date(day, manner.today, weekday=False, locale=manner.locale) if day else ""
        words = say("Added {day}", day=since) if since else ""
        return HereCard(warning, number, found[0], words, self._pixmaps, self.acts)

    def refresh_pictures(self) -> None:
        """Photos arrived that cards may show."""
        for card in self.cards:
            for child in card.findChildren(QObject):
                if isinstance(child, QWidget):
                    child.update()


def _say_drafts(photos: int) -> str:
    return say_many(
        "Drafts keep your {count} photo. Nothing is listed until you say so, "
        "and you can undo this.",
        "Drafts keep all {count} photos. Nothing is listed until you say so, "
        "and you can undo this.",
        photos,
    )


def _say_coming() -> str:
    return say("Photos are still coming in. Create the drafts once all of them are here.")


def _chosen(view: IntakeView, current: IntakeGroup | None) -> tuple[IntakeWarning, ...]:
    """Cards of both kinds with those of the current piece first, then its other warnings."""
    mine = current.id if current is not None else 0
    ordered = sorted(view.warnings, key=lambda warning: warning.group_id != mine)
    chosen: list[IntakeWarning] = []
    for kind in (WarningKind.NEARLY_SAME, WarningKind.HERE_ALREADY):
        chosen += [warning for warning in ordered if warning.kind is kind][:MOST_CARDS]
    carded = (WarningKind.NEARLY_SAME, WarningKind.HERE_ALREADY)
    chosen += [each for each in ordered if each.kind not in carded and each.group_id == mine]
    return tuple(chosen)
