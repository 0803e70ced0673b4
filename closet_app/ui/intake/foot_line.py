"""The keys of Intake at its foot."""

from __future__ import annotations

from closet_app.ui.words import mark

KEYS = (
    ("intake.photo", mark("photo")),
    ("intake.split", mark("split here")),
    ("intake.join", mark("join with next")),
    ("intake.cover", mark("make cover")),
    ("intake.leave_out", mark("leave out")),
    ("intake.field", mark("next field")),
    ("intake.next", mark("next item")),
    ("intake.above", mark("same as above")),
    ("intake.doubt", mark("doubtful seam")),
)
"""Commands by id, in a word or two; those at the end go where there is no room."""
