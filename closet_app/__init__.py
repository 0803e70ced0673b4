"""Closet keeps a clothes reseller's inventory and says what each sale keeps."""

__version__ = "0.1.0"
