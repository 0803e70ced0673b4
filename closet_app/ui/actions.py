"""Every command of the window in one table: it feeds menus, shortcuts and the shortcut page."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class Action:
    """One command: its words, its keys (Qt's portable names), the place where it acts.

    `menu` names the menu that holds it. A `told` action is acted on by the control that has
    the focus (arrows in a gallery); it stands on the shortcut page alone.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    where: str = "everywhere"
    icon: str = ""
    menu: str = ""
    told: bool = False


PLACES = {
    "everywhere": mark("Everywhere"),
    "closet": mark("Closet"),
    "editor": mark("Item editor"),
    "photos": mark("Photos of a piece"),
    "desk": mark("Photo desk"),
    "intake": mark("Intake"),
    "orders": mark("Orders"),
    "import": mark("Import"),
    "trash": mark("Trash"),
    "packing": mark("Pack"),
    "print_room": mark("Pack and print"),
    "designs": mark("Card designs"),
    "stocks": mark("Papers and labels"),
    "print": mark("Print"),
}
"""Where commands act, in the order of the shortcut page."""

MENUS = {
    "closet": mark("Closet"),
    "edit": mark("Edit"),
    "item": mark("Item"),
    "order": mark("Order"),
    "view": mark("View"),
    "help": mark("Help"),
}
"""The menu bar."""

_EVERYWHERE = (
    Action("new_item", mark("New item"), ("Ctrl+N",), icon="plus", menu="closet"),
    Action("add_photos", mark("Add photos…"), icon="camera", menu="closet"),
    Action("watch_folder", mark("Watch a folder for photos…"), icon="eye", menu="closet"),
    Action("import_items", mark("Import a spreadsheet…"), icon="upload", menu="closet"),
    Action("export", mark("Export…"), icon="download", menu="closet"),
    Action("print", mark("Print…"), ("Ctrl+P",), icon="printer", menu="closet"),
    Action("backup", mark("Make a backup…"), icon="archive", menu="closet"),
    Action("open_backup", mark("Open a backup…"), icon="archive-restore", menu="closet"),
    Action("check_closet", mark("Check the closet"), icon="shield-check", menu="closet"),
    Action("open_closet", mark("Open another closet…"), icon="folder-open", menu="closet"),
    Action("new_closet", mark("Start a new closet…"), icon="folder-plus", menu="closet"),
    Action("settings", mark("Settings"), ("Ctrl+,",), icon="settings", menu="closet"),
    Action("quit", mark("Quit Closet"), ("Ctrl+Q",), menu="closet"),
    Action("undo", mark("Undo"), ("Ctrl+Z",), icon="undo-2", menu="edit"),
    Action("redo", mark("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo-2", menu="edit"),
    Action("search", mark("Search"), ("Ctrl+K",), icon="search", menu="edit"),
    Action(
        "find_by_photo",
        mark("Find by photo…"),
        ("Ctrl+Shift+F",),
        icon="scan-search",
        menu="edit",
    ),
    Action("scan", mark("Scan a code…"), ("Ctrl+Shift+K",), icon="scan-barcode", menu="edit"),
    Action("go_closet", mark("Go to Closet"), ("Ctrl+1",), icon="shirt", menu="view"),
    Action("go_intake", mark("Go to Intake"), ("Ctrl+2",), icon="camera", menu="view"),
    Action("go_orders", mark("Go to Orders"), ("Ctrl+3",), icon="package", menu="view"),
    Action("go_trash", mark("Go to Trash"), icon="trash-2", menu="view"),
    Action("go_designs", mark("Go to Card designs"), icon="palette", menu="view"),
    Action("filters", mark("Show filters"), ("Ctrl+F",), icon="list-filter", menu="view"),
    Action("next_pane", mark("Next pane"), ("F6",), menu="view"),
    Action("help", mark("Keyboard shortcuts"), ("F1",), icon="keyboard", menu="help"),
    Action("about", mark("About Closet"), icon="info", menu="help"),
    Action("close", mark("Close the nearest thing"), ("Esc",), told=True),
)

_CLOSET = (
    Action("closet.move", mark("Move between pieces"), ("Arrows",), "closet", told=True),
    Action("closet.tick", mark("Select a piece"), ("Space",), "closet", told=True),
    Action("closet.extend", mark("Select more"), ("Shift", "Ctrl"), "closet", told=True),
    Action("closet.select_all", mark("Select all found"), ("Ctrl+A",), "closet", menu="edit"),
    Action("closet.paste", mark("Paste a picture"), ("Ctrl+V",), "closet", "clipboard", "edit"),
    Action("closet.open", mark("Open"), ("Return",), "closet", "pencil", "item"),
    Action("closet.duplicate", mark("Duplicate"), ("Ctrl+D",), "closet", "copy", "item"),
    Action("closet.reprice", mark("Reprice…"), ("R",), "closet", "tag", "item"),
    Action("closet.mark_sold", mark("Mark sold…"), ("M",), "closet", "hand-coins", "item"),
    Action("closet.mark_listed", mark("Mark listed…"), ("L",), "closet", "store", "item"),
    Action("closet.hold", mark("Put on hold"), (), "closet", "pause", "item"),
    Action("closet.release", mark("Take off hold"), (), "closet", "play", "item"),
    Action("closet.move_to_bin", mark("Move to bin…"), (), "closet", "package", "item"),
    Action("closet.add_tag", mark("Add tag…"), (), "closet", "hash", "item"),
    Action("closet.label", mark("Print label"), ("Ctrl+L",), "closet", "printer", "item"),
    Action("closet.bins", mark("Print bin labels"), (), "closet", "printer", "item"),
    Action("closet.alike", mark("Find pieces like it"), (), "closet", "scan-search", "item"),
    Action("closet.archive", mark("Archive…"), (), "closet", "archive", "item"),
    Action("closet.unarchive", mark("Take out of the archive"), (), "closet", "", "item"),
    Action("closet.trash", mark("Move to trash"), ("Del",), "closet", "trash-2", "item"),
    Action("closet.views", mark("Saved views"), ("Ctrl+Shift+V",), "closet", "bookmark", "view"),
    Action("closet.save_view", mark("Save this view…"), (), "closet", "bookmark-plus", "view"),
    Action("closet.larger", mark("Larger cards"), ("Ctrl++", "Ctrl+="), "closet", "", "view"),
    Action("closet.smaller", mark("Smaller cards"), ("Ctrl+-",), "closet", "", "view"),
    Action("closet.gallery", mark("Gallery"), (), "closet", "layout-grid", "view"),
    Action("closet.table", mark("Table"), (), "closet", "rows-3", "view"),
)

_EDITOR = (
    Action("editor.next", mark("Next item"), ("PgDown",), "editor", "arrow-right", "item"),
    Action("editor.previous", mark("Previous item"), ("PgUp",), "editor", "arrow-left", "item"),
    Action("editor.back", mark("Back to Closet"), ("Alt+Left",), "editor", "arrow-left", "view"),
    Action("editor.copy_title", mark("Copy title"), ("Ctrl+Shift+C",), "editor", "copy", "item"),
    Action(
        "editor.copy_description",
        mark("Copy description"),
        ("Ctrl+Shift+D",),
        "editor",
        "copy",
        "item",
    ),
    Action("editor.mark_sold", mark("Mark sold…"), (), "editor", "hand-coins", "item"),
    Action("editor.mark_listed", mark("Mark listed…"), (), "editor", "store", "item"),
    Action("editor.hold", mark("Put on hold"), (), "editor", "pause", "item"),
    Action("editor.release", mark("Take off hold"), (), "editor", "play", "item"),
    Action("editor.duplicate", mark("Duplicate"), ("Ctrl+D",), "editor", "copy", "item"),
    Action("editor.label", mark("Print label"), ("Ctrl+L",), "editor", "printer", "item"),
    Action("editor.archive", mark("Archive…"), (), "editor", "archive", "item"),
    Action("editor.unarchive", mark("Take out of the archive"), (), "editor", "", "item"),
    Action("editor.trash", mark("Move to trash"), (), "editor", "trash-2", "item"),
    Action("editor.take", mark("Take a suggestion"), ("Tab",), "editor", told=True),
    Action("photos.move", mark("Go to another photo"), ("Arrows",), "photos", told=True),
    Action("photos.order", mark("Move the photo"), ("Alt+Arrows",), "photos", told=True),
    Action("photos.open", mark("Open on the photo desk"), ("Return",), "photos", "expand"),
    Action("photos.crop", mark("Crop…"), ("X",), "photos", "crop"),
    Action("photos.cover", mark("Make it the cover"), ("C",), "photos", "star"),
    Action("photos.rotate", mark("Turn right"), ("Ctrl+R",), "photos", "rotate-cw"),
    Action("photos.leave_out", mark("Leave out"), ("Del",), "photos", "image-off"),
    Action("photos.remove", mark("Remove the photo"), ("Shift+Del",), "photos", "trash-2"),
    Action("photos.paste", mark("Paste photos"), ("Ctrl+V",), "photos", "clipboard"),
)

_DESK = (
    Action("desk.previous", mark("Previous photo"), ("Left",), "desk", "arrow-left"),
    Action("desk.next", mark("Next photo"), ("Right",), "desk", "arrow-right"),
    Action("desk.back", mark("Back to the piece"), ("Alt+Left",), "desk", "arrow-left", "view"),
    Action("desk.frame", mark("Crop and straighten"), ("X",), "desk", "crop", "item"),
    Action("desk.light", mark("Light and white"), ("L",), "desk", "sun", "item"),
    Action("desk.background", mark("Background"), ("B",), "desk", "image", "item"),
    Action("desk.pins", mark("Flaws"), ("F",), "desk", "map-pin", "item"),
    Action("desk.measure", mark("Measure"), ("M",), "desk", "ruler-dimension-line", "item"),
    Action("desk.turn", mark("Turn right"), ("Ctrl+R",), "desk", "rotate-cw", "item"),
    Action("desk.turn_left", mark("Turn left"), ("Ctrl+Shift+R",), "desk", "rotate-ccw", "item"),
    Action("desk.smaller", mark("Finer brush"), ("[",), "desk", "minus"),
    Action("desk.larger", mark("Broader brush"), ("]",), "desk", "plus"),
    Action("desk.compare", mark("Before and after"), ("Space",), "desk", told=True),
    Action("desk.keep_before", mark("Keep before in view"), ("O",), "desk", "eye", "view"),
    Action("desk.whole", mark("Whole photo"), ("Ctrl+0",), "desk", "maximize", "view"),
    Action("desk.copy", mark("Copy to the other photos"), (), "desk", "copy", "item"),
    Action("desk.reset", mark("Back to the original"), (), "desk", "undo-2", "item"),
)

_INTAKE = (
    Action("intake.photo", mark("Go to another photo"), ("Left", "Right"), "intake", told=True),
    Action("intake.row", mark("Go to another item"), ("Up", "Down"), "intake", told=True),
    Action("intake.extend", mark("Select more photos"), ("Shift", "Ctrl"), "intake", told=True),
    Action("intake.large", mark("Look at the photo in large"), ("Space",), "intake", told=True),
    Action("intake.field", mark("Next field, or take a suggestion"), ("Tab",), "intake", told=True),
    Action("intake.split", mark("Split here"), ("S",), "intake", "scissors", "item"),
    Action("intake.join", mark("Join with the next item"), ("J",), "intake", "merge", "item"),
    Action("intake.cover", mark("Make it the cover"), ("C",), "intake", "star", "item"),
    Action("intake.leave_out", mark("Leave out"), ("Del",), "intake", "image-off", "item"),
    Action("intake.apart", mark("Make it a piece of its own"), ("O",), "intake", "ungroup", "item"),
    Action("intake.all", mark("Select all photos of the item"), ("Ctrl+A",), "intake", "", "edit"),
    Action("intake.left", mark("Move the photo left"), ("Alt+Left",), "intake", "", "item"),
    Action("intake.right", mark("Move the photo right"), ("Alt+Right",), "intake", "", "item"),
    Action("intake.up", mark("Move to the item above"), ("Alt+Up",), "intake", "", "item"),
    Action("intake.down", mark("Move to the item below"), ("Alt+Down",), "intake", "", "item"),
    Action("intake.next", mark("Next item"), ("Return",), "intake", "arrow-down", "item"),
    Action("intake.above", mark("Same as above"), ("Ctrl+D",), "intake", "copy", "item"),
    Action("intake.doubt", mark("Next doubtful seam"), ("F3",), "intake", "split", "item"),
    Action("intake.more", mark("More fields"), ("Ctrl+M",), "intake", "", "view"),
    Action("intake.paste", mark("Paste photos"), ("Ctrl+V",), "intake", "clipboard", "edit"),
    Action("intake.create", mark("Create drafts"), ("Ctrl+Return",), "intake", "check", "item"),
)

_ORDERS = (
    Action("orders.move", mark("Go to another order"), ("Up", "Down"), "orders", told=True),
    Action("orders.ticks", mark("Tick a packing step"), ("1–9",), "orders", told=True),
    *(
        Action(f"orders.tick_{number}", mark("Tick a packing step"), (str(number),), "orders")
        for number in range(1, 10)
    ),
    Action("orders.mark_packed", mark("Mark packed"), ("Ctrl+Return",), "orders", "", "order"),
    Action("orders.mark_shipped", mark("Mark shipped…"), (), "orders", "truck", "order"),
    Action("orders.mark_delivered", mark("Mark delivered"), (), "orders", "", "order"),
    Action("orders.tracking", mark("Tracking number"), ("T",), "orders", "", "order"),
    Action("orders.edit_amounts", mark("Edit amounts…"), (), "orders", "pencil", "order"),
    Action("orders.details", mark("Number and dates…"), (), "orders", "hash", "order"),
    Action("orders.refund", mark("Refund…"), (), "orders", "undo-2", "order"),
    Action("orders.return", mark("Return…"), (), "orders", "package-open", "order"),
    Action("orders.cancel", mark("Cancel the order…"), (), "orders", "x", "order"),
    Action("orders.new", mark("New order"), (), "orders", "plus", "order"),
    Action("orders.pack", mark("Pack"), ("P",), "orders", "package-open", "order"),
)

_PACKING = (
    Action("packing.tick", mark("Tick what is next"), ("Space",), "packing", told=True),
    Action("packing.pieces", mark("Tick a piece"), ("1–9",), "packing", told=True),
    Action("packing.tracking", mark("Tracking number"), ("T",), "packing", told=True),
    Action("packing.next", mark("Next order or bin"), ("Down",), "packing", "arrow-down", "view"),
    Action("packing.previous", mark("Previous order or bin"), ("Up",), "packing", "", "view"),
    Action("packing.way", mark("By order or by bin"), ("Ctrl+B",), "packing", "", "view"),
    Action("packing.packed", mark("Mark packed"), ("Ctrl+Return",), "packing", "", "order"),
    Action(
        "packing.shipped",
        mark("Mark shipped"),
        ("Ctrl+Shift+Return",),
        "packing",
        "truck",
        "order",
    ),
    Action(
        "packing.label",
        mark("Attach a shipping label…"),
        ("Ctrl+O",),
        "packing",
        "paperclip",
        "order",
    ),
    Action(
        "packing.photo",
        mark("Photograph the parcel…"),
        ("Ctrl+Shift+P",),
        "packing",
        "camera",
        "order",
    ),
    Action("packing.pull_list", mark("Save the pull list…"), ("Ctrl+L",), "packing", "", "order"),
    Action("packing.back", mark("Back to Orders"), ("Alt+Left",), "packing", "arrow-left", "view"),
)

_ROOM = (
    Action("room.move", mark("Go to another order"), ("Up", "Down"), "print_room", told=True),
    Action("room.tick", mark("Print the order or not"), ("Space",), "print_room", told=True),
    Action("room.previous", mark("Previous order"), ("Left",), "print_room", "", "order"),
    Action("room.next", mark("Next order"), ("Right",), "print_room", "", "order"),
    Action("room.print", mark("Print all"), ("Ctrl+P",), "print_room", told=True),
    Action("room.save", mark("Save PDF…"), ("Ctrl+S",), "print_room", "file-text", "order"),
    Action("room.pictures", mark("Save pictures…"), (), "print_room", "image", "order"),
    Action("room.note", mark("Edit note"), ("E",), "print_room", "pencil", "order"),
    Action("room.test", mark("Test page…"), (), "print_room", "printer", "order"),
    Action("room.nudge", mark("Move the print…"), (), "print_room", "move", "order"),
    Action("room.raw", mark("How labels are sent…"), (), "print_room", "tag", "order"),
    Action("room.stocks", mark("Own papers and labels…"), (), "print_room", "ruler", "order"),
    Action("room.history", mark("Printed before…"), (), "print_room", "history", "order"),
    Action("room.back", mark("Back to Orders"), ("Alt+Left",), "print_room", "arrow-left", "view"),
)

_STOCKS = (
    Action("stocks.new", mark("Describe a paper"), ("Ctrl+Shift+N",), "stocks", "plus", "item"),
    Action("stocks.save", mark("Save"), ("Ctrl+S",), "stocks", "save", "item"),
    Action("stocks.copy", mark("Make one like it"), ("Ctrl+D",), "stocks", "copy", "item"),
    Action("stocks.ruler", mark("Print a test page…"), ("Ctrl+P",), "stocks", told=True),
    Action("stocks.drop", mark("Drop what is not saved"), (), "stocks", "undo-2", "item"),
    Action("stocks.delete", mark("Delete"), (), "stocks", "trash-2", "item"),
    Action("stocks.back", mark("Back"), ("Alt+Left",), "stocks", "arrow-left", "view"),
)

_DESIGNS = (
    Action("design.move", mark("Go to another design"), ("Up", "Down"), "designs", told=True),
    Action("design.copy", mark("Make a copy"), ("Ctrl+D",), "designs", "copy", "edit"),
    Action("design.rename", mark("Rename"), ("F2",), "designs", "pencil", "edit"),
    Action("design.use", mark("Use for my cards"), (), "designs", "check", "edit"),
    Action("design.import", mark("Import a design…"), ("Ctrl+O",), "designs", "upload", "edit"),
    Action("design.export", mark("Export this design…"), (), "designs", "download", "edit"),
    Action("design.delete", mark("Delete this design"), ("Del",), "designs", "trash-2", "edit"),
    Action("design.back", mark("Back"), ("Alt+Left",), "designs", "arrow-left", "view"),
)

_REST = (
    Action("import.choose", mark("Choose a file…"), ("Ctrl+O",), "import", "upload"),
    Action("import.bring_in", mark("Bring in the new pieces"), ("Ctrl+Return",), "import"),
    Action("import.next_unknown", mark("Next column to help with"), ("F3",), "import"),
    Action("trash.restore", mark("Restore"), ("R",), "trash", "archive-restore", "item"),
    Action("trash.delete", mark("Delete for good…"), ("Del",), "trash", "trash-2", "item"),
    Action("print.all", mark("Print"), ("Ctrl+P",), "print", "printer"),
    Action("print.save", mark("Save as PDF"), ("Ctrl+S",), "print", "download"),
    Action("print.next", mark("Next page"), ("Right",), "print"),
    Action("print.previous", mark("Previous page"), ("Left",), "print"),
)

ACTIONS = (
    *(*_EVERYWHERE, *_CLOSET, *_EDITOR, *_DESK, *_INTAKE, *_ORDERS),
    *(*_PACKING, *_ROOM, *_STOCKS, *_DESIGNS, *_REST),
)
"""All commands, in the order of menus and the shortcut page."""

_KEY_WORDS = {
    "Return": "↵",
    "Space": mark("Space"),
    "Arrows": mark("arrows"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgDown": "PgDn",
    "-": "−",
}


def say_keys(keys: str) -> str:
    """Keys as chips and menus show them: "Ctrl K", "PgDn", "Ctrl ↵"."""
    parts = keys.split("+")
    if keys.endswith("++"):
        parts = [*parts[:-2], "+"]
    return " ".join(say(_KEY_WORDS.get(part, part)) for part in parts)


def find_action(action_id: str) -> Action:
    """The row of the table; raises KeyError for an unknown id."""
    return _BY_ID[action_id]


_BY_ID = {action.id: action for action in ACTIONS}
