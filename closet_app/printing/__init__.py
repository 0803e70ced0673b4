"""Values in, PDF out: slips, cards and labels."""
