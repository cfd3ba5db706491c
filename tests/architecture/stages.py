"""The stages as they stand in the source tree, for the architecture tests to walk."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

SOURCE = Path(__file__).resolve().parents[2] / "src"
REPOSITORY = SOURCE.parent
#: Highest first, as `.importlinter` has them; `ui` and `config` have no door.
ORDER = (
    "config", "web", "cost", "keep_to", "uplift", "vary", "contract", "plan", "foresee",
    "analyse", "correspond", "register", "govern", "decide", "follow_up", "notify", "attest",
    "platform", "ui",
)  # fmt: skip
WITH_A_DOOR = tuple(stage for stage in ORDER if (SOURCE / "carewright" / stage / "api.py").exists())


def door(stage: str) -> ModuleType:
    """The stage's `api` module."""
    return importlib.import_module(f"carewright.{stage}.api")


def public_actions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every function that a door exports from its `actions` package, by its full name."""
    for stage in WITH_A_DOOR:
        api = door(stage)
        for name in api.__all__:
            thing = getattr(api, name)
            if inspect.isfunction(thing) and f".{stage}.actions" in thing.__module__:
                yield f"{stage}.{name}", thing
