"""The photo desk: one photo large, and the tools for it."""
