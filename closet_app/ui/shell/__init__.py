"""What fills the window: its pages, the commands of everywhere, and the life of a closet in it."""
