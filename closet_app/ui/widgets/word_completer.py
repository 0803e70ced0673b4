"""Offers whole words while one is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class WordCompleter(QCompleter):
    """Any part of a word finds it; capitals do not matter.

    Its list is made with the first letter that is typed: a page has many fields, and few are
    typed into.
    """

    def __init__(self, known: QAbstractItemModel | Sequence[str], line: QLineEdit) -> None:
        super().__init__(line)
        model = known if isinstance(known, QAbstractItemModel) else QStringListModel(known, self)
        self.setModel(model)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        line.textEdited.connect(self._dress)

    def _dress(self, _typed: str) -> None:
        """Before Qt shows the list: it completes after it has told of the letter."""
        popup = self.popup()
        if popup is not None:
            popup.setProperty("popup", True)
