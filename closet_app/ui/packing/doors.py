"""The ways from the pack station: the order's page, the printer, the camera, a sale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from closet_app.domain.progress import Progress
from closet_app.services import scanning
from closet_app.ui.camera import CameraDialog
from closet_app.ui.orders.buyer_dialog import open_buyer
from closet_app.ui.orders.pick_dialog import PickDialog
from closet_app.ui.orders.sell_dialog import open_sell
from closet_app.ui.packing.work import PackWork
from closet_app.ui.printing.room_door import open_room
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say

PDF = "*.pdf"


class PackDoors(QObject):
    """Nothing opens without an order; `dialog` is what stands open."""

    def __init__(self, work: PackWork, thumbs: Thumbs) -> None:
        super().__init__(work)
        self._work, self._thumbs = work, thumbs
        self._desk, self._bench = work.desk, work.bench
        self.dialog: QDialog | None = None

    def open_order(self) -> None:
        """Show the order on its own page."""
        if self._bench.order is not None:
            self._desk.navigator.go("orders", self._bench.order.id)

    def edit_buyer(self) -> None:
        """Correct the buyer's address."""
        if self._bench.order is not None:
            self.dialog = open_buyer(self._desk, self._bench.order.id, self._desk.window)

    def sell(self) -> None:
        """Choose what was sold, and sell it."""
        desk = self._desk
        dialog = PickDialog(desk, self._bench.speech, self._thumbs)
        dialog.picked.connect(lambda ids: self._keep(open_sell(desk, ids, self._bench.show_order)))
        self._keep(dialog)
        dialog.open()

    def print_piece(self, piece: str) -> None:
        """Print the order in hand: one piece, or everything when none is named."""
        if self._bench.order is not None:
            open_room(self._desk, (self._bench.order.id,), piece)

    def print_all(self) -> None:
        """Print everything that waits."""
        open_room(self._desk)

    def film(self) -> None:
        """Watch for a label with the camera."""
        closet = self._desk.closet
        self._keep(
            CameraDialog(
                self._desk,
                None,
                lambda picture: scanning.scan_picture(picture, closet) or None,
                found=self._on_filmed,
                title=say("Scan a label"),
                hint=say("Hold the label of a piece in front of the camera."),
            )
        )
        if self.dialog is not None:
            self.dialog.open()

    def save_pull_list(self) -> None:
        """Write the pull list as a PDF, by bin in walking order."""
        if not self._bench.stops:
            self._desk.toast(say("There is nothing to pull."), icon="list-checks")
            return
        asking, kinds = self._desk.asking, f"{say('PDF')} ({PDF})"
        title, proposed = say("Save the pull list"), say("Pull list.pdf")
        target = asking.save_file(self._desk.window, title, proposed, kinds)
        if target is not None:
            self._make_pull_list(target)

    def _make_pull_list(self, target: Path) -> None:
        closet = self._desk.closet

        def work(progress: Progress) -> int:
            # PDF and fonts take a third of a second to load, off the interface thread.
            from closet_app.services.pull_sheet import save_pull_list

            return save_pull_list(closet, target, progress)

        self._desk.jobs.run(
            work,
            owner=self,
            done=lambda _pages: self._desk.toast(say("Saved {name}", name=target.name)),
            failed=self._desk.tell_trouble,
            name=say("Making the pull list"),
        )

    def _on_filmed(self, found: object) -> None:
        if isinstance(found, tuple) and found:
            self._work.scan(found[0].code.text)

    def _keep(self, dialog: QDialog | None) -> None:
        self.dialog = dialog
