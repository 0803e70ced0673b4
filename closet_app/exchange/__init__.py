"""Files in, rows out, and back: spreadsheets and CSV reports."""
