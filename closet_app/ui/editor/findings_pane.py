"""What the photos of the piece show, said on the board and below it, each with one thing to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import widened
from closet_app.domain.item import ItemFacts
from closet_app.services import crops, photo_findings
from closet_app.services.photo_desk import Framing
from closet_app.services.photo_findings import FoundFault, PhotoFindings, TagRead, Twins
from closet_app.services.records import Photo, Piece, Pin
from closet_app.ui.desk import Desk
from closet_app.ui.editor.colors_seen import ColorsSeen
from closet_app.ui.editor.finding_words import (
    BRIGHTEN,
    CUT_OUT,
    FAULTS,
    FRAME,
    LEAVE_OUT,
    say_covered,
    say_missing,
)
from closet_app.ui.editor.hints import Hint, HintList
from closet_app.ui.editor.tag_card import TAG_SHAPE, TagCard
from closet_app.ui.editor.tile_grid import TileMarks
from closet_app.ui.jobs import READ
from closet_app.ui.theme.shades import px
from closet_app.ui.words import mark, say

CROP_LONGEST = 400
TOOLS = {BRIGHTEN: "light", FRAME: "frame", CUT_OUT: "background"}
"""The tool of the photo desk that does something about a shortcoming."""


class FindingsPane(QWidget):
    """`used` carries suggestions that were taken, `colors_used` names of colors.

    `opened` carries a photo's id and the tool of the desk that is wanted for it, `left_out` a
    photo that is to be shown nowhere.
    """

    used = Signal(object)
    colors_used = Signal(object)
    opened = Signal(int, str)
    left_out = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item = 0
        self._photos: tuple[Photo, ...] = ()
        self._numbers: dict[int, int] = {}
        self._cropped: tuple[str, Box] | None = None
        self.tag, self.hints, self.colors = TagCard(), HintList(), ColorsSeen()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.tag, self.hints, self.colors):
            column.addWidget(part)
            part.hide()
        self.tag.used.connect(self.used)
        self.tag.dismissed.connect(lambda read: self.dismiss(*(each.key for each in read)))
        self.hints.dismissed.connect(self.dismiss)
        self.colors.used.connect(self.colors_used)

    def begin(self, item_id: int) -> None:
        """Another piece is shown: nothing is known of it yet."""
        if item_id != self._item:
            self._item = item_id
            self.show_findings(PhotoFindings(item_id), (), ItemFacts())

    def show_findings(
        self, findings: PhotoFindings, photos: Sequence[Photo], facts: ItemFacts
    ) -> None:
        """Show what was found on `photos` of a piece with these `facts`."""
        self._photos = tuple(photos)
        shown = [photo.ref.id for photo in photos if not photo.left_out]
        self._numbers = {photo_id: place for place, photo_id in enumerate(shown, start=1)}
        self._show_tag(findings.tag)
        self.hints.show_hints(self._hints(findings))
        self.colors.show_colors(findings.colors, (*facts.colors, *facts.other_colors))

    def _show_tag(self, tag: TagRead | None) -> None:
        """Show what a tag says; the place it was read from follows."""
        self.tag.show_read(tag)
        wanted = None if tag is None or tag.box is None else (tag.sha256, self._around(tag))
        if wanted == self._cropped:
            return
        self._cropped = wanted
        self.tag.crop.show_crop(None)
        if wanted is not None:
            closet, (sha256, box) = self._desk.closet, wanted
            self._desk.jobs.run(
                lambda _progress: (wanted, crops.crop_of(closet, sha256, box, CROP_LONGEST)),
                owner=self, done=self._on_crop, failed=lambda _why: None, lane=READ,
            )  # fmt: skip

    def _around(self, tag: TagRead) -> Box:
        """The place that was read in the shape of the picture on the card."""
        photo = next((each for each in self._photos if each.ref.id == tag.photo_id), None)
        if photo is None or tag.box is None:
            return WHOLE
        return widened(tag.box, TAG_SHAPE[0] * photo.height / (TAG_SHAPE[1] * photo.width))

    def _on_crop(self, made: tuple[object, bytes]) -> None:
        wanted, jpeg = made
        if wanted == self._cropped:
            crop = QPixmap()
            crop.loadFromData(jpeg, "JPEG")
            self.tag.crop.show_crop(crop)

    def marks(self, findings: PhotoFindings, piece: Piece) -> dict[int, TileMarks]:
        """What is said on the photos themselves."""
        faults = {found.photo_id: FAULTS[found.fault] for found in findings.faults}
        dots = {photo.ref.id: _dots(photo, piece.pins) for photo in piece.photos}
        return {
            photo_id: TileMarks(
                say(faults[photo_id].short) if photo_id in faults else "",
                faults[photo_id].icon if photo_id in faults else "triangle-alert",
                places,
            )
            for photo_id, places in dots.items()
            if places or photo_id in faults
        }

    def _hints(self, findings: PhotoFindings) -> list[Hint]:
        covered = findings.coverage
        hints = [self._fault(found) for found in findings.faults]
        hints += [self._twins(twins) for twins in findings.twins]
        if covered and covered.pressing:
            hints.append(Hint(say_missing(covered.pressing), "camera", "muted"))
        elif covered:
            hints.append(Hint(say_covered(covered.covered), "circle-check", "ok-ink"))
        return [*hints, *(Hint(words, "info", "muted") for words in findings.missing)]

    def _fault(self, found: FoundFault) -> Hint:
        words = FAULTS[found.fault]
        act = (
            partial(self.left_out.emit, found.photo_id)
            if words.act == LEAVE_OUT
            else partial(self.opened.emit, found.photo_id, TOOLS[words.act])
        )
        sentence = say(words.sentence, number=self._number(found.photo_id))
        icon = "aperture" if words.icon == "triangle-alert" else words.icon
        return Hint(sentence, icon, verb=say(words.verb), act=act, key=found.key)

    def _twins(self, twins: Twins) -> Hint:
        better, other = self._number(twins.better), self._number(twins.other)
        words = (
            mark("Photos {one} and {other} are nearly the same; {better} is better lit")
            if twins.better_lit
            else mark("Photos {one} and {other} are nearly the same; {better} is sharper")
        )
        return Hint(
            say(words, one=min(better, other), other=max(better, other), better=better),
            "copy",
            "ink2",
            verb=say("Leave out {number}", number=other),
            act=partial(self.left_out.emit, twins.other),
            key=twins.key,
        )  # fmt: skip

    def _number(self, photo_id: int) -> int:
        return self._numbers.get(photo_id, 0)

    def dismiss(self, *keys: str) -> None:
        """Wave hints or suggestions away for good."""
        closet, item_id = self._desk.closet, self._item
        self._desk.command(lambda: photo_findings.dismiss(closet, item_id, keys))


def _dots(photo: Photo, pins: Sequence[Pin]) -> tuple[tuple[float, float], ...]:
    """Where the flaws of a photo are, as it is turned and cropped."""
    framing = Framing.of(photo.ref.recipe, photo.width, photo.height)
    return tuple(framing.to_shown(pin.x, pin.y) for pin in pins if pin.photo_id == photo.ref.id)
