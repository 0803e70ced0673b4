"""Pictures of every page of the window, light and dark, in three sizes."""
