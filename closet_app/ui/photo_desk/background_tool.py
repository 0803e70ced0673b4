"""The garment cut out on another background, and the brush that repairs its outline."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services import photo_desk
from closet_app.services.close_ups import is_close_up
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.photo_desk.brush_layer import LEAST, MOST, USUAL, BrushLayer, Drawn
from closet_app.ui.photo_desk.labeled_slider import LabeledSlider
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_slider import Span
from closet_app.ui.words import say

AS_SHOT, SHOP = "", "shop"
_SCALE, _STEP = 1_000, 1.25
FIRST_COLOR = "#e9e2d6"
"""The shop's color until one is chosen."""


class BackgroundTool(Tool):
    """As shot, white, linen or the shop's color; strokes of the brush add or erase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked_at, self._is_filled = "", False
        self.layer: BrushLayer = BrushLayer()
        self.background = Segmented(
            [
                Segment(AS_SHOT, say("As shot")),
                Segment("white", say("White")),
                Segment("linen", say("Linen")),
                Segment(SHOP, say("Shop")),
            ],
            name=say("Background"),
        )
        self.color = Button(say("Shop color…"), "secondary", size="small", pressed=self._choose)
        self.missing = Note("", "warn")
        self.filled = Note(say("The cloth fills this photo, so it stays as it is."), "info")
        self.brush = Segmented(
            [Segment("erase", say("Erase")), Segment("add", say("Add"))], name=say("Brush")
        )
        self.breadth = LabeledSlider(
            say("Brush size"),
            Span(round(LEAST * _SCALE), round(MOST * _SCALE), round(USUAL * _SCALE)),
            lambda value: f"{value / 10:.1f}%",
        )
        self.repair = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.rows.addWidget(self.missing)
        self.rows.addWidget(self.filled)
        self.filled.hide()
        self.rows.addWidget(self.background)
        row = QHBoxLayout()
        row.addWidget(self.color)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addSpacing(px(8))
        self.add_heading(say("Repair the outline"))
        self.rows.addWidget(self.brush)
        self.rows.addWidget(self.breadth)
        self._note = PlainLabel("", role="small", tone="muted", wrap=True)
        self.rows.addWidget(self._note)

    def _connect(self) -> None:
        self.background.changed.connect(self._change)
        self.brush.changed.connect(self._take_brush)
        self.breadth.slider.moved.connect(lambda value: self.layer.set_radius(value / _SCALE))
        self.layer.drawn.connect(self._stroke)
        connect = self._desk.actions.connect_action
        connect("desk.larger", partial(self._resize, _STEP))
        connect("desk.smaller", partial(self._resize, 1 / _STEP))

    @property
    def shop_color(self) -> str:
        """The color that was used last."""
        return self._desk.choices.settings.shop_color or FIRST_COLOR

    def begin(self) -> None:
        missing = photo_desk.missing_for_cut_out(self._desk.closet)
        self.missing.say(missing)
        self.missing.setVisible(bool(missing))
        self.background.setEnabled(not missing)
        self._show_color()

    def show_photo(self, on_desk: OnDesk) -> None:
        super().show_photo(on_desk)
        background = on_desk.recipe.background
        named = background if background in (AS_SHOT, "white", "linen") else SHOP
        self.background.set_value(named)
        self.color.setVisible(named == SHOP)
        for part in (self.brush, self.breadth):
            part.setEnabled(named != AS_SHOT)
        self._note.setText(
            say("Choose a background first.")
            if named == AS_SHOT
            else say("Paint over the photo. [ and ] change the brush, Undo takes a stroke back.")
        )
        self.layer.allow(on_desk.recipe.cuts_out)
        self.filled.setVisible(self._says_filled())

    def on_picture(self) -> None:
        self.layer.forget()
        if self.on_desk is not None and self.on_desk.recipe.cuts_out:
            self._look_whether_filled(self.on_desk.photo.ref.sha256)

    def _look_whether_filled(self, sha256: str) -> None:
        """The outline was found for the picture that is shown now."""
        if sha256 == self._looked_at:
            return
        self._looked_at, self._is_filled, closet = sha256, False, self._desk.closet
        self._desk.jobs.run(
            lambda _progress: (sha256, is_close_up(closet, sha256)),
            owner=self, done=self._on_looked, failed=lambda _why: None, lane=READ,
        )  # fmt: skip

    def _on_looked(self, seen: tuple[str, bool]) -> None:
        if seen[0] == self._looked_at:
            self._is_filled = seen[1]
            self.filled.setVisible(self._says_filled())

    def _says_filled(self) -> bool:
        """Whether the photo is a close-up on a background that does not show."""
        shown = self.on_desk
        if shown is None or not self._is_filled or shown.photo.ref.sha256 != self._looked_at:
            return False
        return shown.recipe.cuts_out and not shown.recipe.strokes

    def _change(self, name: str) -> None:
        if self.on_desk is not None:
            background = self.shop_color if name == SHOP else name
            self.wanted.emit(replace(self.on_desk.recipe, background=background), True)

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.shop_color), self, say("Shop color"))
        if chosen.isValid():
            self.use_shop_color(chosen.name())

    def use_shop_color(self, name: str) -> None:
        """Put the garment on this color, and remember it."""
        self._desk.choices.change(shop_color=name)
        self._show_color()
        self._change(SHOP)

    def _show_color(self) -> None:
        swatch = QPixmap(px(14), px(14))
        swatch.fill(QColor(self.shop_color))
        self.color.setIcon(swatch)

    def _take_brush(self, name: str) -> None:
        self.layer.adds = name == "add"
        self.layer.changed.emit()

    def _resize(self, factor: float) -> None:
        self.layer.set_radius(self.layer.radius * factor)
        self.breadth.put(round(self.layer.radius * _SCALE))

    def _stroke(self, drawn: Drawn) -> None:
        """A stroke over the edited picture, laid down on the original."""
        if self.on_desk is None:
            return
        framing = self.on_desk.framing
        points = [framing.to_original(point.x(), point.y()) for point in drawn.points]
        share = max(framing.size) / max(framing.width, framing.height)
        try:
            edit = photo_desk.with_stroke(
                self.on_desk.recipe, points, drawn.radius * share, adds=drawn.adds
            )
        except InvalidValueError as why:
            self.layer.forget()
            self._desk.tell_trouble(why)
            return
        self.wanted.emit(edit, True)
