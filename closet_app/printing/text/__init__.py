"""Text of any script: cleaned, ordered, shaped, broken into lines and fitted into boxes."""
