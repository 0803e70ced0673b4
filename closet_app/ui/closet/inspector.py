"""The inspector: one piece, what several have in common, or the whole closet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from closet_app.domain.fields import FIELD
from closet_app.errors import NotFoundError
from closet_app.services import gallery
from closet_app.services.records import Facets, Totals
from closet_app.ui.behind import estimates, history, manners, pieces, sharing
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.facts_grid import Fact
from closet_app.ui.closet.piece_view import PieceFacts, PieceView
from closet_app.ui.closet.sums_view import SumsView
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say, say_many
from closet_app.wording import say_field, say_status

WIDTH = 336
Shared = tuple[Totals, dict[str, object]]


class Inspector(QScrollArea):
    """`show_ids` says what is selected; one piece is read at once, several in the background.

    `summed` carries the totals of several pieces when they are known.
    """

    summed = Signal(object)

    def __init__(
        self, desk: Desk, thumbs: Thumbs, speech: Speech, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._speech = speech
        self._ids: tuple[int, ...] = ()
        self._facets: Facets | None = None
        self._ticket: Ticket | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.reload)
        self.piece = PieceView(thumbs)
        self.sums = SumsView()
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(say("Details"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.setProperty("ground", "surface")
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stack.addWidget(self.sums)
        self._stack.addWidget(self.piece)
        self.setWidget(self._stack)

    def set_speech(self, speech: Speech) -> None:
        """Say everything in another way."""
        self._speech = speech
        self._later.start()

    @property
    def ids(self) -> tuple[int, ...]:
        """The pieces shown."""
        return self._ids

    def show_ids(self, item_ids: Sequence[int]) -> None:
        """Show these pieces, once the events at hand are done with."""
        wanted = tuple(item_ids)
        if wanted != self._ids:
            self._ids = wanted
            self._later.start()

    def show_closet(self, facets: Facets) -> None:
        """Keep the counts of the whole closet, for when nothing is selected."""
        self._facets = facets
        if not self._ids:
            self._later.start()

    def reload(self) -> None:
        """Read again what is shown."""
        if self._ticket is not None:
            self._ticket.cancel()
        if len(self._ids) == 1:
            self._show_one(self._ids[0])
        elif self._ids:
            self._show_several()
        else:
            self._show_none()

    def _show_one(self, item_id: int) -> None:
        closet = self._desk.closet
        try:
            found = PieceFacts(
                pieces.piece(closet, item_id),
                estimates.estimates(closet, item_id),
                history.item_history(closet, item_id),
            )
        except NotFoundError:
            self._show_none()
            return
        self.piece.show_piece(found, self._speech)
        self._show(self.piece)

    def _show_several(self) -> None:
        heading = say_many("{n} selected", "{n} selected", len(self._ids), n=f"{len(self._ids):,}")
        self.sums.show_sums(heading, "", None, self._speech)
        self.sums.show_facts("", ())
        self._show(self.sums)
        closet, ids = self._desk.closet, self._ids

        def work(_progress: object) -> Shared:
            return gallery.totals(closet, ids), sharing.shared_facts(closet, ids)

        self._ticket = self._desk.jobs.run(work, owner=self, done=self._on_shared, lane=READ)

    def _on_shared(self, found: Shared) -> None:
        totals, shared = found
        heading = say_many("{n} selected", "{n} selected", totals.count, n=f"{totals.count:,}")
        self.sums.show_sums(heading, "", totals, self._speech)
        manner = manners.manner_of(self._desk.closet)
        facts: list[Fact] = [
            (say(FIELD[key].words), say_field(FIELD[key], value, manner))  # type: ignore[arg-type]  # values of the field table
            for key, value in shared.items()
        ]
        self.sums.show_facts(say("All of them"), facts)
        self.summed.emit(totals)

    def _show_none(self) -> None:
        facets = self._facets
        line = say("Select a piece to see what you keep.")
        self.sums.show_sums(
            say("Your closet"), line, facets.totals if facets else None, self._speech
        )
        counts = facets.groups.get("status", ()) if facets else ()
        facts = [(say_status(each.value), f"{each.count:,}") for each in counts]
        self.sums.show_facts(say("Where they are"), facts)
        self._show(self.sums)

    def _show(self, view: QWidget) -> None:
        if self._stack.currentWidget() is not view:
            self.verticalScrollBar().setValue(0)
        for each in (self.sums, self.piece):
            policy = each.sizePolicy()
            shown = policy.Policy.Preferred if each is view else policy.Policy.Ignored
            policy.setVerticalPolicy(shown)
            each.setSizePolicy(policy)
        self._stack.setCurrentWidget(view)
