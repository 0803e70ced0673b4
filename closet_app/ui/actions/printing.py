"""Commands of what is printed: pieces, papers and card designs."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.words import mark

ROOM = (
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

STOCKS = (
    Action("stocks.new", mark("Describe a paper"), ("Ctrl+Shift+N",), "stocks", "plus", "item"),
    Action("stocks.save", mark("Save"), ("Ctrl+S",), "stocks", "save", "item"),
    Action("stocks.copy", mark("Make one like it"), ("Ctrl+D",), "stocks", "copy", "item"),
    Action("stocks.ruler", mark("Print a test page…"), ("Ctrl+P",), "stocks", told=True),
    Action("stocks.drop", mark("Drop what is not saved"), (), "stocks", "undo-2", "item"),
    Action("stocks.delete", mark("Delete"), (), "stocks", "trash-2", "item"),
    Action("stocks.back", mark("Back"), ("Alt+Left",), "stocks", "arrow-left", "view"),
)

DESIGNS = (
    Action("design.move", mark("Go to another design"), ("Up", "Down"), "designs", told=True),
    Action("design.up", mark("Move this design up"), ("Alt+Up",), "designs", "", "edit"),
    Action("design.down", mark("Move this design down"), ("Alt+Down",), "designs", "", "edit"),
    Action("design.copy", mark("Make a copy"), ("Ctrl+D",), "designs", "copy", "edit"),
    Action("design.rename", mark("Rename"), ("F2",), "designs", "pencil", "edit"),
    Action("design.use", mark("Use for my cards"), (), "designs", "check", "edit"),
    Action("design.import", mark("Import a design…"), ("Ctrl+O",), "designs", "upload", "edit"),
    Action("design.export", mark("Export this design…"), (), "designs", "download", "edit"),
    Action("design.delete", mark("Delete this design"), ("Del",), "designs", "trash-2", "edit"),
    Action("design.back", mark("Back"), ("Alt+Left",), "designs", "arrow-left", "view"),
)

PRINT = (
    Action("print.all", mark("Print"), ("Ctrl+P",), "print", "printer"),
    Action("print.save", mark("Save as PDF"), ("Ctrl+S",), "print", "download"),
    Action("print.next", mark("Next page"), ("Right",), "print"),
    Action("print.previous", mark("Previous page"), ("Left",), "print"),
)
