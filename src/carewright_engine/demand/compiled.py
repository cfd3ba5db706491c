"""Kernels compiled to machine code, kept on disk so that a page view never waits for a compiler.

Write a kernel as a plain function under `@kernel("void(float64[::1], ...)")` and name its module
in `warm.MODULES`. The machine code is kept below the folder that NUMBA_CACHE_DIR names; else in the
package's own `__pycache__`; else, where another account owns the installation, in the account's
cache. `carewright start` names a folder in its home for the last case, so that all its processes
share it.

Kept code is known by its own source file. A kernel may therefore call compiled functions of its
own module and of `hashing`, and of no other: a change elsewhere would go unnoticed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar, cast

from numba import njit
from numba.core import config as numba_config

HERE: Final = Path(__file__).parent
#: Compiled into every kernel that calls it, so its own text is part of the folder's name.
SHARED: Final = HERE / "hashing.py"

Function = TypeVar("Function", bound=Callable[..., Any])


class Kernel(NamedTuple):
    """A compiled function and the types that it is called with."""

    dispatcher: Any
    signature: Any


KERNELS: Final[list[Kernel]] = []
#: Numba reads these settings from the environment as it is imported.
config: Final[Any] = numba_config


def kernel(signature: Any) -> Callable[[Function], Function]:
    """Compile for these types, named as numba names them, and keep the result.

    A kernel runs without Python's lock, so threads may run it side by side. It never starts
    threads of its own: a process that forks, as the web server does, is safe.
    """

    def compiled(function: Function) -> Function:
        dispatcher = _kept(function)
        KERNELS.append(Kernel(dispatcher, signature))
        return cast(Function, dispatcher)

    return compiled


def cache_folder() -> Path | None:
    """Where kept code is, a folder for this text of the shared functions; None if nowhere."""
    name = f"kernels-{blake2b(SHARED.read_bytes(), digest_size=6).hexdigest()}"
    return next((base / name for base in _bases() if may_be_written(base / name)), None)


def _bases() -> list[Path]:
    if config.CACHE_DIR:
        return [Path(config.CACHE_DIR)]
    return [HERE / "__pycache__", Path(os.path.expanduser("~"), ".cache", "carewright")]


def may_be_written(folder: Path) -> bool:
    """Whether this account can make files there, making the folder if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _kept(function: Callable[..., Any]) -> Any:
    """Compiled and kept where that is possible; else compiled in each process anew."""
    folder = cache_folder()
    if folder is None:
        return njit(nogil=True)(function)
    with _looking_in(folder):
        return njit(nogil=True, cache=True)(function)


@contextmanager
def _looking_in(folder: Path) -> Iterator[None]:
    """Numba chooses the folder of a function as it is declared."""
    before = config.CACHE_DIR
    config.CACHE_DIR = str(folder)
    try:
        yield
    finally:
        config.CACHE_DIR = before
