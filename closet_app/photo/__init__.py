"""Bytes in, bytes out: the photo store, decoding and thumbnails."""
