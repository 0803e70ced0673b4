"""Find by photo: what was asked at the left, what looks like it at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services import shop, similar
from closet_app.services.changed import Changed
from closet_app.services.records import PhotoBytes
from closet_app.services.similar import Alike
from closet_app.ui.clipboard import copied_photo
from closet_app.ui.closet.faces import Speech
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.jobs import READ
from closet_app.ui.similar.alike_view import AlikeModel, AlikeView
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many

Asked: TypeAlias = Path | PhotoBytes | int
Read: TypeAlias = Callable[[], Asked]
"""Reads what is asked about, off the interface thread."""
SIDE = 248


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found, the asked photo as a JPEG, and how many photos nobody has seen yet."""

    found: tuple[Alike, ...]
    picture: bytes
    unseen: int


class SimilarPage(Page):
    """It is opened for a photo (a file or bytes) or a piece (its id)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Read | None = None
        closet = desk.closet
        names = {each.id: each.name for each in closet.book.marketplaces}
        speech = Speech(shop.shop(closet).locale, closet.clock.today(), names)
        self.thumbs = Thumbs(closet, desk.jobs, self)
        self.model = AlikeModel(speech, self)
        self.view = AlikeView(self.model, self.thumbs)
        self.asked_photo = PhotoThumb(ThumbFace(say("The photo that is looked for")), SIDE)
        self.count = PlainLabel("", role="body-strong", wrap=True)
        self.note = PlainLabel("", role="small", tone="muted", wrap=True)
        self.nothing = EmptyState(
            "scan-search",
            say("Find pieces by photo."),
            say("Choose, paste or drop a photo: Closet shows what looks like it."),
            [Offer(say("Choose a photo…"), self.choose), Offer(say("Paste"), self.paste)],
            framed=False,
        )
        self._build()
        desk.actions.connect_action("similar.paste", self.paste)
        self.view.opened.connect(lambda item_id: desk.navigator.go("editor", item_id))

    def title(self) -> str:
        return say("Find by photo")

    def top_bar(self) -> QWidget:
        return self._bar

    def panes(self) -> list[QWidget]:
        return [self.view]

    def enter(self, what: object = None) -> None:
        if isinstance(what, Path | PhotoBytes | int):
            self.ask(what)
        elif self._asked is not None:
            self._look(self._asked)
        else:
            self._stack.setCurrentWidget(self.nothing)

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.items and self.isVisible() and self._asked:
            self._look(self._asked)

    def take_photos(self, files: Sequence[Path]) -> bool:
        if files:
            self.ask(files[0])
        return bool(files)

    def choose(self) -> None:
        """Ask for a photo to look for."""
        files = self._desk.choose_photos(self)
        if files:
            self.ask(files[0])

    def ask(self, source: Asked) -> None:
        """Look for what looks like `source`."""
        self._look(lambda: source)

    def paste(self) -> None:
        """Look for the copied picture."""
        photo = copied_photo()
        if photo is None:
            self._desk.toast(say("There is no picture to paste."), icon="clipboard")
        else:
            self._look(photo)

    def _look(self, read: Read) -> None:
        closet = self._desk.closet
        self._asked = read
        self._stack.setCurrentWidget(self._filled)
        self.count.setText(say("Looking…"))

        def work(_progress: object) -> _Answer:
            source = read()
            picture = similar.picture_of(closet, source)
            found = similar.find_like(closet, source)
            return _Answer(found, picture, similar.count_unmeasured(closet))

        def done(answer: _Answer) -> None:
            if read is self._asked:
                self._show(answer)

        def failed(error: ClosetError) -> None:
            if read is self._asked:
                self._fail(error)

        self._desk.jobs.run(work, owner=self, done=done, failed=failed, lane=READ)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._bar = PageBar(say("Find by photo"))
        self._bar.add_left(IconButton("arrow-left", say("Back"), keys="Esc", pressed=self._go_back))
        self._bar.add_right(Button(say("Paste"), icon="clipboard", pressed=self.paste))
        self._bar.add_right(
            Button(say("Choose a photo…"), "primary", icon="scan-search", pressed=self.choose)
        )
        self._filled = QWidget()
        row = QHBoxLayout(self._filled)
        row.setContentsMargins(px(16), px(16), 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self._build_side())
        row.addWidget(self.view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_side(self) -> QWidget:
        side = QWidget()
        fix(side, width=SIDE)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        for widget in (self.asked_photo, self.count, self.note):
            rows.addWidget(widget)
        rows.addStretch(1)
        return side

    def _show(self, answer: _Answer) -> None:
        pixmap = QPixmap()
        if answer.picture and pixmap.loadFromData(answer.picture):
            self.asked_photo.set_pixmap(pixmap)
        self.model.show(answer.found)
        self.count.setText(_say_found(answer.found))
        unseen = say_many(
            "{count} photo is still to be looked at and cannot be found yet.",
            "{count} photos are still to be looked at and cannot be found yet.",
            answer.unseen,
        )
        self.note.setText(unseen if answer.unseen else "")
        if answer.found:
            self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def _fail(self, error: ClosetError) -> None:
        self.model.show(())
        self.asked_photo.show_face(ThumbFace(say("The photo that is looked for"), is_missing=True))
        self.count.setText(error.what)
        self.note.setText(" ".join(part for part in (error.safe, error.remedy) if part))

    def _go_back(self) -> None:
        if not self._desk.navigator.back():
            self._desk.navigator.go("closet")


def _say_found(found: Sequence[Alike]) -> str:
    alike = sum(each.likeness >= similar.ALIKE for each in found)
    if not found:
        return say("Nothing looks like it.")
    if not alike:
        return say("Nothing looks much like it. These come nearest.")
    return say_many("{count} piece looks like it.", "{count} pieces look like it.", alike)
