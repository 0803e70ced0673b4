"""What a seller does at the whole program: type, press, drop, close it and start it again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from closet_app.services import gallery, pieces
from closet_app.services.closet import Closet
from closet_app.services.history import undo_words
from closet_app.services.order_views import order
from closet_app.services.records import OrderView, Piece
from closet_app.ui.closet.page import ClosetPage
from closet_app.ui.editor.page import EditorPage
from closet_app.ui.first_run.page import FirstRunPage
from closet_app.ui.intake.page import IntakePage
from closet_app.ui.orders.page import OrdersPage
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.wording import say_money
from tests.ui.program_stage import Stage

KEY, HELD = Qt.Key, Qt.KeyboardModifier
PLAIN, CONTROL, SHIFT = HELD.NoModifier, HELD.ControlModifier, HELD.ShiftModifier


MOST_DIALOGS = 8
"""Dialogs that may stand on one another when a story ends."""


class Seller:
    """One seller at one computer; what she chose last is still chosen when she comes back."""

    def __init__(self, qtbot: QtBot, keeper: ThemeKeeper, home: Path) -> None:
        self.qtbot = qtbot
        self._keeper, self._home = keeper, home
        self.stage = Stage(qtbot, keeper, home)

    def begin(self) -> FirstRunPage:
        """Start the program for the first time, with a folder of her own proposed."""
        self.stage.program.window.resize(1440, 900)
        self.stage.start(None, "first_run")
        self.front()
        page = self.stage.page(FirstRunPage)
        page.questions.folder.set_folder(self._home / "Closet")
        return page

    def come_back(self) -> None:
        """Start the program again on what it shows by itself."""
        kept = self.stage.saved()
        self.stage = Stage(self.qtbot, self._keeper, self._home)
        self.stage.choices.change(windows=kept.windows, panes=kept.panes, places=kept.places)
        self.stage.start(kept.last_closet, "closet")
        self.front()

    def leave(self) -> None:
        """Close the window, whatever is under way in it."""
        self.stage.end()

    def end(self) -> None:
        """Leave nothing behind."""
        for _ in range(MOST_DIALOGS):
            if (modal := QApplication.activeModalWidget()) is not None:
                modal.close()
        assert QApplication.activeModalWidget() is None, "a dialog refuses to close"
        self.stage.settle()
        self.stage.end()

    @property
    def closet(self) -> Closet:
        """The open closet."""
        return self.stage.desk.closet

    @property
    def closet_page(self) -> ClosetPage:
        """The page of pieces, shown."""
        return self.stage.page(ClosetPage)

    @property
    def editor(self) -> EditorPage:
        """The item editor, shown."""
        return self.stage.page(EditorPage)

    @property
    def intake_page(self) -> IntakePage:
        """The page of intake, shown."""
        return self.stage.page(IntakePage)

    @property
    def orders_page(self) -> OrdersPage:
        """The page of orders, shown."""
        return self.stage.page(OrdersPage)

    def settle(self) -> None:
        """Wait until all work is done."""
        QApplication.processEvents()
        self.stage.settle()
        QApplication.processEvents()

    def front(self) -> None:
        """Have the keys go to the window."""
        window = self.stage.program.window
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        window = QApplication.activeWindow() or self.stage.program.window
        self.qtbot.keyClick(QApplication.focusWidget() or window, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is, over what stands there."""
        window = QApplication.activeWindow() or self.stage.program.window
        line = window.focusWidget()
        assert isinstance(line, QLineEdit | QPlainTextEdit)
        line.selectAll()
        for number, each in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(line, KEY.Key_Return)
            QTest.keyClicks(line, each)
        self.settle()

    def type_in(self, field: QWidget, text: str) -> None:
        """Go to a field, type over it and go on with Tab."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.type(text)
        self.key(KEY.Key_Tab)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button with these words."""
        there = within or self.stage.program.window
        shown = [each for each in there.findChildren(QAbstractButton) if each.isVisible()]
        button = next(each for each in shown if words in (each.text(), each.accessibleName()))
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def act(self, action_id: str) -> None:
        """Choose a command from the menu."""
        action = self.stage.desk.actions.action(action_id)
        assert action.isEnabled()
        action.trigger()
        self.settle()

    def drop(self, target: QWidget, files: Sequence[Path]) -> None:
        """Drop files on a part of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        target.dropEvent(QDropEvent(QPointF(40, 40), copy, data, left, PLAIN))

    def search(self, text: str) -> None:
        """Ctrl+K, then type."""
        self.key(KEY.Key_K, CONTROL)
        self.type(text)
        self.key(KEY.Key_Return)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.front()
        with self.qtbot.waitSignal(self.stage.desk.changed):
            self.key(KEY.Key_Z, CONTROL)

    def next_undo(self) -> str:
        """What Ctrl+Z would take back."""
        return undo_words(self.closet)

    def titles(self) -> list[str]:
        """The titles of the cards shown."""
        model = self.closet_page.model
        cards = [model.card(row) for row in range(len(model.ids))]
        return [card.title for card in cards if card is not None]

    def piece(self, item_id: int) -> Piece:
        """A piece as it is stored."""
        return pieces.piece(self.closet, item_id)

    def order(self, order_id: int) -> OrderView:
        """An order as it is stored."""
        return order(self.closet, order_id)

    def keep_on(self, item_id: int) -> str:
        """What the piece's card says it would leave."""
        (card,) = gallery.cards(self.closet, [item_id])
        return "" if card.keep is None else say_money(card.keep)
