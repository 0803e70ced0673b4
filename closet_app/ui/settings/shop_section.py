"""The shop as it is printed: name, address, mark and words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records import Shop
from closet_app.services.shop import logo_path, set_logo, shop
from closet_app.ui.asking import PICTURES
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField, MultiLineField
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class ShopLine:
    """One field: its key in `Shop` or its address, words, and share of twelve columns."""

    key: str
    label: str
    share: int
    hint: str = ""
    empty: str = ""
    lines: int = 1


NAMES = (
    (
        ShopLine("name", mark("Shop name"), 6, mark("printed on slips and cards")),
        ShopLine("owner", mark("Your name"), 6, mark("signs your cards")),
    ),
    (ShopLine("tagline", mark("Tagline"), 12, mark("under the name"),
              mark("pre-loved clothes, packed by hand")),),
    (ShopLine("link", mark("Web address of the shop"), 12, mark("in the code on cards"),
              "https://"),),
)  # fmt: skip
ADDRESS = (
    (ShopLine("address.name", mark("Sender"), 12, mark("name above the address")),),
    (
        ShopLine("address.line1", mark("Street or PO box"), 6),
        ShopLine("address.line2", mark("Second line"), 6),
    ),
    (
        ShopLine("address.postal_code", mark("Postal code"), 3),
        ShopLine("address.city", mark("City"), 5),
        ShopLine("address.region", mark("State or region"), 4),
    ),
    (ShopLine("tax_number", mark("Tax number"), 6, mark("printed on invoices")),),
)
WORDS = (
    (ShopLine("slip_note", mark("Note on packing slips"), 12, lines=2),),
    (ShopLine("return_words", mark("About returns"), 12, lines=2),),
    (ShopLine("card_note", mark("Text of thank-you cards"), 12,
              mark("{pieces} and {it} are filled in"), lines=3),),
    (ShopLine("sign_off", mark("Sign-off of cards"), 12, lines=2),),
)  # fmt: skip
_ADDRESS = "address."


class ShopSection(Section):
    """Everything that stands on slips, cards and labels."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, say("Shop"), say("What is printed on slips, cards and address labels.")
        )
        self.lines: dict[str, LineField | MultiLineField] = {}
        self._add_rows(NAMES)
        self.logo = LogoField(desk)
        self.body.addWidget(self.logo)
        self.heading(say("Address"))
        self._add_rows(ADDRESS)
        self.heading(say("Words"))
        self._add_rows(WORDS)
        self.reload()

    def reload(self) -> None:
        super().reload()
        self.logo.reload()

    def text_of(self, own: Shop, key: str) -> str:
        if key.startswith(_ADDRESS):
            return str(getattr(own.address, key.removeprefix(_ADDRESS)))
        return super().text_of(own, key)

    def change_of(self, key: str, text: str) -> dict[str, object]:
        if not key.startswith(_ADDRESS):
            return super().change_of(key, text)
        address = shop(self.desk.closet).address
        return {"address": replace(address, **{key.removeprefix(_ADDRESS): text})}

    def _add_rows(self, rows: tuple[tuple[ShopLine, ...], ...]) -> None:
        for row in rows:
            self.grid(*((self._field(line), line.share) for line in row))

    def _field(self, line: ShopLine) -> LineField | MultiLineField:
        label, hint, empty = say(line.label), say(line.hint), say(line.empty)
        field: LineField | MultiLineField
        if line.lines > 1:
            field = MultiLineField(label, hint=hint, empty=empty, lines=line.lines)
        else:
            field = LineField(label, hint=hint, empty=empty)
        self.link(line.key, field)
        self.lines[line.key] = field
        return field


class LogoField(QWidget):
    """The mark beside the shop's name, as it is printed, and ways to change it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.picture = _LogoPicture()
        self._choose = Button(say("Choose a picture…"), icon="image", pressed=self.choose)
        self._remove = Button(say("Use the sprig"), "ghost", pressed=self.remove)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(PlainLabel(say("Your mark"), role="label", tone="ink2"))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.picture)
        row.addLayout(words, 1)

    def reload(self) -> None:
        """Show the mark that is kept."""
        path = logo_path(self._desk.closet)
        self.picture.show_file(path)
        self._remove.setVisible(path is not None)

    def choose(self) -> None:
        """Ask for a picture and keep it."""
        kinds = f"{say('Pictures')} ({PICTURES})"
        chosen = self._desk.asking.open_files(self, say("Choose a picture"), kinds)
        if chosen:
            self._keep(chosen[0])

    def remove(self) -> None:
        """Go back to the sprig."""
        self._keep(None)

    def _keep(self, path: Path | None) -> None:
        self._desk.command(lambda: set_logo(self._desk.closet, path))


class _LogoPicture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        fix(self, width=64, height=64)
        self.setAccessibleName(say("Your mark"))

    def show_file(self, path: Path | None) -> None:
        self._pixmap = QPixmap(str(path)) if path is not None else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setPen(color("line2"))
        painter.setBrush(Qt.GlobalColor.white)  # paper is never dimmed
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        inside = self.rect().adjusted(px(8), px(8), -px(8), -px(8))
        if self._pixmap is None or self._pixmap.isNull():
            paint_icon(painter, inside, "sprig", "accent")
            return
        size = self._pixmap.size().scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        inside.setSize(size)
        inside.moveCenter(self.rect().center())
        painter.drawPixmap(inside, self._pixmap)
