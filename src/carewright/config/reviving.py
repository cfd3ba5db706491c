"""How often a process that died is started again, and when it is left a while first."""

from __future__ import annotations

from typing import Final

#: A process that dies so often within so many seconds has a fault that a start does not mend.
MOST_DEATHS: Final = 5
WITHIN: Final = 600.0
#: How long such a process is left before it is tried again.
REST: Final = 60.0


class Deaths:
    """The deaths of each process, by its name; times are seconds of a clock that only goes on."""

    def __init__(self) -> None:
        self._starts: dict[str, list[float]] = {}

    def too_many(self, name: str, now: float) -> bool:
        """Whether it keeps on dying, so that it is left a while, or everything ends with it."""
        return len(self._lately(name, now)) >= MOST_DEATHS

    def is_due(self, name: str, now: float) -> bool:
        """Whether it is to be started again by now: at once, or after its rest."""
        return not self.too_many(name, now) or now - self._lately(name, now)[-1] >= REST

    def started_again(self, name: str, now: float) -> None:
        """Remembers that it died and was started again."""
        self._starts[name] = [*self._lately(name, now), now]

    def _lately(self, name: str, now: float) -> list[float]:
        return [each for each in self._starts.get(name, []) if now - each < WITHIN]
