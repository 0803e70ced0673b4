"""One net of a file, run by ONNX Runtime and loaded when it is first asked."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

THREADS = 2
"""Of one net at work; none of them spins, so that a window beside it gets its turn."""

_FAULTS = (
    "Fail",
    "InvalidArgument",
    "InvalidGraph",
    "InvalidProtobuf",
    "NoSuchFile",
    "NotImplemented",
    "RuntimeException",
)


class Net:
    """The net of the file `path`; threads may share it. Without its file it gives None."""

    def __init__(self, path: Path, output: str, threads: int = THREADS) -> None:
        self._path = path
        self._output = output
        self._threads = threads
        self._lock = Lock()
        self._session: InferenceSession | None = None
        self._is_broken = False

    @property
    def is_missing(self) -> bool:
        """Whether there is no such file, or one that turned out not to load."""
        return self._is_broken or not self._path.is_file()

    def run(self, planes: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """What the net makes of `planes` (1 × 3 × height × width)."""
        session = self._opened()
        if session is None:
            return None
        found: Any = session.run([self._output], {session.get_inputs()[0].name: planes})
        values: NDArray[np.float32] = found[0]
        return values

    def _opened(self) -> InferenceSession | None:
        with self._lock:
            if self._session is None and not self.is_missing:
                self._session = _load(self._path, self._threads)
                self._is_broken = self._session is None
            return self._session


def _load(path: Path, threads: int) -> InferenceSession | None:
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as faults
    except ImportError:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False  # it keeps 450 MB for one net
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except tuple(getattr(faults, name) for name in _FAULTS):
        return None
