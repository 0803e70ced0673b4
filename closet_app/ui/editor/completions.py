"""Words of the closet's own offered while one is typed: brands, bins, places."""

from __future__ import annotations

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QLineEdit

from closet_app.services import gallery
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.widgets.word_completer import WordCompleter

KEYS = {"brand": "brand", "bin": "bin", "source": "source"}
"""Fields whose earlier words are offered, by their key in the search."""


class Completion(QObject):
    """Asks the closet off the interface thread for words like the one being typed."""

    def __init__(self, desk: Desk, key: str, line: QLineEdit) -> None:
        super().__init__(line)
        self._desk, self._key, self._line = desk, key, line
        self._model = QStringListModel(self)
        self.completer = WordCompleter(self._model, line)
        line.setCompleter(self.completer)
        line.textEdited.connect(self._ask)

    def _ask(self, typed: str) -> None:
        if not typed.strip():
            self._model.setStringList([])
            return
        closet, key = self._desk.closet, self._key
        self._desk.jobs.run(
            lambda _progress: [each.value for each in gallery.suggest(closet, key, typed.strip())],
            owner=self,
            done=self._offer,
            lane=READ,
        )

    def _offer(self, words: list[str]) -> None:
        if not self._line.hasFocus():
            return
        self._model.setStringList([word for word in words if word != self._line.text()])
        if self._model.rowCount():
            self.completer.complete()
