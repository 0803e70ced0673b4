from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from closet_app.app import main
from closet_app.domain.item import ItemFacts
from closet_app.domain.progress import Progress
from closet_app.errors import MachineError, UserError
from closet_app.paths import resources
from closet_app.services import gallery, items
from closet_app.services.backups import daily, last_backup
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet, is_closet
from closet_app.services.opening import FOUND, open_closet
from closet_app.ui import behind
from closet_app.ui.frame.trouble import TroubleDialog
from closet_app.ui.jobs import UnexpectedError, unexpected
from closet_app.ui.shell.closed_page import ClosedPage
from closet_app.ui.shell.faults import LOG_NAME, FaultKeeper
from closet_app.ui.shell.pages import PAGES
from closet_app.ui.shell.signals import SignalKeeper
from closet_app.ui.start import app_icon, has_display
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import PHOTOS, TODAY, new_closet
from tests.ui.program_stage import Stage, folder, open_stage, stage, status_words

__all__ = ["folder", "open_stage", "stage"]


def offers(stage: Stage, *words: str) -> None:
    """Wait until exactly these ways on are offered."""
    page = stage.page(ClosedPage)
    stage.qtbot.waitUntil(lambda: [each.text() for each in _shown(page)] == list(words))


def choose(stage: Stage, words: str) -> None:
    """Press one of the ways on."""
    page = stage.page(ClosedPage)
    stage.qtbot.waitUntil(lambda: words in [each.text() for each in _shown(page)])
    next(each for each in _shown(page) if each.text() == words).click()


def _shown(page: ClosedPage) -> list[Button]:
    return [each for each in page.findChildren(Button) if each.isVisible()]


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_closet_opens_with_its_pages_and_facts(open_stage: Stage, folder: Path) -> None:
    window = open_stage.program.window
    assert window.windowTitle() == "Juniper Lane — Closet"
    assert window.rail.places()[:1] == ["closet"]
    assert window.rail.places()[-1] == "settings"
    words = status_words(open_stage)
    assert "1 item is on this computer" in words
    assert "Last backup 2:32 PM" in words
    assert "Fees checked" in words
    assert open_stage.saved().last_closet == folder


def test_the_first_start_of_a_day_copies_the_closet(open_stage: Stage, folder: Path) -> None:
    assert [path.name for path in (folder / "backups").iterdir()] == ["closet-2026-11-22.db"]
    assert last_backup(open_stage.desk.closet) is not None


def test_photos_that_belong_to_nothing_are_set_aside_and_told(stage: Stage, folder: Path) -> None:
    closet = open_closet(folder, resources(), fixed_clock(TODAY))
    closet.photos.take_in(PHOTOS / "dress-01.jpg", closet.thumbnails)
    closet.close()
    stage.start(folder, "closet")
    assert len(list((folder / FOUND).iterdir())) == 1
    assert FOUND in stage.toast()


def test_a_missing_folder_is_asked_for_again(stage: Stage, folder: Path, tmp_path: Path) -> None:
    away = tmp_path / "unplugged"
    folder.rename(away)
    stage.start(folder, "closed")
    page = stage.page(ClosedPage)
    assert page.accessibleName() == (
        "The closet folder is not there. Is the outside drive plugged in?"
    )
    offers(stage, "Try again", "Open a backup", "Open another closet", "Start a new closet")
    assert not folder.exists()
    away.rename(folder)
    choose(stage, "Try again")
    stage.wait_for("closet")


def test_a_closet_that_is_open_elsewhere_says_so(stage: Stage, folder: Path) -> None:
    other = open_closet(folder, resources())
    stage.start(folder, "closed")
    page = stage.page(ClosedPage)
    assert "already open in another window" in page.accessibleName()
    offers(stage, "Try again", "Open another closet")
    other.close()
    choose(stage, "Try again")
    stage.wait_for("closet")


