"""The print dialog: what will come out of the printer, before it does."""
