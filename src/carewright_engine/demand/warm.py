"""Compile every kernel, or find it compiled: `python -m carewright_engine.demand.warm`.

Modules named after it are warmed alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from carewright_engine.demand.compiled import KERNELS, Kernel

#: The modules that declare kernels; a test finds one that is missing here.
MODULES: Final = (
    "carewright_engine.demand.individuals.life_kernels",
    "carewright_engine.demand.individuals.packed_kernels",
    "carewright_engine.demand.need.paths",
    "carewright_engine.demand.population.draw_kernels",
    "carewright_engine.demand.population.kernels",
)


@dataclass(frozen=True, slots=True)
class Warmth:
    """How many kernels were found compiled on disk, and how many had to be compiled."""

    found: int
    compiled: int

    def __str__(self) -> str:
        return f"{self.found} kernels found, {self.compiled} compiled"


def warm(modules: Sequence[str] = MODULES) -> Warmth:
    """Every kernel of the modules ready in this process, and on disk for the next one."""
    for name in modules:
        import_module(name)
    return Warmth(
        found=sum(_ready(kernel) for kernel in KERNELS),
        compiled=sum(_misses(kernel) for kernel in KERNELS),
    )


def _ready(kernel: Kernel) -> int:
    kernel.dispatcher.compile(kernel.signature)
    return sum(kernel.dispatcher.stats.cache_hits.values())


def _misses(kernel: Kernel) -> int:
    return sum(kernel.dispatcher.stats.cache_misses.values())


if __name__ == "__main__":
    print(warm(sys.argv[1:] or MODULES))