def test_a_damaged_closet_opens_from_its_newest_good_copy(stage: Stage, folder: Path) -> None:
    closet = open_closet(folder, resources(), fixed_clock(TODAY))
    daily(closet)
    closet.close()
    (folder / "backups" / "closet-2026-11-23.db").write_bytes(b"no database")
    (folder / "closet.db").write_bytes(b"x" * 5000)
    stage.start(folder, "closed")
    offers(stage, "Open the newest good backup", "Open a backup", "Try again")
    choose(stage, "Open the newest good backup")
    stage.wait_for("closet")
    dialog = stage.dialog(TroubleDialog)
    assert dialog.windowTitle().startswith("Closet opened your backup from")
    dialog.reject()
    aside = next(folder.glob("Damaged *"))
    assert (aside / "closet.db").read_bytes() == b"x" * 5000
    assert gallery.counts(stage.desk.closet).items == 1


def test_a_newer_closet_is_left_alone(stage: Stage, folder: Path) -> None:
    with sqlite3.connect(folder / "closet.db") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = _contents(folder)
    stage.start(folder, "closed")
    offers(stage, "Open another closet", "Open a backup")
    assert stage.page(ClosedPage).accessibleName() == (
        "This closet was written by a newer version of Closet. "
        "Nothing was changed. Update Closet, then open it again."
    )
    assert _contents(folder) == before


def test_another_closet_takes_the_place_of_the_open_one(
    open_stage: Stage, folder: Path, tmp_path: Path
) -> None:
    new_closet(tmp_path / "second", name="Second Shop").close()
    first = open_stage.program.window
    open_stage.answers.folders = [tmp_path / "second"]
    open_stage.desk.actions.action("open_closet").trigger()
    open_stage.qtbot.waitUntil(lambda: open_stage.program.window is not first)
    open_stage.wait_for("closet")
    assert open_stage.program.window.windowTitle() == "Second Shop — Closet"
    open_closet(folder, resources()).close()


