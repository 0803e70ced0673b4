"""The small dialogs of the room: what was printed before, and where the print lies."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from closet_app.services.print_log import LoggedRun
from closet_app.services.print_runs import LABELS, role_of
from closet_app.ui.print_room.history_dialog import HistoryDialog
from closet_app.ui.print_room.nudge_dialog import NudgeDialog, Target
from closet_app.ui.print_room.raw_dialog import RawDialog
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.running import Running
from closet_app.ui.print_room.side_pane import SidePane
from closet_app.ui.words import say


class RoomDoors(QObject):
    """`dialog` is what stands open."""

    def __init__(self, room: Room, running: Running, side: SidePane, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._running, self._side = room, running, side
        self._page = parent
        self.dialog: QDialog | None = None
        side.printers.adjust.connect(self.nudge)

    def nudge(self) -> None:
        """Move the print on one of the papers of this run."""
        dialog = NudgeDialog(self._room.desk, self._targets(), self._page.window())
        dialog.ruler.connect(self._print_ruler)
        self._show(dialog)

    def raw(self) -> None:
        """Choose the language that the label printer is spoken to in."""
        box = self._side.printers
        self._show(RawDialog(self._room.desk, box.name(LABELS), self._page.window()))

    def history(self) -> None:
        """Show what was printed before."""
        dialog = HistoryDialog(self._room.desk, self._page.window())
        dialog.again.connect(self._print_again)
        self._show(dialog)

    def test(self) -> None:
        """Print the ruler page on the paper of the piece that is chosen for."""
        paper = self._room.choices[self._room.kind].paper
        self._print_ruler(Target(paper, self._side.printers.name(role_of(paper))))

    def pictures(self) -> None:
        """Save every page of the run as a picture."""
        desk = self._room.desk
        folder = desk.asking.folder(self._page.window(), say("Save pictures"))
        if folder is not None:
            self._running.save_pictures(folder)

    def _print_ruler(self, target: Target) -> None:
        self._running.print_ruler(target.stock, target.printer)

    def _print_again(self, run: LoggedRun) -> None:
        self._running.print_again(run)

    def _targets(self) -> tuple[Target, ...]:
        """Every paper of the run with its printer, the one in hand first."""
        room, box = self._room, self._side.printers
        kinds = [room.kind, *(choice.kind for choice in room.pieces)]
        papers = {room.choices[kind].paper.id: room.choices[kind].paper for kind in kinds}
        return tuple(Target(paper, box.name(role_of(paper))) for paper in papers.values())

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()
