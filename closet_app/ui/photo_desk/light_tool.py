"""Brighten or darken, and white balance from something gray or white."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.domain.boxes import Box
from closet_app.errors import ClosetError
from closet_app.services import photo_desk
from closet_app.services.records import Recipe
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.photo_desk.labeled_slider import LabeledSlider
from closet_app.ui.photo_desk.patch_layer import PatchLayer
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.value_slider import Span
from closet_app.ui.words import say

MOST = 100


class LightTool(Tool):
    """A slider for the light; the white patch is clicked or drawn on the photo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.layer: PatchLayer = PatchLayer()
        self.light = LabeledSlider(say("Brighten"), Span(-MOST, MOST), _say_light)
        self.auto = Button(say("Fit the light"), icon="wand-sparkles", pressed=self._fit)
        self.unbalance = Button(
            say("White as shot"), "ghost", icon="undo-2", pressed=lambda: self._balance(None)
        )
        self._build()
        slider = self.light.slider
        slider.moved.connect(lambda value: self._light(value, settled=False))
        slider.settled.connect(lambda value: self._light(value, settled=True))
        self.layer.chosen.connect(self._pick)

    def _build(self) -> None:
        self.rows.addWidget(self.light)
        row = QHBoxLayout()
        row.addWidget(self.auto)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addSpacing(px(8))
        self.add_heading(say("White balance"))
        self.add_note(
            say(
                "Click something gray or white on the photo, or draw over it: a tag, paper, a wall."
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.unbalance)
        row.addStretch(1)
        self.rows.addLayout(row)

    def show_photo(self, on_desk: OnDesk) -> None:
        super().show_photo(on_desk)
        self.light.put(on_desk.recipe.light)
        self.unbalance.setEnabled(on_desk.recipe.balance is not None)

    def _light(self, value: int, *, settled: bool) -> None:
        if self.on_desk is not None:
            self.wanted.emit(replace(self.on_desk.recipe, light=value), settled)

    def _fit(self) -> None:
        """The light in which the photo is neither dark nor bright."""
        if self.on_desk is not None:
            closet, sha256 = self._desk.closet, self.on_desk.photo.ref.sha256
            self._ask(lambda: photo_desk.fitting_light(closet, sha256), "light")

    def _pick(self, patch: Box) -> None:
        if self.on_desk is not None:
            closet, sha256 = self._desk.closet, self.on_desk.photo.ref.sha256
            place = self.on_desk.framing.box_to_original(patch)
            self._ask(lambda: photo_desk.balance_from(closet, sha256, place), "balance")

    def _ask(self, work: Callable[[], object], name: str) -> None:
        """Read the photo off the interface thread, then change the edit as it is by then."""
        asked = self.on_desk

        def done(value: object) -> None:
            if self.on_desk is not None and asked is not None:
                same = self.on_desk.photo.ref.id == asked.photo.ref.id
                if same:
                    self.wanted.emit(replace(self.on_desk.recipe, **{name: value}), True)  # type: ignore[arg-type]  # a field of the recipe

        def failed(why: ClosetError) -> None:
            self._desk.tell_trouble(why)

        self._desk.jobs.run(
            lambda _progress: work(), owner=self, done=done, failed=failed, lane=READ
        )

    def _balance(self, balance: None) -> None:
        if self.on_desk is not None:
            edit: Recipe = replace(self.on_desk.recipe, balance=balance)
            self.wanted.emit(edit, True)


def _say_light(value: int) -> str:
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
