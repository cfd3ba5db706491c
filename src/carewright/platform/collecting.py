"""Makes many rows without looking for garbage among them all the while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Puts off Python's search for cycles: of 40,000 price lines it would look at each many times.

    Rows refer to nothing that refers to them, so nothing waits for that search. It is put off for
    the whole process and comes back with whoever put it off first, at the latest.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
