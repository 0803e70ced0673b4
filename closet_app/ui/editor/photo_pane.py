"""The left column: the photo board with its count, and what can be done with a photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.photo_findings import PhotoFindings
from closet_app.services.records import Photo, Piece
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.editor.board import PhotoBoard
from closet_app.ui.editor.bringing import brought, may_bring
from closet_app.ui.editor.findings_pane import FindingsPane
from closet_app.ui.editor.photo_commands import PhotoCommands
from closet_app.ui.theme.shades import color, px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.frames import EmptyState, Offer, paint_stitched
from closet_app.ui.widgets.text import PlainLabel, set_tooltip
from closet_app.ui.words import mark, say, say_many

PAD = 16
_VERBS = (
    ("photos.open", "sliders-horizontal", mark("Edit")),
    ("photos.cover", "star", mark("Cover")),
    ("photos.rotate", "rotate-cw", mark("Turn")),
    ("photos.leave_out", "image-off", mark("Leave out")),
)
"""Commands for the current photo below the board, by action, icon and words."""
_MENU = (
    "photos.open", "photos.crop", "", "photos.cover", "photos.rotate", "",
    "photos.leave_out", "photos.remove",
)  # fmt: skip


class PhotoPane(QWidget):
    """Photos of one piece; files and pictures may be dropped anywhere on it."""

    def __init__(self, desk: Desk, findings: FindingsPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.findings = findings
        self.commands = PhotoCommands(desk, self)
        self._thumbs = Thumbs(desk.closet, desk.jobs, self)
        self.board = PhotoBoard(self._thumbs.get)
        self._count = PlainLabel("", tone="muted")
        self._add = Button(say("Add"), icon="plus", pressed=self.choose)
        self._none = EmptyState(
            "camera",
            say("No photos yet"),
            say("Drop photos here, paste them, or choose files."),
            [Offer(say("Choose photos"), self.choose, icon="image-plus")],
        )
        self._verbs = {
            action: self._verb(action, icon, say(words)) for action, icon, words in _VERBS
        }
        self._bar = QWidget()
        self._over = False
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(px(8))
        heading.addWidget(PlainLabel(say("Photos"), role="section"))
        heading.addWidget(self._count, 1)
        heading.addWidget(self._add)
        verbs = FlowLayout(self._bar, gap=px(4))
        for place, verb in enumerate(self._verbs.values()):
            verbs.insert_widget(place, verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(PAD), px(10), px(PAD), px(PAD))
        column.setSpacing(px(8))
        column.addLayout(heading)
        column.addWidget(self.board)
        column.addWidget(self._bar)
        column.addWidget(self.findings)
        self._none.setMinimumHeight(px(248))
        column.addWidget(self._none)
        column.addStretch(1)

    def _verb(self, action: str, icon: str, words: str) -> Button:
        button = Button(
            words, "ghost", size="small", icon=icon,
            pressed=lambda: self._desk.actions.action(action).trigger(),
        )  # fmt: skip
        row = find_action(action)
        set_tooltip(button, say(row.words), say_keys(row.keys[0]) if row.keys else "")
        return button

    def _connect(self) -> None:
        self._thumbs.arrived.connect(self.board.refresh_pixmaps)
        self.board.moved.connect(self.commands.move)
        self.board.taken_in.connect(lambda photo: self.commands.leave_out(photo, out=False))
        self.board.menu_asked.connect(self._open_menu)
        self.board.chosen.connect(self._show_verbs)
        self.board.opened.connect(self.commands.open_desk)
        self.findings.opened.connect(self.commands.open_desk)
        self.findings.left_out.connect(lambda photo: self.commands.leave_out(photo, out=True))

    def connect_actions(self, page: QWidget) -> None:
        """Give the board its keys; photos can be pasted wherever no text is typed."""
        actions, do = self._desk.actions, self.commands
        for action, command in (
            ("photos.open", do.open_desk),
            ("photos.crop", partial(do.open_desk, tool="frame")),
            ("photos.cover", do.make_cover),
            ("photos.rotate", do.turn),
            ("photos.remove", do.remove),
        ):
            actions.connect_action(action, partial(self._on_current, command), within=self.board)
        actions.connect_action("photos.leave_out", self._leave_out_or_in, within=self.board)
        actions.connect_action("photos.paste", do.paste, within=page)

    def show_photos(
        self, item_id: int, photos: Sequence[Photo], limits: Sequence[tuple[str, int]]
    ) -> None:
        """Show the photos of a piece; `limits` are marketplaces with the most they take."""
        self.commands.item_id = item_id
        shown = sum(not photo.left_out for photo in photos)
        most = max((most for _name, most in limits), default=0)
        words = say("{count} of {most}", count=shown, most=most) if most else str(shown)
        self._count.setText(words)
        self._count.set_tone("warn" if most and shown > most else "muted")
        set_tooltip(self._count, ", ".join(f"{name} {most}" for name, most in limits))
        self._count.setAccessibleName(say_many("{count} photo", "{count} photos", shown))
        self.board.show_photos(photos)
        self.board.setVisible(bool(photos))
        self._bar.setVisible(bool(photos))
        self.findings.setVisible(bool(photos))
        self._none.setVisible(not photos)

    def show_findings(self, findings: PhotoFindings, piece: Piece) -> None:
        """Say on the photos and below them what they show."""
        self.board.show_marks(self.findings.marks(findings, piece))
        self.findings.show_findings(findings, piece.photos, piece.facts)

    def choose(self) -> None:
        """Ask for files."""
        self.commands.add_files(self._desk.choose_photos(self))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_bring(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        self.commands.add(brought(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """While photos are held over it: the stitch of a place to drop them."""
        if self._over:
            painter = QPainter(self)
            room = self.rect().adjusted(px(6), px(4), -px(6), -px(6))
            painter.fillRect(room, color("accent-soft"))
            paint_stitched(painter, room, color("accent-ink"), px(10))

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def _on_current(self, do: Callable[[int], object]) -> None:
        photo = self.board.current
        if photo is not None:
            do(photo.ref.id)

    def _leave_out_or_in(self) -> None:
        photo = self.board.current
        if photo is not None:
            self.commands.leave_out(photo.ref.id, out=not photo.left_out)

    def _show_verbs(self, photo: Photo | None) -> None:
        left_out = photo is not None and photo.left_out
        verb = self._verbs["photos.leave_out"]
        verb.setText(say("Take in again") if left_out else say("Leave out"))
        verb.set_icon_name("image-plus" if left_out else "image-off")

    def _open_menu(self, at: QPoint) -> None:
        menu = self._desk.actions.menu(_MENU, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
