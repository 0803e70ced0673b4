"""Closet keeps a clothes reseller's inventory and says what each sale keeps."""

import os

__version__ = "0.2.0"

# NumPy's threads wait by spinning: a photo took 47 ms of two processors to be measured, not 23.
# They are counted when NumPy is first imported, which is after this package.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
