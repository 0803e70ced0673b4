"""The design in hand: what is kept of it, what is being typed, and every command on designs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from closet_app.errors import ClosetError, InvalidValueError
from closet_app.services import designs
from closet_app.services.card_papers import use_design
from closet_app.services.changed import Changed
from closet_app.services.design_fields import Design, with_value
from closet_app.services.design_files import import_design
from closet_app.services.design_pictures import take_picture
from closet_app.ui.designs.svg_drawing import source_of
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every design in the order of the list, and the id of the usual one."""

    designs: tuple[Design, ...]
    usual: str

    @property
    def own(self) -> tuple[str, ...]:
        """The ids of the seller's own, in their order."""
        return tuple(each.id for each in self.designs if designs.is_own(each.id))

    def place_of(self, design: Design | None) -> int:
        """Where a design stands among the own ones; -1 when it is none of them."""
        return self.own.index(design.id) if design is not None and design.id in self.own else -1

    def beside(self, design_id: str) -> str:
        """The id of the design after this one, else of the one before."""
        ids = [each.id for each in self.designs]
        at = ids.index(design_id) if design_id in ids else 0
        others = ids[at + 1 :] + ids[:at][::-1]
        return others[0] if others else ""


class _Place:
    """Where the design in hand is written: an own id once there is one."""

    def __init__(self, design_id: str) -> None:
        self.design_id = design_id
        self.is_own = designs.is_own(design_id)


