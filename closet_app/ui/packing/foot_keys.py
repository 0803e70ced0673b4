"""The keys of the pack station at its foot."""

from __future__ import annotations

from closet_app.ui.words import mark

KEYS = (
    ("packing.tick", mark("tick what is next")),
    ("packing.pieces", mark("piece")),
    ("packing.next", mark("next")),
    ("packing.previous", mark("previous")),
    ("packing.tracking", mark("tracking")),
    ("packing.packed", mark("packed")),
    ("packing.shipped", mark("shipped")),
    ("packing.way", mark("order or bin")),
    ("packing.label", mark("label PDF")),
    ("packing.photo", mark("parcel photo")),
)
"""Commands by id, in a word or two; those at the end go where there is no room."""

OF_PARCEL = (
    "packing.tracking",
    "packing.packed",
    "packing.shipped",
    "packing.label",
    "packing.photo",
)
"""Those that are of no use while bins are walked."""
