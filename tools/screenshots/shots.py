"""The table of pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from closet_app.services.closet import Closet
from closet_app.ui.shell.program import CLOSED, FIRST_RUN
from tools.screenshots.gestures import (
    Gesture,
    act,
    all_fields,
    edit_a_text,
    editing_a_note,
    first_order,
    in_row,
    named_in_korean,
    pale_colors,
    said_in_korean,
    sheet_of_labels,
    too_far_right,
    without_an_intake,
)
from tools.screenshots.scenes import (
    all_to_pack,
    another_photo,
    full_parcel,
    long_korean_names,
    looked_at,
    missing,
    on_desk,
    opened_for,
    own_design,
    own_labels,
    photo_session,
    spreadsheet,
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the place to go to, what it is opened for, and what is done there.

    `bare` pages are shown without a closet.
    """

    name: str
    place: str
    what: Callable[[Closet], object] | None = None
    then: Gesture | None = None
    bare: bool = False


SETTINGS_SECTIONS = (
    "shop",
    "packing",
    "supplies",
    "texts",
    "money",
    "numbers",
    "marketplaces",
    "printing",
    "computer",
    "folder",
)

SHOTS: tuple[Shot, ...] = (
    Shot("first-run", FIRST_RUN, bare=True),
    Shot("folder-missing", CLOSED, what=missing, bare=True),
    Shot("closet", "closet"),
    Shot("find-by-photo", "similar", what=another_photo),
    Shot("scan", "closet", then=act("scan")),
    Shot("saved-views", "closet", then=act("closet.views")),
    Shot("editor", "editor", what=looked_at),
    *(
        Shot(f"desk-{tool}", "desk", what=partial(on_desk, tool=tool))
        for tool in ("frame", "light", "background", "pins", "measure")
    ),
    Shot("intake", "intake", what=photo_session, then=in_row(3)),
    Shot("intake-all-fields", "intake", what=photo_session, then=all_fields),
    Shot("intake-korean", "intake", what=photo_session, then=named_in_korean),
    Shot("intake-empty", "intake", then=without_an_intake),
    Shot("orders", "orders"),
    Shot("packing", "packing"),
    Shot("packing-bins", "packing", then=act("packing.way")),
    Shot("packing-parcel", "packing", what=full_parcel),
    Shot("bin-labels", "closet", then=act("closet.bins")),
    Shot("print-room", "print_room", what=all_to_pack),
    Shot("print-room-note", "print_room", what=all_to_pack, then=editing_a_note),
    Shot("print-room-history", "print_room", what=all_to_pack, then=act("room.history")),
    Shot("print-room-nudge", "print_room", what=all_to_pack, then=act("room.nudge")),
    Shot("print-room-sheet", "print_room", what=all_to_pack, then=sheet_of_labels),
    Shot("print-room-korean", "print_room", what=long_korean_names, then=first_order),
    Shot("stocks", "stocks", what=opened_for("avery-5160")),
    Shot("stocks-own", "stocks", what=own_labels),
    Shot("stocks-fault", "stocks", what=own_labels, then=too_far_right),
    Shot("designs", "designs", what=opened_for("hand_note")),
    Shot("designs-folded", "designs", what=opened_for("photo")),
    Shot("designs-own", "designs", what=own_design, then=pale_colors),
    Shot("designs-korean", "designs", what=opened_for("postcard"), then=said_in_korean),
    Shot("import", "import", what=spreadsheet),
    *(
        Shot(f"settings-{section}", "settings", what=opened_for(section))
        for section in SETTINGS_SECTIONS
    ),
    Shot("card-text", "settings", what=opened_for("texts"), then=edit_a_text),
    Shot("trash", "trash"),
    Shot("export", "closet", then=act("export")),
    Shot("about", "closet", then=act("about")),
    Shot("shortcuts", "closet", then=act("help")),
)
