"""What an intake warns of, each with what can be done about it; nothing stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.records import Card as PieceCard
from closet_app.services.records import PhotoRef
from closet_app.services.records.intake import IntakeWarning
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.photo_cache import rounded_photo
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say, say_many

Pixmaps = Callable[[PhotoRef, int], QPixmap | None]


class Picture(QWidget):
    """One photo filling its box, framed green when it is the better one."""

    def __init__(
        self, ref: PhotoRef, name: str, pixmaps: Pixmaps, size: tuple[int, int], *, better: bool
    ) -> None:
        super().__init__()
        self._ref, self._pixmaps, self._better = ref, pixmaps, better
        self.setAccessibleName(name)
        fix(self, width=size[0], height=size[1])
        if not size[0]:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        room = self.rect().adjusted(2, 2, -2, -2)
        pixmap = self._pixmaps(self._ref, round(max(room.width(), room.height()) * ratio))
        radius = float(px(6))
        if pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral-soft"))
            painter.drawRoundedRect(room, radius, radius)
        else:
            crop = rounded_photo(pixmap, room.size(), (radius, radius), ratio)
            painter.drawPixmap(room.topLeft(), crop)
        if self._better:
            painter.setPen(QPen(color("ok"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class _WarningCard(Card):
    """An amber title with its icon; an arrow beside the verbs goes to the piece."""

    def __init__(self, icon: str, title: str, go: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(IconMark(icon, "warn-ink", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(title, role="body-strong", tone="warn", wrap=True), 1)
        self.body.addLayout(row)
        self.show_button = IconButton("arrow-right", say("Show it"), size="small", pressed=go)

    def add_verbs(self, *verbs: Button) -> None:
        """Buttons below everything else."""
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for verb in verbs:
            row.addWidget(verb)
        row.addStretch(1)
        row.addWidget(self.show_button)
        self.body.addLayout(row)


class SameShotCard(_WarningCard):
    """Two photos that are nearly the same, the better one at the left."""

    def __init__(
        self,
        warning: IntakeWarning,
        number: int,
        refs: Sequence[PhotoRef],
        pixmaps: Pixmaps,
        acts: WarningActs,
    ) -> None:
        count = len(warning.photo_ids)
        title = say_many(
            "{count} photo is nearly the same", "{count} photos are nearly the same", count
        )
        super().__init__("copy", title, lambda: acts.shown.emit(warning))
        words = say_apart(number, warning)
        self.body.addWidget(PlainLabel(words, role="small", tone="ink2", wrap=True))
        pictures = QHBoxLayout()
        pictures.setSpacing(px(4))
        for place, ref in enumerate(refs[:2]):
            name = say("the better one") if not place else say("the other one")
            pictures.addWidget(Picture(ref, name, pixmaps, (0, 86), better=not place))
        self.body.addLayout(pictures)
        self.left = Button(
            say("Keep left"), size="small", pressed=lambda: acts.kept_left.emit(warning)
        )
        self.both = Button(
            say("Keep both"), "ghost", size="small", pressed=lambda: acts.waved.emit(warning)
        )
        self.add_verbs(self.left, self.both)


def say_apart(number: int, warning: IntakeWarning) -> str:
    """Whose photos they are, when they were taken, and which one is better."""
    item = say("Item {number}", number=number)
    seconds = warning.seconds_apart
    if seconds is not None:
        apart = say_many("taken {count} second apart", "taken {count} seconds apart", seconds)
        item = f"{item}, {apart}"
    if warning.better_lit:
        return say("{whose}. The left one is better lit.", whose=item)
    return say("{whose}. The left one is sharper.", whose=item)


class HereCard(_WarningCard):
    """A piece of the closet that looks like one that is coming in."""

    def __init__(
        self,
        warning: IntakeWarning,
        number: int,
        piece: PieceCard,
        since: str,
        pixmaps: Pixmaps,
        acts: WarningActs,
    ) -> None:
        title = say("Item {number} may be here already", number=number)
        super().__init__("triangle-alert", title, lambda: acts.shown.emit(warning))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        if piece.photo is not None:
            row.addWidget(Picture(piece.photo, piece.title, pixmaps, (60, 68), better=False))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(ElidedLabel(piece.title or piece.sku, role="label"))
        where = say("{number}, bin {bin}", number=piece.sku, bin=piece.bin)
        line = where if piece.bin else piece.sku
        words.addWidget(ElidedLabel(line, role="small", tone="muted"))
        words.addWidget(ElidedLabel(since, role="small", tone="muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.compare = Button(
            say("Compare"), size="small", pressed=lambda: acts.compared.emit(warning)
        )
        self.other = Button(
            say("It’s another one"), "ghost", size="small", pressed=lambda: acts.waved.emit(warning)
        )
        self.add_verbs(self.compare, self.other)


class LookCard(Card):
    """What else is worth a look at the current piece, a line each; × waves it away."""

    def __init__(self, number: int, warnings: Sequence[IntakeWarning], acts: WarningActs) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(IconMark("eye", "warn-ink", 16))
        title = say("Worth a look at item {number}", number=number)
        row.addWidget(PlainLabel(title, role="body-strong", tone="warn", wrap=True), 1)
        self.body.addLayout(row)
        self.body.setSpacing(px(4))
        for warning in warnings:
            self.body.addWidget(_LookLine(warning, acts))


class _LookLine(QWidget):
    def __init__(self, warning: IntakeWarning, acts: WarningActs) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(PlainLabel(warning.words, role="small", tone="ink2", wrap=True), 1)
        wave = IconButton(
            "x", say("Wave it away"), size="small", pressed=lambda: acts.waved.emit(warning)
        )
        row.addWidget(wave)


class WarningActs(QObject):
    """What was asked for on a card; each carries the warning."""

    shown = Signal(object)
    kept_left = Signal(object)
    waved = Signal(object)
    compared = Signal(object)
