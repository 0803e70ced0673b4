"""The editor in a whole window, on a small closet, with file dialogs that answer by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.item import ItemFacts
from closet_app.services import photos, pieces
from closet_app.services.closet import Closet
from closet_app.services.records import Piece
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.editor import make_page
from closet_app.ui.editor.page import EditorPage
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from tests.closets import add, new_closet

COLORS = ((200, 30, 60), (40, 90, 160), (60, 140, 80), (220, 200, 160))


class Answers(Asking):
    """Answers questions with what a test put there, and notes what was shown."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.shown: list[Path] = []
        self.visited: list[str] = []

    def forget(self) -> None:
        """Answer nothing, and note nothing yet."""
        for noted in (self.files, self.shown, self.visited):
            noted.clear()

    def open_files(self, _parent: QWidget, _title: str, _kinds: str) -> list[Path]:
        return list(self.files)

    def show(self, path: Path) -> None:
        self.shown.append(path)

    def visit(self, link: str) -> None:
        self.visited.append(link)


class Choices:
    settings = Settings()

    def change(self, **values: object) -> None:
        """Nothing is kept."""

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Elsewhere(Page):
    """A page that notes what it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


class Stage:
    """Everything a test of the editor touches."""

    qtbot: QtBot
    """The one of the test that runs now."""

    def __init__(self, closet: Closet) -> None:
        self.closet, self.answers = closet, Answers()
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.desk = Desk(closet, self.window, self.jobs, Choices(), self.answers)
        page = make_page(self.desk)
        assert isinstance(page, EditorPage)
        self.page = page
        page.view.looking.patience.setInterval(3_600_000)  # models are not for every test
        self.closet_page, self.orders_page = Elsewhere(), Elsewhere()
        for place, page in (("closet", self.closet_page), ("orders", self.orders_page)):
            self.window.register(PageEntry(place, lambda page=page: page))  # type: ignore[misc]  # the default binds this round's page
        self.window.register(PageEntry("editor", lambda: self.page, within="closet"))
        self.window.resize(1440, 868)
        self.window.show()

    def serve(self, qtbot: QtBot) -> Iterator[Stage]:
        """Stand ready for one test, and leave nothing of it behind."""
        self.qtbot = qtbot
        self.answers.forget()
        self.window.resize(1440, 868)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        yield self
        close_popup()
        self.desk.navigator.go("closet")
        self.settle()

    def open(self, item_id: int, ids: tuple[int, ...] = ()) -> EditorPage:
        """The editor on one piece, with its neighbours when there are any."""
        if not self.desk.navigator.place:
            self.desk.navigator.go("closet")
        self.desk.navigator.go("editor", (item_id, ids) if ids else item_id)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until all work is done."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    def piece(self) -> Piece:
        """The piece shown, as it is stored."""
        return pieces.piece(self.closet, self.page.queue.current)

    def facts(self) -> ItemFacts:
        """What is stored of the piece shown."""
        return self.piece().facts

    def type(self, key: str, text: str, *, leave: bool = True) -> None:
        """Type into a field as a seller does, and leave it."""
        field = self.page.view.form.input(key) or self.page.view.price.price.input(key)
        assert field is not None
        editor = line_of(field.box.editor)
        editor.setFocus()
        editor.selectAll()
        put_in(editor, text)
        if leave:
            self.leave()

    def leave(self) -> None:
        """Put the focus elsewhere; the offscreen platform leaves a closed popup active."""
        close_popup()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.page.bar.back.setFocus()
        self.settle()

    def text(self, key: str) -> str:
        """What stands in a field."""
        field = self.page.view.form.input(key) or self.page.view.price.price.input(key)
        assert field is not None
        editor = line_of(field.box.editor)
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def error(self, key: str) -> str:
        """The sentence under a field."""
        field = self.page.view.form.input(key) or self.page.view.price.price.input(key)
        assert field is not None
        return field.box.error


def put_in(editor: QWidget, text: str) -> None:
    """Type any script: QTest's key clicks abort on letters beyond Latin."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(editor, typed)


def close_popup() -> None:
    """Close what completes the word; a press elsewhere would do it, too."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def line_of(editor: QWidget) -> QLineEdit | QPlainTextEdit:
    """The widget that is typed into."""
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        return editor
    line = editor.findChild(QLineEdit)
    assert line is not None
    return line


@contextmanager
def stage(folder: Path, **shop: Any) -> Iterator[Stage]:
    """A closet and a window on it for all tests of a file, both closed afterwards."""
    closet = new_closet(folder, **shop)
    made = Stage(closet)
    try:
        yield made
    finally:
        assert made.jobs.close()
        made.window.close()
        made.window.deleteLater()
        closet.close()


def pictures(folder: Path, count: int = 3) -> list[Path]:
    """Small photos, each of another color."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        file = folder / f"photo-{number}.png"
        Image.new("RGB", (48, 60), COLORS[number % len(COLORS)]).save(file)
        files.append(file)
    return files


def add_with_photos(closet: Closet, folder: Path, count: int = 3) -> int:
    """A piece with so many photos."""
    item_id = add(closet)
    photos.add_photos(closet, item_id, pictures(folder, count))
    return item_id


__all__ = ["Stage", "add_with_photos", "line_of", "pictures", "stage"]
