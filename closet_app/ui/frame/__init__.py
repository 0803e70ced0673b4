"""The window around the pages: rail, top bar, status bar, menus and toasts."""