def test_a_folder_without_a_closet_can_get_one(open_stage: Stage, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    open_stage.answers.folders = [empty]
    open_stage.desk.actions.action("open_closet").trigger()
    open_stage.dialog(ConfirmDialog).accept()
    open_stage.wait_for("first_run")
    assert not is_closet(empty)


def test_a_closet_that_cannot_be_opened_leaves_the_open_one(
    open_stage: Stage, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "closet.db").write_bytes(b"x" * 5000)
    open_stage.answers.folders = [broken]
    open_stage.desk.actions.action("open_closet").trigger()
    open_stage.dialog(TroubleDialog).reject()
    assert open_stage.place == "closet"
    assert gallery.counts(open_stage.desk.closet).items == 1


def test_every_page_of_the_table_can_be_visited(open_stage: Stage) -> None:
    for row in PAGES:
        if row.place not in ("editor", "import"):
            assert open_stage.desk.navigator.go(row.place)
            open_stage.settle()


def test_a_closed_window_leaves_the_closet_to_others(open_stage: Stage, folder: Path) -> None:
    open_stage.program.window.close()
    open_closet(folder, resources()).close()
    assert open_stage.saved().windows["main"].width > 0


def test_settings_that_cannot_be_written_are_told(open_stage: Stage) -> None:
    open_stage.settings_file.unlink()
    open_stage.settings_file.mkdir()
    open_stage.choices.change(single_letter_keys=False)
    assert "could not be saved" in open_stage.dialog(TroubleDialog).windowTitle()
    open_stage.dialog(TroubleDialog).reject()
    open_stage.settings_file.rmdir()


def test_a_fault_is_told_once_and_logged_without_words_of_the_seller(tmp_path: Path) -> None:
    told: list[UnexpectedError] = []
    keeper = FaultKeeper(told.append, tmp_path)
    for _ in range(2):
        with pytest.raises(ValueError, match="Renata") as found:
            int("Renata Okafor, 12 Elm Street")
        keeper.take(found.type, found.value, found.tb)
    keeper.close()
    log = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert len(told) == 1
    assert log.count("ValueError") == 2
    assert "Renata" not in log


def test_a_fault_opens_one_dialog_at_a_time(open_stage: Stage) -> None:
    fault = unexpected(ValueError("no"))
    open_stage.program.tell_fault(fault)
    first = open_stage.dialog(TroubleDialog)
    open_stage.program.tell_fault(fault)
    first.reject()
    assert not [
        each for each in open_stage.program.window.findChildren(TroubleDialog) if each.isVisible()
    ]


def test_trouble_without_a_closet_is_told_over_the_page(stage: Stage) -> None:
    stage.program.window.show()
    stage.program.tell(UserError("No such backup."))
    assert stage.toast() == "No such backup."
    stage.program.tell(MachineError("The disk is full."))
    stage.dialog(TroubleDialog).reject()


def test_work_that_is_stopped_opens_nothing(stage: Stage, folder: Path) -> None:
    def stopped(progress: Progress) -> Closet:
        progress.step(0, 1, "")
        return open_closet(folder, resources())

    stage.program.window.show()
    stage.program.make(stopped, name="Opening")
    assert stage.program.close()
    stage.settle()
    assert stage.program.desk is None
    open_closet(folder, resources()).close()


def test_a_linux_machine_without_a_display_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert not has_display()
    assert main([]) == 1
    assert "needs a display" in capsys.readouterr().err


def test_the_window_has_the_brand_as_its_icon() -> None:
    assert not app_icon().isNull()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_while_nothing_happens(qtbot: QtBot, number: signal.Signals) -> None:
    heard: list[str] = []
    keeper = SignalKeeper(lambda: heard.append("end"))
    signal.raise_signal(number)
    qtbot.waitUntil(lambda: heard == ["end"])
    keeper.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs another way")
def test_the_system_can_end_the_window(folder: Path) -> None:
    script = (
        "import sys\n"
        "from closet_app.ui.shell import program\n"
        "real = program.Program._use\n"
        "def use(self, closet, then):\n"
        "    real(self, closet, then)\n"
        "    print('open', flush=True)\n"
        "program.Program._use = use\n"
        "from closet_app.app import main\n"
        f"sys.exit(main(['--closet', {str(folder)!r}]))\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=120) == 0
    open_closet(folder, resources()).close()


LATER = {
    "alembic", "cv2", "numpy", "onnxruntime", "pydantic", "pypdf", "rapidocr", "reportlab",
    "sqlalchemy", "sqlmodel", "watchfiles", "zxingcpp",
}  # fmt: skip
UNTIL_PAINTED = """
import os, sys
from closet_app.ui import closet
make_page = closet.make_page

def watched(desk):
    from closet_app.ui.closet.card_delegate import CardDelegate
    paint = CardDelegate.paint

    def painted(*given):
        paint(*given)
        print(*{name.partition('.')[0] for name in sys.modules}, flush=True)
        os._exit(0)

    CardDelegate.paint = painted
    return make_page(desk)

closet.make_page = watched
from closet_app.app import main
main([])
"""


def test_the_first_cards_are_painted_before_anything_heavy_is_loaded(folder: Path) -> None:
    command = [sys.executable, "-c", UNTIL_PAINTED]
    around = {**os.environ, "CLOSET_DIR": str(folder)}
    ran = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=120, env=around
    )
    loaded = set(ran.stdout.split())
    assert "PySide6" in loaded
    assert loaded & LATER == set()


def test_a_use_case_behind_the_window_is_the_service_itself(open_stage: Stage) -> None:
    open_stage.desk.command(lambda: behind.items.add_item(open_stage.desk.closet, ItemFacts())[1])
    open_stage.settle()
    assert gallery.counts(open_stage.desk.closet).items == 2
    assert behind.items.add_item is items.add_item
