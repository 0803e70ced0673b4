"""Made-up intake sessions, with the truth beside them, from the repo's own CC0 pictures."""
