"""Closet's own controls, each drawn once and used on every page."""
