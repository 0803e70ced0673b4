"""Write every page of the window as PNG files, light and dark, in three sizes.

python -m tools.screenshots --out DIR [--only NAME…] [--closet DIR]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from closet_app.domain.money import Money
from closet_app.domain.progress import Progress
from closet_app.errors import NotFoundError
from closet_app.paths import resources
from closet_app.services import gallery, intake
from closet_app.services.buyers import ADDRESS_FIELDS, edit_buyer
from closet_app.services.clock import Clock, fixed_clock
from closet_app.services.closet import Closet, is_closet
from closet_app.services.design_previews import Content
from closet_app.services.designs import all_designs, copy_design
from closet_app.services.looks import measure_missing, unmeasured_of_pieces
from closet_app.services.opening import open_closet
from closet_app.services.order_files import attach_parcel_photo
from closet_app.services.orders import edit_order
from closet_app.services.pack_station import to_pack
from closet_app.services.parcels import set_tracking
from closet_app.services.photo_desk import set_recipe
from closet_app.services.photo_findings import look_at
from closet_app.services.pieces import piece
from closet_app.services.pins import add_pin
from closet_app.services.prints import PieceKind
from closet_app.services.records import Recipe
from closet_app.services.sample import make_sample
from closet_app.services.stocks import (
    all_stocks,
    draft_of_stock,
    find_stock,
    is_own,
    save_own_stock,
)
from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings, Theme
from closet_app.ui import start
from closet_app.ui.designs.page import DesignsPage
from closet_app.ui.intake.page import IntakePage
from closet_app.ui.photo_desk.visit import Visit
from closet_app.ui.print_room.page import PrintRoomPage
from closet_app.ui.printing.printers import Found, Printers
from closet_app.ui.printing.room_door import Visit as RoomVisit
from closet_app.ui.rooms import make_program
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.texts_section import TextsSection
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.shell.program import CLOSED, FIRST_RUN, Program
from closet_app.ui.shell.sweeping import Sweeper
from closet_app.ui.stocks.page import StocksPage

TODAY = date(2026, 11, 23)
QUIET_LOOKS, LOOK_EVERY_MS, LONGEST_S = 6, 25, 30
Prepare = Callable[[Program], object]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the place to go to, what it is opened for, and what is done there.

    `bare` pages are shown without a closet.
    """

    name: str
    place: str
    what: Callable[[Closet], object] | None = None
    then: Prepare | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Size:
    """A window size at a text size; `mark` ends the file's name."""

    mark: str
    width: int
    height: int
    text_size: int = 100


SIZES = (
    Size("", 1440, 900),
    Size("-small", 1100, 720),
    Size("-large-text", 1440, 900, 130),
)


def first_piece(closet: Closet) -> int:
    """The newest piece."""
    return gallery.first_ids(closet)[0]


def _missing(_closet: Closet) -> object:
    folder = Path("Volumes", "Blue drive", "Closet")
    return folder, NotFoundError("There is no closet there.")


def _spreadsheet(_closet: Closet) -> object:
    return Path(__file__).parent.parent / "tests" / "data" / "csv" / "closet_spreadsheet.csv"


def _another_photo(closet: Closet) -> object:
    """A photo of a hat of the sample; all others are looked at before."""
    measure_missing(closet, unmeasured_of_pieces(closet))
    return resources() / "sample" / "photos" / "img-2067.jpg"


def _looked_at(closet: Closet) -> object:
    """The newest piece, its photos measured and read."""
    return look_at(closet, first_piece(closet))[0]


def _on_desk(closet: Closet, tool: str) -> object:
    """The cover of the newest piece, in hand with one of the desk's tools."""
    shown = piece(closet, first_piece(closet))
    photo_id = shown.photos[0].ref.id
    if tool == "background":
        set_recipe(closet, photo_id, Recipe(background="white"))
    if tool == "pins" and not shown.pins:
        add_pin(closet, photo_id, 0.45, 0.55, "small pull")
    return Visit(shown.id, photo_id, tool)


def _act(action_id: str) -> Prepare:
    """Trigger a command, such as one that opens a dialog."""
    return lambda program: program.window.commands.action(action_id).trigger()


