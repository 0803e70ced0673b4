"""What each printed piece is usually printed on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from closet_app.services.prints import PieceKind, stocks_for
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
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
        self.reload()

    def reload(self) -> None:
        own = shop(self.desk.closet)
        for key, field in self.fields.items():
            field.set_value(getattr(own, key))

    def _field(self, paper: Paper) -> ComboField:
        stocks = stocks_for(self.desk.closet, paper.kind)
        options = [(stock.id, say(stock.name)) for stock in stocks]
        field = ComboField(say(paper.label), options)
        field.changed.connect(lambda stock: self.save(field, **{paper.key: stock}))
        return field
