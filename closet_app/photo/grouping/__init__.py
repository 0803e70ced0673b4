"""Photos of an intake, put into the order they were taken and cut into pieces."""

from closet_app.photo.grouping.frames import Frame, frame_of
from closet_app.photo.grouping.order import arrange
from closet_app.photo.grouping.seams import doubt, groups, seams

__all__ = ["Frame", "arrange", "doubt", "frame_of", "groups", "seams"]
