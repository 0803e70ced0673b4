"""The three questions of a new seller, each with a good answer in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.domain.countries import COUNTRIES
from closet_app.domain.progress import Progress
from closet_app.ui.asking import Asking
from closet_app.ui.jobs import Jobs
from closet_app.ui.shell.folder_field import FolderField
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import say
from closet_app.wording import country_choices, say_country_money

HOME_COUNTRY = "US"


class Questions(QWidget):
    """Shop name, country with its money, and folder."""

    def __init__(self, asking: Asking, jobs: Jobs, folder: Path) -> None:
        super().__init__()
        self.shop_name = LineField(
            say("Shop name"), hint=say("printed on cards"), empty=say("My closet")
        )
        self.country = ComboField(say("Country and money"))
        self.folder = FolderField(say("Keep it in"), asking)
        self.folder.set_folder(folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        for field in (self.shop_name, self.country, self.folder):
            row.addWidget(field, 1)
        self._show_countries(jobs)

    @property
    def name_answer(self) -> str:
        """The shop's name, or the one proposed."""
        return self.shop_name.text.strip() or say("My closet")

    @property
    def country_answer(self) -> str:
        """The country's code."""
        return str(self.country.value() or HOME_COUNTRY)

    def _show_countries(self, jobs: Jobs) -> None:
        """The seller's own at once; all others when their money is known."""
        own = country_of(QLocale.system())
        self.country.set_options([(own, say_country_money(own))])
        self.country.set_value(own)
        jobs.run(_choices, owner=self, done=self.country.set_options)


def country_of(locale: QLocale) -> str:
    """The ISO 3166 code of the system's country; the United States when it says none."""
    code = QLocale.territoryToCode(locale.territory())
    return code if code in COUNTRIES else HOME_COUNTRY


def _choices(_progress: Progress) -> tuple[tuple[str, str], ...]:
    return country_choices()
