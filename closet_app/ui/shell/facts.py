"""What the window's edge says: the pieces, the last save, the last backup, what waits."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from closet_app.services import backups, gallery, history
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.frame.status_bar import StatusFact, StatusFacts
from closet_app.ui.jobs import READ
from closet_app.ui.words import say, say_many
from closet_app.wording import say_date, say_when

EVERY_MS = 600_000
"""Often enough for “yesterday” to follow the calendar."""


class EdgeFacts(QObject):
    """Keeps status bar, rail and title in step with the closet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._saved = _last_step(desk)
        desk.changed.connect(self._on_changed)
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self.refresh)
        timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Say everything as it is now."""
        closet, window = self._desk.closet, self._desk.window
        counts = gallery.counts(closet)
        window.rail.set_count("orders", counts.to_pack)
        self._desk.jobs.run(
            lambda _progress: _waiting(closet),
            owner=self,
            done=lambda count: window.rail.set_count("intake", count),
            lane=READ,
        )
        window.status.show_facts(self._facts(counts.items))

    def _on_changed(self, changed: Changed) -> None:
        self._saved = self._desk.closet.clock.now()
        if changed.shop:
            self._desk.window.set_shop(shop(self._desk.closet).name)
        self.refresh()

    def _facts(self, count: int) -> StatusFacts:
        closet = self._desk.closet
        locale = shop(closet).locale
        now = closet.clock.now()
        left = [
            StatusFact(
                "hard-drive",
                say_many(
                    "{count} item is on this computer",
                    "All {count} items are on this computer",
                    count,
                ),
                str(closet.folder),
            )
        ]
        if self._saved is not None:
            when = say_when(self._saved, now, locale=locale)
            left.append(StatusFact("check", say("Saved {when}", when=when)))
        left.append(StatusFact("archive", _say_backup(backups.last_backup(closet), now, locale)))
        checked = say_date(closet.book.checked_on, now.date(), weekday=False, locale=locale)
        return StatusFacts(tuple(left), say("Fees checked {day}", day=checked))


def _waiting(closet: Closet) -> int:
    """How many groups of photos wait; the services of intake take long to load the first time."""
    from closet_app.services.intake_waiting import waiting_count

    return waiting_count(closet)


def _last_step(desk: Desk) -> datetime | None:
    return next((line.at for line in history.recent(desk.closet, 1)), None)


def _say_backup(made: datetime | None, now: datetime, locale: str) -> str:
    if made is None:
        return say("No backup yet")
    return say("Last backup {when}", when=say_when(made, now, locale=locale))
