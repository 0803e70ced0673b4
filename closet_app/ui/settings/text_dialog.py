"""One card text: its words with fields, for which orders it is, and what a card would say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMargins, QObject
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from closet_app.domain.card_texts import Audience, CardText, require_fields
from closet_app.errors import InvalidValueError
from closet_app.services.card_text_book import add_text, edit_text, languages
from closet_app.services.card_texts import Note as CardNote
from closet_app.services.card_texts import note_with, sample_note
from closet_app.services.changed import Changed
from closet_app.services.order_views import newest_order, order
from closet_app.ui.desk import Desk
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.settings.field_chips import FieldChips
from closet_app.ui.settings.text_words import (
    audience_options,
    marketplace_options,
    season_options,
)
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.words import say

LINES, PREVIEW = 4, 92


class TextDialog(CommandForm):
    """An id of 0 adds a text; one of the program's becomes the seller's own."""

    def __init__(self, desk: Desk, text: CardText) -> None:
        is_new = text.id == 0
        title = say("Add a card text") if is_new else say("Card text")
        act = say("Add the text") if is_new else say("Save")
        super().__init__(desk, title, act=act, keep=say("Leave as is"), width=600)
        self.text, self._is_new = text, is_new
        self._order_id = newest_order(desk.closet)
        self.name = LineField(say("Name"), empty=say("A name only you see"))
        self.audience = ComboField(say("For"), audience_options())
        self.marketplace = ComboField(
            say("Marketplace"), marketplace_options(desk.closet, text.marketplace)
        )
        self.season = ComboField(say("When"), season_options())
        self.language = ComboField(say("Language"), list(languages(desk.closet)))
        self.words = MultiLineField(say("What the card says"), lines=LINES)
        self.sign_off = LineField(say("Sign-off"), empty=say("the shop's own"))
        self.chips = FieldChips()
        self.preview = PlainLabel("", wrap=True)
        self.preview_for = PlainLabel(self._say_whose(), role="small", tone="muted", wrap=True)
        self._typed_in: LineField | MultiLineField = self.words
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        cells = (
            (self.name, 0, 0, 2), (self.language, 0, 2, 1),
            (self.audience, 1, 0, 1), (self.marketplace, 1, 1, 1), (self.season, 1, 2, 1),
        )  # fmt: skip
        for field, row, column, span in cells:
            grid.addWidget(field, row, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        for part in (self.words, self.chips, self.sign_off):
            self.body.addWidget(part)
        self.body.addWidget(self._paper())

    def _paper(self) -> Card:
        """What the card says; a long note scrolls."""
        paper = Card(look="sunken")
        paper.body.addWidget(self.preview_for)
        inside = QWidget()
        inside.setProperty("ground", "")
        column = QVBoxLayout(inside)
        column.addWidget(self.preview)
        column.addStretch(1)
        scroll = ColumnScroll()
        scroll.setProperty("ground", "")
        scroll.hold(inside, QMargins())
        fix(scroll, height=PREVIEW)
        paper.body.addWidget(scroll)
        return paper

    def _connect(self) -> None:
        self.chips.picked.connect(self.insert)
        for field in (self.words, self.sign_off):
            field.edited.connect(lambda _text: self.show_preview())
            field.editor.installEventFilter(self)
        for choice in (self.language, self.marketplace, self.season, self.audience):
            choice.changed.connect(lambda _value: self.show_preview())

    def _show(self) -> None:
        text = self.text
        self.name.set_text(text.name)
        self.language.set_value(text.language)
        self.audience.set_value(text.audience.value)
        self.marketplace.set_value(text.marketplace)
        self.season.set_value(text.season)
        self.words.set_text(text.body)
        self.sign_off.set_text(text.sign_off)
        (self.name.line if self._is_new else self.words.area).setFocus()
        self.show_preview()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field goes where was typed last."""
        if event.type() == QEvent.Type.FocusIn:
            for field in (self.words, self.sign_off):
                if watched is field.editor:
                    self._typed_in = field
        return super().eventFilter(watched, event)

    def insert(self, field: str) -> None:
        """Put a field where the cursor stands."""
        typed_in = self._typed_in
        if isinstance(typed_in, MultiLineField):
            typed_in.area.insertPlainText(field)
        else:
            typed_in.line.insert(field)
        typed_in.editor.setFocus()
        self.show_preview()

    def typed(self) -> CardText:
        """The text as it stands in the form."""
        return replace(
            self.text,
            name=self.name.text.strip(),
            language=str(self.language.value()),
            audience=Audience(str(self.audience.value())),
            marketplace=str(self.marketplace.value() or ""),
            season=str(self.season.value() or ""),
            body=self.words.text,
            sign_off=self.sign_off.text,
        )

    def show_preview(self) -> None:
        """Say what the newest order's card would say, and which field there is not."""
        closet, typed = self.desk.closet, self.typed()
        for field, words in ((self.words, typed.body), (self.sign_off, typed.sign_off)):
            field.set_error(_unknown_field(words))
        if self._order_id is None:
            note = sample_note(closet, typed)
        else:
            note = note_with(closet, typed, self._order_id)
        self.preview.setText(say_note(note))

    def _say_whose(self) -> str:
        """Whose card is shown."""
        if self._order_id is None:
            return say("A made-up order of three pieces")
        shown = order(self.desk.closet, self._order_id)
        buyer = shown.buyer.name or shown.buyer.handle if shown.buyer else ""
        return say("Order {number}, {buyer}", number=shown.number, buyer=buyer).rstrip(", ")

    def check(self) -> str:
        typed = self.typed()
        if not typed.name:
            return say("Give the text a name.")
        if not typed.body.strip():
            return say("Type what the card says.")
        return _unknown_field(typed.body) or _unknown_field(typed.sign_off)

    def work(self) -> Callable[[], Changed]:
        closet, typed = self.desk.closet, self.typed()
        if self._is_new:
            return lambda: add_text(closet, typed)[1]
        return lambda: edit_text(closet, typed)[1]


def say_note(note: CardNote) -> str:
    """Greeting, words and sign-off, one below the other."""
    return "\n".join(part for part in (note.greeting, note.body, note.sign_off) if part)


def _unknown_field(words: str) -> str:
    try:
        require_fields(words)
    except InvalidValueError as wrong:
        return say(wrong.what)
    return ""
