"""Commands of the pages that show pieces and bring them in."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.words import mark

CLOSET = (
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
    Action("closet.photos_out", mark("Photos for marketplaces…"), (), "closet", "images", "item"),
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

EDITOR = (
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
    Action("editor.photos_out", mark("Photos for marketplaces…"), (), "editor", "images", "item"),
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

INTAKE = (
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

IMPORT = (
    Action("import.choose", mark("Choose a file…"), ("Ctrl+O",), "import", "upload"),
    Action("import.bring_in", mark("Bring in the new pieces"), ("Ctrl+Return",), "import"),
    Action("import.next_unknown", mark("Next column to help with"), ("F3",), "import"),
)

TRASH = (
    Action("trash.restore", mark("Restore"), ("R",), "trash", "archive-restore", "item"),
    Action("trash.delete", mark("Delete for good…"), ("Del",), "trash", "trash-2", "item"),
)
