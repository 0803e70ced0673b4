"""Where the seller is: a photo of a row, and the photos picked beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from closet_app.services.records.intake import IntakeGroup, IntakePhoto
from closet_app.ui.intake.doubts import Doubt
from closet_app.ui.intake.model import GroupModel


class Caret(QObject):
    """`moved` when another photo or row is current, or other photos are picked.

    `doubt` is the seam that is being asked about, until the caret goes elsewhere.
    """

    moved = Signal()

    def __init__(self, model: GroupModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.row, self.place = 0, 0
        self.picked: frozenset[int] = frozenset()
        self.doubt: Doubt | None = None
        self._anchor = 0
        self._photo_id = 0
        self._group_id = 0

    @property
    def doubt_id(self) -> int:
        """The photo behind the seam that is being asked about; 0 when none is."""
        return self.doubt.photo_id if self.doubt is not None else 0

    @property
    def group(self) -> IntakeGroup | None:
        """The current row's group."""
        groups = self._model.groups
        return groups[self.row] if 0 <= self.row < len(groups) else None

    @property
    def photo(self) -> IntakePhoto | None:
        """The current photo."""
        group = self.group
        return group.photos[self.place] if group is not None and group.photos else None

    @property
    def following(self) -> IntakePhoto | None:
        """The photo behind the seam at the caret, in this row or first in the next one."""
        group = self.group
        if group is None:
            return None
        if self.place + 1 < len(group.photos):
            return group.photos[self.place + 1]
        below = self._model.groups[self.row + 1 : self.row + 2]
        return below[0].photos[0] if below and below[0].photos else None

    @property
    def is_last(self) -> bool:
        """Whether the seam at the caret is the one to the next row."""
        group = self.group
        return group is not None and self.place == len(group.photos) - 1

    def chosen(self) -> tuple[int, ...]:
        """The picked photos in their order, or the current one."""
        ids = [photo.ref.id for group in self._model.groups for photo in group.photos]
        picked = tuple(each for each in ids if each in self.picked)
        photo = self.photo
        return picked or ((photo.ref.id,) if photo is not None else ())

    def go(self, row: int, place: int = 0, *, doubt: Doubt | None = None) -> None:
        """Stand on a photo, with nothing picked."""
        self.picked = frozenset()
        self.doubt = doubt
        self._stand(row, place)
        self._anchor = self.place
        self.moved.emit()

    def step(self, by: int) -> None:
        """To the photo beside, over the ends of rows."""
        group, row, place = self.group, self.row, self.place + by
        if group is None:
            return
        if place >= len(group.photos) and row + 1 < len(self._model.groups):
            row, place = row + 1, 0
        elif place < 0 and row > 0:
            row, place = row - 1, len(self._model.groups[row - 1].photos) - 1
        self.go(row, place)

    def extend(self, to: int) -> None:
        """Pick every photo of the row from where the picking began."""
        self._stand(self.row, to)
        low, high = sorted((self._anchor, self.place))
        group = self.group
        if group is not None:
            self.picked = frozenset(photo.ref.id for photo in group.photos[low : high + 1])
        self.moved.emit()

    def toggle(self, row: int, place: int) -> None:
        """Pick one more photo, or one less; those of other rows stay picked."""
        photo = self.photo
        before = self.picked or (frozenset({photo.ref.id}) if photo is not None else frozenset())
        self._stand(row, place)
        self._anchor = self.place
        now = self.photo
        if now is not None:
            self.picked = before ^ {now.ref.id}
        self.moved.emit()

    def pick_row(self) -> None:
        """Pick every photo of the row."""
        group = self.group
        self._anchor = 0
        self.extend(len(group.photos) - 1 if group is not None else 0)

    def follow(self) -> None:
        """Find the photo again after the rows changed, else the row, else the nearest one."""
        place = self._model.place_of(self._photo_id)
        row = self._model.row_of(self._group_id)
        if place is not None:
            self._stand(*place)
        else:
            self._stand(self.row if row is None else row, self.place)
        ids = {photo.ref.id for group in self._model.groups for photo in group.photos}
        self.picked &= ids
        following = self.following
        if following is None or following.settled or following.ref.id != self.doubt_id:
            self.doubt = None
        self.moved.emit()

    def _stand(self, row: int, place: int) -> None:
        groups = self._model.groups
        self.row = max(0, min(row, len(groups) - 1))
        count = len(groups[self.row].photos) if groups else 0
        self.place = max(0, min(place, count - 1))
        group, photo = self.group, self.photo
        self._group_id = group.id if group is not None else 0
        self._photo_id = photo.ref.id if photo is not None else 0
