"""How Closet looks: tokens, palette, style sheet, fonts, icons and the painted signs."""
