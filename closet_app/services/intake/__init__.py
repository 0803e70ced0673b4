"""An intake: photos of a session come in, are grouped into pieces and become drafts.

`begin`, `add_photos`, `take_in`, `take_the_rest`, `resume` and `read_behind` take long and write
in short steps of their own: run them where reading runs, so that the commands of the page never
wait.
"""

from closet_app.services.intake.beginning import (
    add_photos,
    begin,
    hold_photos,
    resume,
    take_in,
    take_the_rest,
)
from closet_app.services.intake.drafts import create_drafts
from closet_app.services.intake.filling import dismiss, same_as_above, set_facts, use, use_value
from closet_app.services.intake.grouping import group_again
from closet_app.services.intake.marking import keep_left, leave_out, make_cover, settle_group
from closet_app.services.intake.reading import read_behind
from closet_app.services.intake.receipt import share
from closet_app.services.intake.seams import join, move_photos, settle, split, take_apart
from closet_app.services.intake.sessions import discard, unfinished, waiting_count
from closet_app.services.intake.viewing import view
from closet_app.services.intake_coming import forget_coming, still_to_come

__all__ = [
    "add_photos",
    "begin",
    "create_drafts",
    "discard",
    "dismiss",
    "forget_coming",
    "group_again",
    "hold_photos",
    "join",
    "keep_left",
    "leave_out",
    "make_cover",
    "move_photos",
    "read_behind",
    "resume",
    "same_as_above",
    "set_facts",
    "settle",
    "settle_group",
    "share",
    "split",
    "still_to_come",
    "take_apart",
    "take_in",
    "take_the_rest",
    "unfinished",
    "use",
    "use_value",
    "view",
    "waiting_count",
]
