"""Commands of the whole window."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.words import mark

EVERYWHERE = (
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