def _photo_session(closet: Closet) -> object:
    """The photos of a morning, half of them described; begun once for all pictures."""
    kept = intake.unfinished(closet)
    if kept is None:
        photos = sorted((resources() / "sample" / "photos").glob("img-*.jpg"))
        kept, _changed = intake.begin(closet, photos)
        shared = {"source": "Goodwill, Alder St", "acquired_on": TODAY, "bin": "B-05"}
        intake.share(closet, kept, receipt=Money(12_000, closet.currency), **shared)  # type: ignore[arg-type]  # by name
        titles = ("Plaid flannel shirt", "", "Polka dot dress", "Skinny pants, raspberry")
        for group, title in zip(intake.view(closet, kept).groups, titles, strict=False):
            intake.set_facts(closet, group.id, {"title": title})
    return None


def _in_row(row: int) -> Prepare:
    """Put the caret between two photos of a row."""

    def go(program: Program) -> None:
        _intake(program).rows.caret.go(row - 1, 1)

    return go


def _all_fields(program: Program) -> None:
    page = _intake(program)
    page.rows.caret.go(1)
    page.rows.commands.toggle_more()


def _named_in_korean(program: Program) -> None:
    page = _intake(program)
    page.rows.caret.go(1)
    for key, words in (
        ("title", "빈티지 오버사이즈 체크 플란넬 셔츠, 보라색과 검은색"),
        ("brand", "무인양품"),
    ):
        page.rows.live.fields[key].line.setText(words)
    page.rows.caret.go(2)


def _without_an_intake(program: Program) -> None:
    _intake(program).work.open(0)


def _intake(program: Program) -> IntakePage:
    page = program.window.navigator.current()
    if not isinstance(page, IntakePage):
        raise TypeError(page)
    page.rows.live.show_more(more=False)
    page.rows.board.widen(more=False)
    return page


def _all_to_pack(closet: Closet) -> object:
    """Everything to pack; one buyer has not given her address yet."""
    orders = to_pack(closet).orders
    buyer_id = orders[-2].buyer_id
    if not any(order.address_missing for order in orders) and buyer_id is not None:
        edit_buyer(closet, buyer_id, **dict.fromkeys(ADDRESS_FIELDS, ""))
    return RoomVisit()


def _room(program: Program) -> PrintRoomPage:
    page = program.window.navigator.current()
    if not isinstance(page, PrintRoomPage):
        raise TypeError(page)
    return page


def _sheet_of_labels(program: Program) -> None:
    """Address labels on a started sheet, two of them spoiled."""
    room = _room(program).room
    room.aim(PieceKind.ADDRESS)
    paper = find_stock(room.desk.closet, "avery-5163")
    room.change(PieceKind.ADDRESS, paper=paper, start=3, spoiled=frozenset({4, 7}))


def _first_order(program: Program) -> None:
    page = _room(program)
    page.room.show(page.room.orders[0].id)


def _editing_a_note(program: Program) -> None:
    page = _room(program)
    page.room.show(page.room.orders[1].id)
    page.note.open_editor()


def _full_parcel(closet: Closet) -> object:
    """An order with everything: several pieces, a label, a photo, a tracking number, too heavy."""
    order = max(to_pack(closet).orders, key=lambda each: (bool(each.labels), len(each.pieces)))
    photo = resources() / "sample" / "photos" / "img-2067.jpg"
    attach_parcel_photo(closet, order.id, photo)
    set_tracking(closet, order.id, "9400 1000 0000 0000 0000 13")
    edit_order(closet, order.id, gift=True)
    return order.id


def _long_korean_names(closet: Closet) -> object:
    """The first order goes to a buyer with a long Korean name."""
    first = to_pack(closet).orders[0]
    if first.buyer_id is not None:
        edit_buyer(
            closet,
            first.buyer_id,
            name="남궁아름다운세상에빛나는별 김서연 이지은",
            line1="세종대로 110길 23-4, 한강푸르지오아파트 101동 1502호",
            line2="",
            city="서울특별시 종로구",
            region="",
            postal_code="04524",
            country="KR",
        )
    return RoomVisit()


def _own_labels(closet: Closet) -> object:
    """Round stickers that the seller described."""
    own = next((each.id for each in all_stocks(closet) if is_own(each.id)), None)
    draft = draft_of_stock(closet, "round-2in")
    return own or save_own_stock(closet, replace(draft, name="Market stickers, kraft"))[0]


def _too_far_right(program: Program) -> None:
    page = program.window.navigator.current()
    if not isinstance(page, StocksPage):
        raise TypeError(page)
    page.form.figures["left"].line.setText("2.4")
    page.form.figures["left"].edited.emit("2.4")


def _designs(program: Program) -> DesignsPage:
    page = program.window.navigator.current()
    if not isinstance(page, DesignsPage):
        raise TypeError(page)
    return page


