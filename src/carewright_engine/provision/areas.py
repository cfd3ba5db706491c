"""Naming an area: what a person types, and the councils that it is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreaRef:
    """An area that provision is analysed for.

    `councils` are the codes of the councils that it is made of; a locality, which is smaller
    than a council, has none of its own and is found through its data zones instead.
    """

    kind: str  # council, integration_authority, health_board, locality, country
    code: str
    name: str
    councils: tuple[str, ...] = ()
