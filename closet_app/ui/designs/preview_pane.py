"""The middle: whose card is shown and on which paper, what is wrong, and the card itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.card_papers import papers_of
from closet_app.services.design_fields import Design
from closet_app.services.design_previews import Card, Content, card_for
from closet_app.services.print_pages import Stock
from closet_app.ui.designs.card_view import CardView
from closet_app.ui.designs.live_preview import LivePreview, Wish
from closet_app.ui.designs.studio import Studio
from closet_app.ui.jobs import READ
from closet_app.ui.printing.words import short_stock
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import mark, say

CONTENTS = {
    Content.ORDER: mark("Newest order"),
    Content.LONG: mark("Long words"),
    Content.KOREAN: mark("Korean"),
    Content.ARABIC: mark("Right to left"),
}
MOST_REMARKS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What the cards say, and the papers there are for either shape."""

    card: Card
    stocks: tuple[Stock, ...]


class PreviewPane(QWidget):
    """Follows the draft of the studio; `said` tells that the card has other words."""

    said = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.live = LivePreview(studio.desk.jobs, self)
        self.content = ComboField(
            say("Shown with"), [(each, say(words)) for each, words in CONTENTS.items()]
        )
        self.paper = ComboField(say("Paper"))
        self.wrong = Note("", "bad")
        self.remark = Note("", "warn")
        self._notes = QWidget()
        self.view = CardView()
        self.card: Card | None = None
        self._stocks: tuple[Stock, ...] = ()
        self._papers: dict[str, str] = {}
        self._papers_of: tuple[str, str] = ("", "")
        self._asked = self._told = 0
        self._build()
        self._connect()

    @property
    def stock(self) -> Stock | None:
        """The paper the card in hand is shown on."""
        chosen = self.paper.value()
        return next((each for each in self._stocks if each.id == chosen), None)

    def read(self) -> None:
        """Ask for the words of the card and for the papers, as they are now."""
        design = self._studio.kept
        if design is None:
            return
        self._papers_of = (design.shape, design.drawing)
        self._asked += 1
        asked, closet = self._asked, self._studio.desk.closet
        wanted = Content(str(self.content.value()))
        self._studio.desk.jobs.run(
            lambda _progress: Said(card_for(closet, wanted), papers_of(closet, design)),
            owner=self,
            done=lambda said: self._on_said(asked, said),
            lane=READ,
        )

    def is_settled(self) -> bool:
        """Whether what is seen is what was typed last."""
        return self.card is not None and self._told == self._asked and self.live.is_settled()

    def say_wrong(self, sentence: str) -> None:
        """Say what could not be done above the card; an empty sentence takes it away."""
        self._note(self.wrong, sentence)

    def _build(self) -> None:
        self.content.set_value(Content.ORDER)
        head = QWidget()
        head.setProperty("ground", "")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(20), px(12), px(20), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.content, 1)
        row.addWidget(self.paper, 1)
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(px(20), 0, px(20), px(10))
        notes.setSpacing(px(6))
        for note in (self.wrong, self.remark):
            note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            notes.addWidget(note)
            note.hide()
        self._notes.hide()
        self.setProperty("ground", "sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._notes)
        column.addWidget(self.view, 1)

    def _note(self, note: Note, words: str) -> None:
        note.say(words)
        note.setVisible(bool(words))
        self._notes.setHidden(self.wrong.isHidden() and self.remark.isHidden())

    def _connect(self) -> None:
        self.content.changed.connect(lambda _content: self.read())
        self.paper.changed.connect(self._on_paper)
        self.view.resized.connect(self._wish)
        self.live.changed.connect(self._show)
        self._studio.shown.connect(self._on_shown)
        self._studio.drafted.connect(self._wish)

    def _on_shown(self) -> None:
        """Another shape or drawing has other papers; what the card says is the same."""
        self.say_wrong("")
        design = self._studio.kept
        if design is not None and self._papers_of != (design.shape, design.drawing):
            self.read()

    def _on_said(self, asked: int, said: Said) -> None:
        design = self._studio.kept
        if asked != self._asked or design is None:
            return
        self._told = asked
        is_new = said.card != self.card
        self.card, self._stocks = said.card, said.stocks
        before = self._papers.get(design.shape)
        self.paper.set_options([(each.id, short_stock(each)) for each in self._stocks])
        ids = [each.id for each in self._stocks]
        self.paper.set_value(before if before in ids else next(iter(ids), None))
        self._wish()
        if is_new:
            self.said.emit()

    def _on_paper(self, chosen: object) -> None:
        if self._studio.kept is not None:
            self._papers[self._studio.kept.shape] = str(chosen)
        self._wish()

    def _wish(self) -> None:
        design, stock = self._studio.draft, self.stock
        if self.card is None or design is None or stock is None or not self.isVisible():
            return
        if stock.folded == _is_folded(design):
            self.live.wish(Wish(design, self.card, stock, self.view.room()))

    def _show(self) -> None:
        shown = self.live.shown
        if shown is None:
            return
        remarks = shown.drawn.remarks[:MOST_REMARKS] if shown.drawn else ()
        words = str(shown.error) if shown.error else " ".join(remarks)
        self._note(self.remark, words)
        if shown.drawn is not None:
            paper = short_stock(shown.wish.stock)
            self.view.show_card(shown.drawn, shown.sides, paper, self.content.box.currentText())


def _is_folded(design: Design) -> bool:
    return design.shape == "folded"