class Studio(QObject):
    """Every kept change is one step to undo; a shipped design is changed in a copy of one's own.

    `typed` is what stands in fields that were not left yet. `listed` tells that the list is
    another, `shown` that the kept design is, `drafted` that what is typed is; `refused` carries a
    field's key and a sentence, `troubled` a sentence alone.
    """

    listed = Signal()
    shown = Signal()
    drafted = Signal()
    refused = Signal(str, str)
    troubled = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shelf = Shelf((), "")
        self.kept: Design | None = None
        self._wanted = ""
        self._came_from = ""
        self.typed: dict[str, object] = {}
        self._place = _Place("")
        self._writes = 0
        self._asked = 0
        self._refusal = ("", "")

    @property
    def draft(self) -> Design | None:
        """The kept design with what is being typed."""
        made = self.kept
        for key, value in self.typed.items():
            try:
                made = with_value(made, key, value) if made else None
            except InvalidValueError:
                continue
        return made

    @property
    def is_own(self) -> bool:
        """Whether the design in hand is the seller's own."""
        return self._place.is_own

    @property
    def is_usual(self) -> bool:
        """Whether the shop's cards are printed with it."""
        return self.kept is not None and self.kept.id == self.shelf.usual

    def choose(self, design_id: str) -> None:
        """Take another design in hand."""
        found = next((each for each in self.shelf.designs if each.id == design_id), None)
        if found is not None and (self.kept is None or found.id != self.kept.id):
            self.keep_typed()
            self._take(found)

    def type(self, key: str, value: object) -> None:
        """Show what is typed in a field; nothing is kept yet."""
        before = self.draft
        self.typed[key] = value
        if self.draft != before:
            self.drafted.emit()

    def keep(self, key: str, value: object) -> None:
        """Keep a field's value, as one step."""
        self.typed.pop(key, None)
        if self.kept is None:
            return
        try:
            after = with_value(self.kept, key, value)
        except InvalidValueError as wrong:
            self.refused.emit(key, str(wrong))
            self.drafted.emit()
            return
        self.refused.emit(key, "")
        if after != self.kept:
            self._keep(after, key)
        self.drafted.emit()

    def keep_typed(self) -> None:
        """Keep what stands in fields that were not left."""
        for key, value in tuple(self.typed.items()):
            self.keep(key, value)

    def keep_picture(self, key: str, path: Path | None) -> None:
        """Keep the picture or logo in a file, or none, as one step."""
        if path is None:
            self.keep(key, None)
            return
        closet, place = self.desk.closet, self._place
        self.refused.emit(key, "")
        self.desk.jobs.run(
            lambda _progress: take_picture(closet, source_of(path)),
            owner=self,
            done=lambda taken: self.keep(key, taken) if place is self._place else None,
            failed=lambda error: self.refused.emit(key, str(error)),
        )

    def copy(self) -> None:
        """Make a design of the seller's own with the looks of this one."""
        if self.kept is not None:
            closet, place = self.desk.closet, self._place
            self._run_making(lambda: designs.copy_design(closet, place.design_id))

    def take_in(self, path: Path) -> None:
        """Take in the design in a file."""
        closet = self.desk.closet
        self._run_making(lambda: import_design(closet, path))

    def delete(self) -> None:
        """Forget the design in hand; it can be undone."""
        if self.kept is None or not self.is_own:
            return
        closet, place = self.desk.closet, self._place
        self._wanted = self.shelf.beside(self.kept.id)
        self._run(lambda: designs.delete_design(closet, place.design_id))

    def use(self) -> None:
        """Print the shop's cards with the design in hand."""
        if self.kept is not None:
            closet, place = self.desk.closet, self._place
            self._run(lambda: use_design(closet, place.design_id))

    def read(self, design_id: str = "") -> None:
        """Ask for the designs as they are now; show this one, the one in hand, or the usual one."""
        self._wanted = design_id or self._wanted
        self._asked += 1
        closet, asked = self.desk.closet, self._asked
        self.desk.jobs.run(
            lambda _progress: Shelf(designs.all_designs(closet), designs.usual_design(closet)),
            owner=self,
            done=lambda shelf: self._on_read(shelf) if asked == self._asked else None,
            lane=READ,
        )

    def _on_read(self, shelf: Shelf) -> None:
        if self._writes:
            return
        self.shelf = shelf
        found = {each.id: each for each in shelf.designs}
        wanted = self._wanted or (self.kept.id if self.kept else "")
        design = found.get(wanted) or found.get(self._came_from) or found[shelf.usual]
        self._wanted = ""
        self.listed.emit()
        if self.kept is None or design.id != self.kept.id:
            self._take(design)
        elif design != self.kept:
            self.kept = design
            self.shown.emit()
            self.drafted.emit()
        key, sentence = self._refusal
        self._refusal = ("", "")
        if key:
            self.refused.emit(key, sentence)

    def _take(self, design: Design) -> None:
        self.typed.clear()
        if not designs.is_own(design.id):
            self._came_from = design.id
        self._place = _Place(design.id)
        self.kept = design
        self.shown.emit()
        self.drafted.emit()

    def _keep(self, after: Design, key: str) -> None:
        """Write it; the first change of a shipped design makes a copy of one's own."""
        place, closet, is_first = self._place, self.desk.closet, not self._place.is_own
        if is_first:
            place.is_own = True
            if key != "name":
                names = [each.name for each in self.shelf.designs]
                after = replace(after, name=designs.free_among(names, after.name))
        self.kept = after
        self.shown.emit()

        def write() -> Changed:
            own = place.design_id if designs.is_own(place.design_id) else ""
            place.design_id, changed = designs.save_design(closet, after, own)
            return changed

        def failed(error: ClosetError) -> None:
            place.is_own = designs.is_own(place.design_id)
            if place is self._place:
                self._refusal = (key, str(error))

        self._run(write, quiet=True, place=place, failed=failed, copied=after.name * is_first)

    def _run_making(self, make: Callable[[], tuple[str, Changed]]) -> None:
        """A command that makes a design, which is then in hand."""
        made: list[str] = []

        def work() -> Changed:
            design_id, changed = make()
            made.append(design_id)
            return changed

        def done(_changed: Changed) -> None:
            self._wanted = made[0]

        self._run(work, after=done)

    def _run(
        self,
        work: Callable[[], Changed],
        *,
        quiet: bool = False,
        place: _Place | None = None,
        failed: Callable[[ClosetError], object] | None = None,
        after: Callable[[Changed], object] | None = None,
        copied: str = "",
    ) -> None:
        self._writes += 1

        def done(changed: Changed) -> None:
            if after is not None:
                after(changed)
            if place is self._place and self.kept is not None and place.design_id != self.kept.id:
                self.kept = replace(self.kept, id=place.design_id)
            if copied:
                words = say("“{name}” is a copy of your own now.", name=copied)
                self.desk.toast(words, undo=True)
            self._end()

        def refuse(error: ClosetError) -> None:
            (failed or (lambda wrong: self.troubled.emit(str(wrong))))(error)
            self._wanted = self._place.design_id
            self._end()

        self.desk.command(work, then=done, failed=refuse, quiet=quiet)

    def _end(self) -> None:
        self._writes -= 1
        self.read()
