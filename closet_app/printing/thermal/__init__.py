"""Pages as black dots, in the languages that thermal label printers read."""
