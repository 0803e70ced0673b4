"""Commands of the photo desk and of Find by photo."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.words import mark

SIMILAR = (
    Action("similar.paste", mark("Paste a picture"), ("Ctrl+V",), "similar", "clipboard", "edit"),
)

DESK = (
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
    Action("desk.closer", mark("Come closer"), ("Ctrl++", "Ctrl+="), "desk", "", "view"),
    Action("desk.farther", mark("Step back"), ("Ctrl+-",), "desk", "", "view"),
    Action("desk.whole", mark("Whole photo"), ("Ctrl+0",), "desk", "maximize", "view"),
    Action("desk.copy", mark("Copy to the other photos"), (), "desk", "copy", "item"),
    Action("desk.reset", mark("Back to the original"), (), "desk", "undo-2", "item"),
)