def _own_design(closet: Closet) -> object:
    """A design of the seller's own with a long name; made once for all pictures."""
    name = "Winter card with ribbons for everybody who comes back"
    found = [each.id for each in all_designs(closet) if each.name == name]
    return found[0] if found else copy_design(closet, "ribbon", name)[0]


def _said_in_korean(program: Program) -> None:
    pane = _designs(program).preview
    pane.content.set_value(Content.KOREAN)
    pane.read()


def _pale_colors(program: Program) -> None:
    """Colors that are hard to read, and the fields below them."""
    page = _designs(program)
    page.studio.type("inks.letter", "#D9C3A5")
    page.form.ensureWidgetVisible(page.form.fields["parts.code"].widget)


def _edit_a_text(program: Program) -> None:
    page = program.window.navigator.current()
    section = page.section("texts") if isinstance(page, SettingsPage) else None
    if not isinstance(section, TextsSection):
        raise TypeError(page)
    section.rows[1].edited.emit()


SHOTS: tuple[Shot, ...] = (
    Shot("first-run", FIRST_RUN, bare=True),
    Shot("folder-missing", CLOSED, what=_missing, bare=True),
    Shot("closet", "closet"),
    Shot("find-by-photo", "similar", what=_another_photo),
    Shot("scan", "closet", then=_act("scan")),
    Shot("saved-views", "closet", then=_act("closet.views")),
    Shot("editor", "editor", what=_looked_at),
    *(
        Shot(f"desk-{tool}", "desk", what=lambda closet, tool=tool: _on_desk(closet, tool))  # type: ignore[misc]  # the default binds this round's tool
        for tool in ("frame", "light", "background", "pins", "measure")
    ),
    Shot("intake", "intake", what=_photo_session, then=_in_row(3)),
    Shot("intake-all-fields", "intake", what=_photo_session, then=_all_fields),
    Shot("intake-korean", "intake", what=_photo_session, then=_named_in_korean),
    Shot("intake-empty", "intake", then=_without_an_intake),
    Shot("orders", "orders"),
    Shot("packing", "packing"),
    Shot("packing-bins", "packing", then=_act("packing.way")),
    Shot("packing-parcel", "packing", what=_full_parcel),
    Shot("bin-labels", "closet", then=_act("closet.bins")),
    Shot("print-room", "print_room", what=_all_to_pack),
    Shot("print-room-note", "print_room", what=_all_to_pack, then=_editing_a_note),
    Shot("print-room-history", "print_room", what=_all_to_pack, then=_act("room.history")),
    Shot("print-room-nudge", "print_room", what=_all_to_pack, then=_act("room.nudge")),
    Shot("print-room-sheet", "print_room", what=_all_to_pack, then=_sheet_of_labels),
    Shot("print-room-korean", "print_room", what=_long_korean_names, then=_first_order),
    Shot("stocks", "stocks", what=lambda _closet: "avery-5160"),
    Shot("stocks-own", "stocks", what=_own_labels),
    Shot("stocks-fault", "stocks", what=_own_labels, then=_too_far_right),
    Shot("designs", "designs", what=lambda _closet: "hand_note"),
    Shot("designs-folded", "designs", what=lambda _closet: "photo"),
    Shot("designs-own", "designs", what=_own_design, then=_pale_colors),
    Shot("designs-korean", "designs", what=lambda _closet: "postcard", then=_said_in_korean),
    Shot("import", "import", what=_spreadsheet),
    *(
        Shot(f"settings-{name}", "settings", what=lambda _closet, name=name: name)  # type: ignore[misc]  # the default binds this round's name
        for name in (
            "shop",
            "packing",
            "supplies",
            "texts",
            "money",
            "numbers",
            "marketplaces",
            "printing",
        )
    ),
    *(
        Shot(f"settings-{name}", "settings", what=lambda _closet, name=name: name)  # type: ignore[misc]  # the default binds this round's name
        for name in ("computer", "folder")
    ),
    Shot("card-text", "settings", what=lambda _closet: "texts", then=_edit_a_text),
    Shot("trash", "trash"),
    Shot("export", "closet", then=_act("export")),
    Shot("about", "closet", then=_act("about")),
    Shot("shortcuts", "closet", then=_act("help")),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; returns the exit code."""
    reader = argparse.ArgumentParser(description="Pictures of every page.")
    reader.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    reader.add_argument("--only", nargs="*", default=[], help="names of pictures")
    reader.add_argument("--closet", type=Path, help="where the sample is kept between runs")
    wanted = reader.parse_args(argv)
    wanted.out.mkdir(parents=True, exist_ok=True)
    Printers.find = _two_printers  # type: ignore[assignment, method-assign]  # the same on every computer
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), wanted.closet or Path(scratch) / "closet")
        for file in studio.shoot(wanted.only, wanted.out):
            print(file)
    return 0


def _two_printers(_printers: Printers) -> Found:
    names = ("Office inkjet", "4 × 6 thermal")
    return Found(names, names[0], frozenset(names[:1]))


class Studio:
    """One program on the sample closet, and one without any."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        self._app = start.make_application()
        self._sweeper = Sweeper(self._app)
        self._sweeper.begin()
        self._file = scratch / "settings.toml"
        self._folder = folder
        self._clock = fixed_clock(TODAY)
        self._keeper = start.dress(self._app, Settings(theme=Theme.LIGHT))

    def shoot(self, only: Sequence[str], out: Path) -> Iterator[Path]:
        """Write the wanted pictures, each in every size, light and dark."""
        for bare in (True, False):
            shots = [shot for shot in SHOTS if shot.bare == bare]
            shots = [shot for shot in shots if not only or shot.name in only]
            if shots:
                yield from self._shoot_all(shots, out, bare=bare)

    def _shoot_all(self, shots: Sequence[Shot], out: Path, *, bare: bool) -> Iterator[Path]:
        for theme in (Theme.LIGHT, Theme.DARK):
            for size in SIZES:
                program = self._program(theme, size, bare=bare)
                for shot in shots:
                    if program.window.navigator.knows(shot.place):
                        yield self._shoot_one(program, shot, out / _name(shot, theme, size))
                program.window.close()
                program.close()
                delete(program.window)

    def _program(self, theme: Theme, size: Size, *, bare: bool) -> Program:
        settings = Settings(theme=theme, text_size=size.text_size, motion=False)
        choices = KeptChoices(self._file, settings)
        around = Surroundings(self._file, settings, resources(), _no_window, self._clock)
        self._keeper.set_moves(False)
        self._keeper.wear(theme.value)
        self._keeper.set_text_size(size.text_size)
        program = make_program(around, choices, self._keeper)
        program.window.resize(size.width, size.height)
        program.window.show()
        if not bare:
            program.make(lambda progress: _closet(self._folder, self._clock, progress))
        settle(program)
        return program

    def _shoot_one(self, program: Program, shot: Shot, file: Path) -> Path:
        what = shot.what(program.desk.closet if program.desk else None) if shot.what else None  # type: ignore[arg-type]  # bare pages look at no closet
        program.window.toasts.clear()
        program.window.navigator.go(shot.place, what)
        settle(program)
        if shot.then is not None:
            shot.then(program)
            settle(program)
        _grab(program.window, file)
        return file


def settle(program: Program) -> None:
    """Let the window work until nothing is under way for a while."""
    ended = time.monotonic() + LONGEST_S
    loop, quiet = QEventLoop(), 0

    def look() -> None:
        nonlocal quiet
        quiet = quiet + 1 if program.jobs.is_idle() else 0  # six looks outlast the first painting
        if quiet >= QUIET_LOOKS or time.monotonic() > ended:
            loop.quit()

    timer = QTimer(interval=LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()


def _grab(window: QWidget, file: Path) -> None:
    """The window, with the dialog and the popup over it, which are closed then."""
    picture = window.grab()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        left = (window.width() - dialog.width()) // 2
        top = (window.height() - dialog.height()) // 3
        _paint_over(picture, dialog, left, top)
        dialog.reject()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        place = window.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
        _paint_over(picture, popup, place.x(), place.y())
        popup.close()
    picture.save(str(file))


def _paint_over(picture: object, dialog: QWidget, left: int, top: int) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter, QPixmap

    if isinstance(picture, QPixmap):
        painter = QPainter(picture)
        painter.drawPixmap(QPoint(left, top), dialog.grab())
        painter.end()


def _closet(folder: Path, clock: Clock, progress: Progress) -> Closet:
    if is_closet(folder):
        return open_closet(folder, resources(), clock)
    return make_sample(folder, resources(), clock, progress)


def _name(shot: Shot, theme: Theme, size: Size) -> str:
    return f"{shot.name}-{theme.value}{size.mark}.png"


def _no_window(_around: Surroundings, _folder: Path | None) -> int:
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
