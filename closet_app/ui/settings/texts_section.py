"""What thank-you cards say: the seller's own texts, and those that come with Closet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from closet_app.domain.card_texts import CardText
from closet_app.services import card_text_book as book
from closet_app.services.card_texts import language_of, texts
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.settings.text_dialog import TextDialog
from closet_app.ui.settings.text_row import TextRow
from closet_app.ui.settings.text_words import say_when
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say


class TextsSection(Section):
    """One language is shown at a time; `dialog` is what stands open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Card texts"),
            say("Each order gets the first text that suits it; a buyer who had that one gets "
                "the next, so nobody reads the same words twice in a row."),
        )  # fmt: skip
        self.dialog: QDialog | None = None
        self.rows: list[TextRow] = []
        self.language = ComboField(say("Language"), list(book.languages(desk.closet)))
        self.language.set_value(language_of(shop(desk.closet)))
        self.add_button = Button(say("Add a text"), icon="plus", pressed=self.add)
        self.shop_note = Note("", "info", action=say("Change it"), below=True)
        self.shop_note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._shown: object = None
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._build()
        self.reload()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.grid((self.language, 4), (QWidget(), 8))
        self.side_by_side(self.add_button)
        self.body.addWidget(self.shop_note)
        self.body.addWidget(self._list)
        self.language.changed.connect(lambda _language: self.reload())
        self.shop_note.acted.connect(lambda: self.desk.navigator.go("settings", "shop"))

    def reload(self) -> None:
        closet, language = self.desk.closet, self.language.value()
        own = shop(closet)
        shown = [each for each in texts(closet) if each.language == language]
        has_note = bool(own.card_note) and language_of(own) == language
        self.shop_note.setVisible(has_note)
        if has_note:
            self.shop_note.say(
                say("The text in Settings, Shop suits every order: it comes after your own texts "
                    "and before Closet's.")
            )  # fmt: skip
        if (language, shown) != self._shown:
            self._shown = (language, shown)
            self._lay(shown)

    def add(self) -> None:
        """Ask for a new text in the language shown."""
        self._open(CardText(0, "", str(self.language.value()), ""))

    def _lay(self, shown: Sequence[CardText]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        own = [each for each in shown if each.id > 0]
        shipped = [each for each in shown if each.id < 0]
        self.rows = []
        for heading, group in ((say("Your own"), own), (say("From Closet"), shipped)):
            if group:
                self._lay_group(heading, group)

    def _lay_group(self, heading: str, group: Sequence[CardText]) -> None:
        label = PlainLabel(heading, role="section")
        label.setContentsMargins(0, px(12), 0, px(6))
        self._column.addWidget(label)
        for place, text in enumerate(group):
            row = TextRow(
                text,
                say_when(self.desk.closet, text),
                is_first=place == 0,
                is_last=place == len(group) - 1,
            )
            self._connect(row, group, place)
            self.rows.append(row)
            self._column.addWidget(Divider())
            self._column.addWidget(row)

    def _connect(self, row: TextRow, group: Sequence[CardText], place: int) -> None:
        closet, text = self.desk.closet, row.text
        run = self.desk.command
        row.edited.connect(lambda: self._open(text))
        row.switched.connect(lambda on: run(lambda: book.enable_text(closet, text.id, on=on)[1]))
        row.removed.connect(lambda: run(lambda: book.delete_text(closet, text.id)))
        row.raised.connect(self._moving(text, group, place - 1))
        row.lowered.connect(self._moving(text, group, place + 1))

    def _moving(self, text: CardText, group: Sequence[CardText], to: int) -> Callable[[], None]:
        """Own texts are in one order for all languages: go where the neighbour stands."""

        def move() -> None:
            closet, neighbour = self.desk.closet, group[to].id
            own = [each.id for each in texts(closet) if each.id > 0]
            self.desk.command(lambda: book.move_text(closet, text.id, own.index(neighbour)))

        return move

    def _open(self, text: CardText) -> None:
        self.dialog = TextDialog(self.desk, text)
        self.dialog.open()
