"""The photo desk: one photo large, tools at the right, the piece's other photos below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import NotFoundError
from closet_app.services import pieces
from closet_app.services.changed import Changed
from closet_app.services.records import Recipe
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.photo_desk.comparing import Comparing
from closet_app.ui.photo_desk.desk_bar import DeskBar
from closet_app.ui.photo_desk.developing import Developing
from closet_app.ui.photo_desk.film_strip import FilmStrip
from closet_app.ui.photo_desk.keeping import EditKeeper
from closet_app.ui.photo_desk.picture_view import ZOOM_STEP, PictureView
from closet_app.ui.photo_desk.side_pane import SidePane
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.photo_desk.tools import make_tools
from closet_app.ui.photo_desk.visit import Visit
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say


class DeskPage(Page):
    """Opened for a `Visit`; every edit is kept as one undoable step when it is let go."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.on_desk: OnDesk | None = None
        self._item = self._photo = 0
        self.bar = DeskBar(desk)
        self.view = PictureView()
        self.tools: dict[str, Tool] = make_tools(desk)
        self._tool = "frame"
        self.side = SidePane(self.tools)
        self.strip = FilmStrip(Thumbs(desk.closet, desk.jobs, self))
        self.keeper = EditKeeper(desk, self)
        self._developing = Developing(desk, self.view)
        self._comparing = Comparing(desk, self.view, self.bar.compare)
        self._build()
        self._connect()

    def _build(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        middle.addWidget(Divider())
        middle.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        row.addWidget(self.side)

    def _connect(self) -> None:
        self._developing.settled.connect(self._on_picture)
        self.view.zoomed.connect(self._ask)
        self.keeper.kept.connect(self._show)
        self.strip.chosen.connect(self._go_to)
        self.side.chosen.connect(self.use)
        for tool in self.tools.values():
            tool.wanted.connect(self._want)
        connect = self._desk.actions.connect_action
        connect("desk.back", self._go_back)
        connect("desk.next", lambda: self._step(1))
        connect("desk.previous", lambda: self._step(-1))
        connect("desk.turn", lambda: self._turn(1))
        connect("desk.turn_left", lambda: self._turn(-1))
        connect("desk.whole", self.view.show_whole)
        connect("desk.closer", lambda: self.view.zoom_by(ZOOM_STEP))
        connect("desk.farther", lambda: self.view.zoom_by(1 / ZOOM_STEP))
        connect("desk.copy", self._copy)
        connect("desk.reset", lambda: self.keeper.reset(self._photo))
        for name in self.tools:
            connect(f"desk.{name}", lambda name=name: self.use(name))  # type: ignore[misc]  # the default binds this round's name

    def title(self) -> str:
        if self.on_desk is None:
            return ""
        name = self.on_desk.piece.facts.title or self.on_desk.piece.facts.sku
        return say("Photo desk, {name}", name=name)

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return [self.view, self.side]

    def enter(self, what: object = None) -> None:
        if isinstance(what, Visit):
            self._item, self._photo = what.item_id, what.photo_id
            self._tool = what.tool or self._tool
        self.on_desk = None
        self._show()
        self.use(self._tool)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        self.tool.layer.let_go()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self._developing.forget()
        self._comparing.end()
        return True

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and self._item in changed.items and not self.keeper.is_busy:
            self._show()

    def use(self, name: str) -> None:
        """Take up a tool."""
        self.tool.layer.let_go()
        self.tool.end()
        self._tool = name
        tool = self.tools[name]
        tool.begin()
        self.side.show_tool(name)
        self.view.use(tool.layer)
        self._ask()

    @property
    def tool(self) -> Tool:
        """The tool in use."""
        return self.tools[self._tool]

    def _show(self) -> None:
        """Show the photo as it is stored."""
        try:
            piece = pieces.piece(self._desk.closet, self._item)
        except NotFoundError:
            self._go_back()
            return
        photo = next((each for each in piece.photos if each.ref.id == self._photo), piece.cover)
        if photo is None:
            self._go_back()
            return
        if photo.ref.id != self._photo or self.on_desk is None:
            self._photo, self.on_desk = photo.ref.id, None
            self._developing.begin(photo.ref.sha256)
        self.on_desk = OnDesk(piece, photo, photo.ref.recipe)
        for tool in self.tools.values():
            tool.show_photo(self.on_desk)
        self.strip.show_photos(piece.photos, photo.ref.id)
        self.bar.show_photo(piece, photo, is_edited=photo.ref.recipe != Recipe())
        self.titled.emit()
        self._ask()

    def _ask(self, *, is_draft: bool = False) -> None:
        if self.on_desk is not None:
            self._developing.ask(self.tool.shown_as(self.on_desk.recipe), is_draft=is_draft)

    def _on_picture(self) -> None:
        self.tool.on_picture()

    def _want(self, recipe: Recipe, settled: bool) -> None:
        """Show an edit; keep it once it is let go."""
        if self.on_desk is None:
            return
        self._comparing.end()
        self.on_desk = replace(self.on_desk, recipe=recipe)
        if settled:
            self.keeper.keep(self._photo, recipe)
            for tool in self.tools.values():
                tool.show_photo(self.on_desk)
        self._ask(is_draft=not settled)

    def _turn(self, quarters: int) -> None:
        if self.on_desk is not None:
            self._want(self.on_desk.recipe.turned(quarters), settled=True)

    def _go_to(self, photo_id: int) -> None:
        if photo_id != self._photo:
            self.tool.layer.let_go()
            self._photo, self.on_desk = photo_id, None
            self._show()

    def _step(self, by: int) -> None:
        if self.on_desk is not None:
            ids = [photo.ref.id for photo in self.on_desk.piece.photos]
            place = ids.index(self._photo) + by
            if 0 <= place < len(ids):
                self._go_to(ids[place])

    def _copy(self) -> None:
        if self.on_desk is None:
            return
        ids = [each.ref.id for each in self.on_desk.piece.photos]
        self.keeper.copy(self._photo, [each for each in ids if each != self._photo])

    def _go_back(self) -> None:
        if not (self._desk.navigator.place == "desk" and self._desk.navigator.back()):
            self._desk.navigator.go("editor", self._item)
