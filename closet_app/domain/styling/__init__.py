"""“Goes well with”: which pieces of a closet complete what was bought, and why."""

from closet_app.domain.styling.facts import Look, Reason, StyleFacts, Swatch
from closet_app.domain.styling.harmony import harmony
from closet_app.domain.styling.looks import MOST, goes_with, look_at, one_of_each, ranked
from closet_app.domain.styling.parcels import KILOS, POUNDS, PostageSteps
from closet_app.domain.styling.sizing import FAR, size_place
from closet_app.domain.styling.slots import Slot, slot_of, wanted_slots

__all__ = [
    "FAR",
    "KILOS",
    "MOST",
    "POUNDS",
    "Look",
    "PostageSteps",
    "Reason",
    "Slot",
    "StyleFacts",
    "Swatch",
    "goes_with",
    "harmony",
    "look_at",
    "one_of_each",
    "ranked",
    "size_place",
    "slot_of",
    "wanted_slots",
]
