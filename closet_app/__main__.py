"""The command `closet`."""

from __future__ import annotations

import sys

from closet_app.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
