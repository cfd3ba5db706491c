"""The engine's compiled kernels: where they are kept, and made ready before anybody can ask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carewright_engine import demand


def keep_in(folder: Path) -> None:
    """Names this folder for compiled kernels where their own package cannot be written."""
    if not os.access(Path(demand.__file__).parent, os.W_OK):
        os.environ.setdefault("NUMBA_CACHE_DIR", str(folder))


@contextmanager
def made_ready() -> Iterator[None]:
    """Compiles, or finds compiled, while the block runs; nobody waits for a compiler later.

    Where that fails Carewright starts all the same: the first projection is then a slow one.
    """
    process = subprocess.Popen(  # noqa: S603 - our own environment
        [sys.executable, "-m", f"{demand.__name__}.warm"], stdout=subprocess.DEVNULL
    )
    try:
        yield
        if process.wait():
            print("The projections could not be compiled; the first will be slow.", file=sys.stderr)
    finally:
        process.terminate()
        process.wait()
