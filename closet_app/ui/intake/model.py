"""The groups of an intake as rows, what is being typed included."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from closet_app.services.records.intake import IntakeGroup, IntakeView
from closet_app.ui.intake.speech import say_group

GROUP_ROLE = Qt.ItemDataRole.UserRole
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


class GroupModel(QAbstractListModel):
    """One row for each piece to be; `typed` stands until it is read back from the closet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[IntakeGroup, ...] = ()
        self._typed: defaultdict[int, dict[str, str]] = defaultdict(dict)
        self._wrong: defaultdict[int, dict[str, str]] = defaultdict(dict)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own type
        if not index.isValid():
            return None
        if role == GROUP_ROLE:
            return self.groups[index.row()]
        return say_group(self.groups[index.row()]) if role in _TEXT_ROLES else None

    def show_view(self, view: IntakeView | None) -> bool:
        """Show the groups as they are now; True when there are other rows than before."""
        groups = view.groups if view is not None else ()
        same = [group.id for group in groups] == [group.id for group in self.groups]
        if same:
            self._replace(groups)
        else:
            self.beginResetModel()
            self.groups = groups
            self.endResetModel()
        return not same

    def _replace(self, groups: tuple[IntakeGroup, ...]) -> None:
        before, self.groups = self.groups, groups
        for row, (old, new) in enumerate(zip(before, groups, strict=True)):
            if old != new:
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def row_of(self, group_id: int) -> int | None:
        """Where a group stands; None when it is gone."""
        rows = (row for row, group in enumerate(self.groups) if group.id == group_id)
        return next(rows, None)

    def place_of(self, photo_id: int) -> tuple[int, int] | None:
        """Row and place of a photo; None when it is gone."""
        for row, group in enumerate(self.groups):
            for place, photo in enumerate(group.photos):
                if photo.ref.id == photo_id:
                    return row, place
        return None

    def note_typed(self, group_id: int, key: str, text: str, wrong: str = "") -> None:
        """Show `text` in its field until it is read back; `wrong` says why it cannot be taken."""
        self._typed[group_id][key] = text
        self._wrong[group_id][key] = wrong

    def forget_typed(self, group_id: int, key: str, text: str) -> None:
        """What was written is shown as it is stored from now on."""
        typed = self._typed[group_id]
        if typed.get(key) == text:
            del typed[key]
            self._wrong[group_id].pop(key, None)

    def text(self, group: IntakeGroup, key: str) -> str:
        """What was filled in for a field, the newest typed first."""
        typed = self._typed[group.id]
        return typed[key] if key in typed else group.facts.get(key, "")

    def wrong(self, group: IntakeGroup, key: str) -> str:
        """Why what was typed cannot be taken; empty when it can."""
        return self._wrong[group.id].get(key, "")
