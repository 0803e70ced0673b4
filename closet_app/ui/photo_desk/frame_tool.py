"""Crop, turn and straighten."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import around, shape_in
from closet_app.services import photo_desk
from closet_app.services.photo_desk import CropShape
from closet_app.services.records import Recipe
from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.crop_layer import CropLayer
from closet_app.ui.photo_desk.labeled_slider import LabeledSlider
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.widgets.value_slider import Span
from closet_app.ui.words import say

_TENTHS = 10
FREE = "free"


class FrameTool(Tool):
    """Works on the whole photo: what is cropped away stays to be seen under a veil."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.layer: CropLayer = CropLayer()
        self._shapes = {shape.key: shape for shape in photo_desk.crop_shapes(desk.closet)}
        self.straighten = LabeledSlider(
            say("Straighten"),
            Span(-15 * _TENTHS, 15 * _TENTHS, step=1),
            lambda tenths: say("{degrees}°", degrees=f"{tenths / _TENTHS:.1f}".replace("-", "−")),
        )
        self.shape = ComboField(
            say("Shape"),
            [
                (FREE, say("Free")),
                *((each.key, _say_shape(each)) for each in self._shapes.values()),
            ],
        )
        self.centre = Button(say("Center on the piece"), icon="target", pressed=self._centre)
        self.whole = Button(say("Whole photo"), "ghost", icon="maximize", pressed=self._show_all)
        self.shape.set_value(FREE)
        self._build()
        self._connect()

    def _build(self) -> None:
        turns = QHBoxLayout()
        turns.setSpacing(px(8))
        run = self._desk.actions.action
        for action, icon, words in (
            ("desk.turn_left", "rotate-ccw", say("Turn left")),
            ("desk.turn", "rotate-cw", say("Turn right")),
        ):
            turns.addWidget(
                Button(words, icon=icon, pressed=lambda act=action: run(act).trigger()).widen()  # type: ignore[misc]  # the default binds this round's action
            )
        self.rows.addLayout(turns)
        self.rows.addWidget(self.straighten)
        self.rows.addWidget(self.shape)
        for button in (self.centre, self.whole):
            self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_note(say("Drag the frame or its corners. Shift with the arrows moves it."))

    def _connect(self) -> None:
        slider = self.straighten.slider
        slider.moved.connect(lambda value: self._straighten(value, settled=False))
        slider.settled.connect(lambda value: self._straighten(value, settled=True))
        self.shape.changed.connect(lambda _key: self._centre())
        self.layer.settled.connect(self._crop)

    def show_photo(self, on_desk: OnDesk) -> None:
        if self.on_desk is None or self.on_desk.photo.ref.id != on_desk.photo.ref.id:
            self.shape.set_value(self._shape_of(on_desk))
        super().show_photo(on_desk)
        self.straighten.put(round(on_desk.recipe.straighten * _TENTHS))
        self.layer.show_frame(on_desk.recipe.crop or WHOLE, self._wanted_shape())

    def shown_as(self, recipe: Recipe) -> Recipe:
        return replace(recipe, crop=None)

    def _shape_of(self, on_desk: OnDesk) -> str:
        """The marketplaces' shape that a photo is cropped to, if it is one."""
        size = (on_desk.photo.width, on_desk.photo.height)
        shape = photo_desk.shape_of(self._desk.closet, on_desk.recipe, *size)
        return FREE if shape is None else shape.key

    def _wanted_shape(self) -> float | None:
        chosen = self._shapes.get(str(self.shape.value()))
        if chosen is None or self.on_desk is None:
            return None
        width, height = photo_desk.framed_size(
            self.on_desk.recipe, self.on_desk.photo.width, self.on_desk.photo.height
        )
        return shape_in(chosen.ratio, width, height)

    def _straighten(self, tenths: int, *, settled: bool) -> None:
        self.layer.show_grid(not settled)
        if self.on_desk is not None:
            edit = replace(self.on_desk.recipe, straighten=tenths / _TENTHS)
            self.wanted.emit(edit, settled)

    def _crop(self, frame: Box) -> None:
        if self.on_desk is not None:
            edit = replace(self.on_desk.recipe, crop=None if frame == WHOLE else frame)
            self.wanted.emit(edit, True)

    def _centre(self) -> None:
        """The largest frame of the shape about the garment."""
        if self.on_desk is None:
            return
        shape = self._wanted_shape()
        subject = photo_desk.subject_of(self._desk.closet, self.on_desk.photo.ref.sha256)
        frame = self.on_desk.framing.uncropped().box_to_shown(subject)
        self.layer.show_frame(frame, shape)
        self._crop(around(frame, shape) if shape else frame.grown(0.04))

    def _show_all(self) -> None:
        self.shape.set_value(FREE)
        self._crop(WHOLE)


def _say_shape(shape: CropShape) -> str:
    across, down = shape.ratio
    return f"{across}:{down}  {', '.join(shape.marketplaces)}"
