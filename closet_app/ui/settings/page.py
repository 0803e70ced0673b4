"""All sections of Settings, one shown at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.settings.computer_section import ComputerSection
from closet_app.ui.settings.folder_section import FolderSection
from closet_app.ui.settings.marketplace_section import MarketplaceSection
from closet_app.ui.settings.money_section import MoneySection
from closet_app.ui.settings.numbers_section import NumbersSection
from closet_app.ui.settings.packing_section import PackingSection
from closet_app.ui.settings.printing_section import PrintingSection
from closet_app.ui.settings.section import Section
from closet_app.ui.settings.section_button import SectionButton
from closet_app.ui.settings.shop_section import ShopSection
from closet_app.ui.settings.supplies_section import SuppliesSection
from closet_app.ui.settings.texts_section import TextsSection
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: its id, words, icon and maker."""

    id: str
    words: str
    icon: str
    make: Callable[[Desk], Section]


SECTIONS = (
    SectionRow("shop", mark("Shop"), "store", ShopSection),
    SectionRow("packing", mark("Packing"), "package", PackingSection),
    SectionRow("supplies", mark("Supplies"), "boxes", SuppliesSection),
    SectionRow("texts", mark("Card texts"), "message-square", TextsSection),
    SectionRow("money", mark("Money and units"), "ruler", MoneySection),
    SectionRow("numbers", mark("Item numbers"), "hash", NumbersSection),
    SectionRow("marketplaces", mark("Marketplaces"), "tag", MarketplaceSection),
    SectionRow("printing", mark("Printing"), "printer", PrintingSection),
    SectionRow("computer", mark("This computer"), "monitor", ComputerSection),
    SectionRow("folder", mark("Closet folder"), "folder-open", FolderSection),
)
_WIDEST, _LIST = 760, 216


class SettingsPage(Page):
    """Entered with the id of a section, or None for the one shown last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self._bar = PageBar(say("Settings"))
        self._sections: dict[str, Section] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._buttons = QButtonGroup(self)
        self._build()
        self.show_section(SECTIONS[0].id)

    def title(self) -> str:
        return say("Settings")

    def top_bar(self) -> QWidget:
        return self._bar

    def panes(self) -> list[QWidget]:
        return [self._list, self._stack]

    def enter(self, what: object = None) -> None:
        if isinstance(what, str):
            self.show_section(what)

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.shop or changed.supplies or changed.orders):
            for section in self._sections.values():
                section.reload()

    def section(self, section_id: str) -> Section:
        """One section, made when it is first wanted."""
        if section_id not in self._sections:
            row = next(row for row in SECTIONS if row.id == section_id)
            self._sections[section_id] = row.make(self._desk)
            self._areas[section_id] = _scrolled(self._sections[section_id], self._stack)
            self._stack.addWidget(self._areas[section_id])
        return self._sections[section_id]

    def show_section(self, section_id: str) -> None:
        """Show one section and mark it in the list."""
        self.section(section_id)
        self._stack.setCurrentWidget(self._areas[section_id])
        place = [row.id for row in SECTIONS].index(section_id)
        self._buttons.button(place).setChecked(True)

    def _build(self) -> None:
        self._list = QFrame()
        self._list.setAccessibleName(say("Sections"))
        fix(self._list, width=_LIST)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(px(10), px(14), px(10), px(14))
        column.setSpacing(px(2))
        for place, row in enumerate(SECTIONS):
            button = SectionButton(say(row.words), row.icon)
            self._buttons.addButton(button, place)
            column.addWidget(button)
        column.addStretch(1)
        self._buttons.idClicked.connect(lambda place: self.show_section(SECTIONS[place].id))
        self._stack = QStackedWidget()
        self._stack.setProperty("ground", "surface")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._list)
        across.addWidget(Divider(Qt.Orientation.Vertical))
        across.addWidget(self._stack, 1)


def _scrolled(section: Section, ground: QWidget) -> QScrollArea:
    section.setMaximumWidth(px(_WIDEST))
    area = QScrollArea(ground)
    inside = QWidget(area.viewport())
    inside.setProperty("ground", "surface")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(section, 3)
    row.addStretch(1)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
