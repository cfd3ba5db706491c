"""The life of one version of a scheme of delegation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class SchemeState(StrEnum):
    """Where a version stands. Only an adopted one gives anybody power."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    PUT_ASIDE = "put_aside"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"proposed": "Waiting for a second person"}.get(
            self.value, self.value.replace("_", " ").capitalize()
        )


SCHEME_MOVES: Final[Mapping[SchemeState, frozenset[SchemeState]]] = {
    SchemeState.PROPOSED: frozenset({SchemeState.ADOPTED, SchemeState.PUT_ASIDE}),
    SchemeState.ADOPTED: frozenset(),
    SchemeState.PUT_ASIDE: frozenset(),
}
