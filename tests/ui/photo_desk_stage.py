"""The photo desk in a whole window, opened from the editor of a small piece."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from closet_app.services import photos, pieces
from closet_app.services.closet import Closet
from closet_app.services.records import Photo, Recipe
from closet_app.settings import Settings
from closet_app.ui.frame.page import PageEntry
from closet_app.ui.photo_desk import make_page
from closet_app.ui.photo_desk.page import DeskPage
from closet_app.ui.photo_desk.visit import Visit
from tests.closets import add, new_closet
from tests.ui.editor_stage import Stage

SIZE = (300, 400)


class Kept:
    """Settings that live as long as the test."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.changed: dict[str, object] = {}

    def change(self, **values: object) -> None:
        self.changed |= values
        self.settings = Settings(**values)  # type: ignore[arg-type]  # fields of the settings


class DeskStage(Stage):
    """The editor's stage with the desk beside it."""

    def __init__(self, closet: Closet) -> None:
        super().__init__(closet)
        self.kept = Kept()
        self.desk.choices = self.kept
        page = make_page(self.desk)
        assert isinstance(page, DeskPage)
        self.lamp = page
        self.window.register(PageEntry("desk", lambda: self.lamp, within="closet"))

    def put(self, item_id: int, place: int = 0, tool: str = "frame") -> DeskPage:
        """Lay a photo of a piece on the desk."""
        self.open(item_id)
        photo = pieces.piece(self.closet, item_id).photos[place]
        self.desk.navigator.go("desk", Visit(item_id, photo.ref.id, tool))
        self.settle()
        return self.lamp

    def settle(self) -> None:
        """Wait until all work is done; the first cut-out loads its model."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    @property
    def photo(self) -> Photo:
        """The photo on the desk, as it is stored."""
        assert self.lamp.on_desk is not None
        stored = pieces.piece(self.closet, self.lamp.on_desk.piece.id).photos
        shown = self.lamp.on_desk.photo.ref.id
        return next(photo for photo in stored if photo.ref.id == shown)

    @property
    def recipe(self) -> Recipe:
        """Its edit, as it is stored."""
        return self.photo.ref.recipe

    def point(self, x: float, y: float) -> QPoint:
        """The point of the view at a place of the shown picture."""
        return self.lamp.view.point_at(QPointF(x, y)).toPoint()

    def drag(self, *places: tuple[float, float]) -> None:
        """Press at the first place, move through the others, let go at the last."""
        view, left = self.lamp.view, Qt.MouseButton.LeftButton
        points = [self.point(*place) for place in places]
        QTest.mousePress(view, left, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(view, point)
            self.move_held(point)
        QTest.mouseRelease(view, left, pos=points[-1])
        self.settle()

    def move_held(self, point: QPoint) -> None:
        """QTest moves without the button; a held one is told as the window system does."""
        view, left = self.lamp.view, Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(point), QPointF(view.mapToGlobal(point)),
            Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, event)

    def click(self, x: float, y: float) -> None:
        """Click a place of the shown picture."""
        QTest.mouseClick(self.lamp.view, Qt.MouseButton.LeftButton, pos=self.point(x, y))
        self.settle()


@contextmanager
def desk_stage(folder: Path) -> Iterator[DeskStage]:
    """A closet and a window on it for all tests of a file, both closed afterwards."""
    closet = new_closet(folder)
    made = DeskStage(closet)
    try:
        yield made
    finally:
        assert made.jobs.close()
        made.window.close()
        made.window.deleteLater()
        closet.close()


def garment(file: Path, ground: tuple[int, int, int] = (190, 180, 170)) -> Path:
    """A red box on a wall, with a gray tag at its upper left."""
    image = Image.new("RGB", SIZE, ground)
    pen = ImageDraw.Draw(image)
    pen.rectangle((90, 80, 210, 340), fill=(170, 40, 50))
    pen.rectangle((10, 10, 50, 50), fill=(120, 128, 136))
    image.save(file)
    return file


def add_garments(closet: Closet, folder: Path, count: int = 2) -> int:
    """A piece with so many photos."""
    folder.mkdir(parents=True, exist_ok=True)
    item_id = add(closet)
    files = [garment(folder / f"{at}.png", (190 - at * 9, 180, 170)) for at in range(count)]
    photos.add_photos(closet, item_id, files)
    return item_id
