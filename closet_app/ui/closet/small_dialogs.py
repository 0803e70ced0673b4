"""The short questions of the page: a bin, a tag, where listed, why archived, delete or keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from closet_app.domain.status import ArchiveReason
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.dialogs import ConfirmDialog, FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say, say_many
from closet_app.wording import say_reason


class ValueDialog(FormDialog):
    """One value, typed or chosen among those in use."""

    def __init__(
        self, title: str, label: str, known: Sequence[str], act: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, act=act, keep=say("Leave as is"), width=380, parent=parent)
        options = [(value, value) for value in known]
        self.field = ComboField(label, options, editable=True)
        self.field.set_value("")
        self.body.addWidget(self.field)
        self.field.box.setFocus()
        self._missing = say("Type the {what}.", what=label.lower())

    def value(self) -> str:
        """What was typed or chosen."""
        return str(self.field.value() or "").strip()

    def check(self) -> str:
        return "" if self.value() else self._missing


class ListedDialog(FormDialog):
    """Which marketplaces the pieces are listed on now."""

    def __init__(
        self,
        count: int,
        marketplaces: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        parent: QWidget | None,
    ) -> None:
        title = say_many("Mark {count} item listed", "Mark {count} items listed", count)
        super().__init__(title, act=say("Mark listed"), keep=say("Leave as is"), parent=parent)
        words = say("Listed today on")
        self.body.addWidget(PlainLabel(words, role="label", tone="ink2"))
        self.checks = {code: CheckRow(name) for code, name in marketplaces}
        rows = QVBoxLayout()
        rows.setSpacing(px(2))
        for code, row in self.checks.items():
            row.setMinimumHeight(px(24))
            row.set_checked(code in ticked)
            rows.addWidget(row)
        self.body.addLayout(rows)
        note = say("When one of them sells, Closet reminds you to take down the others.")
        self.body.addWidget(PlainLabel(note, role="small", tone="muted", wrap=True))

    def marketplaces(self) -> list[str]:
        """The ticked ones."""
        return [code for code, row in self.checks.items() if row.is_checked()]

    def check(self) -> str:
        return "" if self.marketplaces() else say("Tick at least one marketplace.")


class ArchiveDialog(FormDialog):
    """Why pieces leave the stock without a sale."""

    def __init__(self, count: int, parent: QWidget | None) -> None:
        title = say_many("Archive {count} item?", "Archive {count} items?", count)
        act = say_many("Archive {count} item", "Archive {count} items", count)
        super().__init__(title, act=act, keep=say("Keep them"), width=360, parent=parent)
        words = say("They leave the stock and stay in the closet. You can take them out again.")
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self._group = QButtonGroup(self)
        rows = QVBoxLayout()
        rows.setSpacing(px(2))
        for place, reason in enumerate(ArchiveReason):
            button = QRadioButton(say_reason(reason.value))
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            rows.addWidget(button)
        self.body.addLayout(rows)

    def reason(self) -> ArchiveReason:
        """The chosen reason."""
        return list(ArchiveReason)[self._group.checkedId()]


def delete_question(count: int, parent: QWidget | None) -> ConfirmDialog:
    """Deleting asks once, and says that nothing is lost for 30 days."""
    return ConfirmDialog(
        say_many("Delete {count} item?", "Delete {count} items?", count),
        say_many(
            "It goes to Trash with its photos and stays there for 30 days. "
            "Orders and books keep its numbers.",
            "They go to Trash with their photos and stay there for 30 days. "
            "Orders and books keep their numbers.",
            count,
        ),
        act=say_many("Delete {count} item", "Delete {count} items", count),
        keep=say_many("Keep it", "Keep them", count),
        parent=parent,
    )
