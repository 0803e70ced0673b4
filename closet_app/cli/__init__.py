"""The `closet` command: the same services as the window."""
