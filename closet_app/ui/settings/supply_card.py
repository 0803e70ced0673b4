"""One supply: its name, what is left, when to buy more, and what was bought of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services import supplies
from closet_app.services.changed import Changed
from closet_app.services.records.supplies import Supply, SupplyLot
from closet_app.ui.desk import Desk
from closet_app.ui.orders.speech import Speech
from closet_app.ui.settings.supply_dialogs import CountDialog, LotDialog, count_field
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.frames import Card, Note
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class LotRow(QWidget):
    """One purchase: its day, how many for how much, and what is left of it."""

    def __init__(
        self,
        lot: SupplyLot,
        speech: Speech,
        *,
        edit: Callable[[], object],
        remove: Callable[[], object],
    ) -> None:
        super().__init__()
        day = speech.day(lot.bought_on) if lot.bought_on else say("day not known")
        bought = say("{count} for {cost}", count=f"{lot.quantity:,}", cost=speech.money(lot.cost))
        left = say("{count} left", count=f"{lot.left:,}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        for words, share in ((day, 4), (bought, 4), (left, 3)):
            row.addWidget(ElidedLabel(words, tone="muted" if not lot.left else "ink2"), share)
        named = f"{day}, {bought}"
        change = IconButton("pencil", say("Correct: {lot}", lot=named), size="small", pressed=edit)
        drop = IconButton("x", say("Remove: {lot}", lot=named), size="small", pressed=remove)
        row.addWidget(change)
        row.addWidget(drop)
        fix(self, height=34)


class SupplyCard(Card):
    """Fields save themselves when they are left; `dialog` is what stands open."""

    def __init__(self, desk: Desk, speech: Speech, supply: Supply) -> None:
        super().__init__()
        self.desk, self._speech, self.supply = desk, speech, supply
        self.dialog: QDialog | None = None
        self.name = LineField(say("Name"))
        self.unit = LineField(say("Counted in"), empty=say("pieces"))
        self.reorder = count_field(say("Buy more at"))
        self.left = PlainLabel("", role="kpi")
        self.low = Note("", "warn", icon="package-minus")
        self.used_by = PlainLabel("", role="small", tone="muted", wrap=True)
        self.lots: list[LotRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._archive = Button("", "ghost", size="small", icon="archive", pressed=self.archive)
        self._build()
        self._connect()
        self.show_supply(supply, speech)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        for column, (field, share) in enumerate(
            ((self.name, 6), (self.unit, 4), (self.reorder, 3))
        ):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, share)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.left)
        head.addWidget(PlainLabel(say("left"), tone="muted"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(Button(say("Correct"), "link", pressed=self.count))
        head.addStretch(1)
        head.addWidget(
            Button(say("Add what you bought"), size="small", icon="plus", pressed=self.buy)
        )
        foot = QHBoxLayout()
        foot.addWidget(self.used_by, 1)
        foot.addWidget(self._archive)
        self.body.addLayout(grid)
        self.body.addWidget(self.low)
        self.body.addLayout(head)
        self.body.addLayout(self._column)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        closet, number = self.desk.closet, self.supply.id
        self.name.changed.connect(
            lambda name: self._save(self.name, lambda: supplies.rename_supply(closet, number, name))
        )
        self.unit.changed.connect(
            lambda unit: self._save(
                self.unit,
                lambda: supplies.rename_supply(closet, number, self.supply.name, unit),
            )
        )
        self.reorder.committed.connect(
            lambda at: self._save(
                self.reorder, lambda: supplies.set_reorder(closet, number, at or 0)
            )
        )

    def show_supply(self, supply: Supply, speech: Speech) -> None:
        """Show the supply as it is now; a field that is being typed in stays."""
        self.supply, self._speech = supply, speech
        for field, text in ((self.name, supply.name), (self.unit, supply.unit)):
            if not field.line.hasFocus():
                field.set_text(text)
        if not self.reorder.line.hasFocus():
            self.reorder.set_value(supply.reorder_at)
        self.left.setText(f"{supply.left:,}")
        self.left.set_tone("warn" if supply.is_low else "ink")
        self.low.say(supply.words)
        self.low.setVisible(bool(supply.words))
        steps = ", ".join(supply.steps)
        self.used_by.setText(say("Used by {steps}", steps=steps) if steps else "")
        self._archive.setText(say("Take it back") if supply.archived else say("Archive"))
        self._archive.updateGeometry()
        self.set_look("sunken" if supply.archived else "")
        self._lay_lots()

    def buy(self) -> None:
        """Ask what was bought."""
        self._open(LotDialog(self.desk, self._speech, self.supply))

    def count(self) -> None:
        """Ask how many there really are."""
        self._open(CountDialog(self.desk, self.supply))

    def archive(self) -> None:
        """Put the supply away, or take it back."""
        closet, supply = self.desk.closet, self.supply
        self.desk.command(
            lambda: supplies.archive_supply(closet, supply.id, archived=not supply.archived)
        )

    def _lay_lots(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lots = [self._lot_row(lot) for lot in self.supply.lots]
        for row in self.lots:
            self._column.addWidget(Divider())
            self._column.addWidget(row)

    def _lot_row(self, lot: SupplyLot) -> LotRow:
        closet = self.desk.closet
        return LotRow(
            lot,
            self._speech,
            edit=lambda: self._open(LotDialog(self.desk, self._speech, self.supply, lot)),
            remove=lambda: self.desk.command(lambda: supplies.remove_lot(closet, lot.id)),
        )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _save(self, field: FieldBox, work: Callable[[], Changed]) -> None:
        def refuse(error: ClosetError) -> None:
            field.set_error(str(error))

        field.set_error("")
        self.desk.command(work, failed=refuse)
