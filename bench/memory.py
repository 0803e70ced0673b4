"""The most memory a process has taken, from a moment on.

What `getrusage` says is no use here: a process begins with the peak of the one that started it.
"""

from __future__ import annotations

import resource
from pathlib import Path

_STATUS, _REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_RESET_PEAK = "5"


def forget_peak() -> None:
    """Count from here on, where the system can (Linux)."""
    if _REFERENCES.exists():
        _REFERENCES.write_text(_RESET_PEAK, encoding="ascii")


def peak_megabytes() -> float:
    """The most memory this process took since it began, or since `forget_peak`."""
    if not _STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1_024
