"""What each printed piece is usually printed on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from closet_app.services import designs
from closet_app.services.card_papers import use_design
from closet_app.services.prints import PieceKind, stocks_for, usual_stock
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class Paper:
    """One printed piece and the shop's key that names its stock."""

    kind: PieceKind
    key: str
    label: str


PAPERS = (
    Paper(PieceKind.SLIP, "slip_stock", mark("Packing slips")),
    Paper(PieceKind.CARD, "card_stock", mark("Thank-you cards")),
    Paper(PieceKind.LABEL, "label_stock", mark("Item labels")),
    Paper(PieceKind.ADDRESS, "address_stock", mark("Address labels")),
)


class PrintingSection(Section):
    """The stocks that the print dialog proposes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, say("Printing"), say("What the print dialog proposes; it can be changed there.")
        )
        self.fields = {paper.key: self._field(paper) for paper in PAPERS}
        for field in self.fields.values():
            self.grid((field, 6), (QWidget(), 6))
        self.design = ComboField(say("Card design"))
        self.design.changed.connect(self._use_design)
        edit = Button(say("Card designs…"), icon="palette", pressed=self.show_designs)
        self.heading(say("The look of your cards"))
        self.grid((self.design, 6), (QWidget(), 6))
        self.side_by_side(edit)
        self.heading(say("Papers of your own"))
        words = say("Labels, cards or paper that are not in these lists can be described.")
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        papers = Button(say("Papers and labels…"), icon="ruler", pressed=self.show_papers)
        self.side_by_side(papers)
        self.reload()

    def reload(self) -> None:
        closet = self.desk.closet
        for paper in PAPERS:
            field = self.fields[paper.key]
            stocks = stocks_for(closet, paper.kind)
            field.set_options([(stock.id, say(stock.name)) for stock in stocks])
            field.set_value(usual_stock(closet, paper.kind))
        self.design.set_options([(each.id, each.name) for each in designs.all_designs(closet)])
        self.design.set_value(designs.usual_design(closet))

    def show_designs(self) -> None:
        """Go to the page of card designs, to the one that is used."""
        self.desk.navigator.go("designs", self.design.value())

    def show_papers(self) -> None:
        """Go to the page of all papers and labels."""
        self.desk.navigator.go("stocks")

    def _use_design(self, chosen: object) -> None:
        closet = self.desk.closet
        self.desk.command(lambda: use_design(closet, str(chosen)), failed=self.refuse(self.design))

    def _field(self, paper: Paper) -> ComboField:
        field = ComboField(say(paper.label))
        field.changed.connect(lambda stock: self.save(field, **{paper.key: stock}))
        return field
