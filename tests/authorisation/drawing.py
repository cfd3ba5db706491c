"""Which squares of the matrix are tried: all of them in a full run, else a seeded draw of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

from django.urls import reverse

from carewright.platform.api import Capacity, Guard, Relation, Role
from tests.authorisation.outcomes import Outcome, Signed, Visitor, expected
from tests.authorisation.world import World, home_of
from tests.routes import METHODS, Route, routes

T = TypeVar("T")
#: Decided before anybody looks at what a request is about.
DECIDED_FIRST: Final = (
    Outcome.SIGN_IN, Outcome.SECOND_FACTOR, Outcome.REFUSED, Outcome.NOT_SO, Outcome.LIBRARYS_OWN,
)  # fmt: skip

EVERYTHING: Final = bool(os.environ.get("CAREWRIGHT_FULL"))
#: Printed with the count, so that the same draw can be had again.
SEED: Final = int(os.environ.get("CAREWRIGHT_SEED") or 2026)
VISITORS: Final = [
    Visitor(Signed.NOT),
    Visitor(Signed.PASSWORD, Role.COMMISSIONER),
    Visitor(Signed.FULLY),  # who has no role today
    *(Visitor(Signed.FULLY, role) for role in Role),
    *(Visitor(Signed.FULLY, capacity=each) for each in
      (Capacity.PERSON, Capacity.CARER, Capacity.ADVOCATE)),
]  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One square of the matrix: a visitor, a method, and a route about a thing."""

    route: Route
    method: str
    visitor: Visitor
    relation: Relation | None
    path: str

    @property
    def wanted(self) -> Outcome | None:
        """What the declarations say of it; None where nothing is declared."""
        return expected(self.route, self.method, self.visitor, self.relation)

    def __str__(self) -> str:
        about = f" ({self.relation.value})" if self.relation else ""
        return f"{self.visitor}: {self.method} {self.route}{about}"


def all_cells(world: World) -> Iterator[Cell]:
    """Every route, method and visitor, about a thing of each relation that there is."""
    for route in routes():
        for visitor in VISITORS:
            for relation, path in addresses(route, visitor, world):
                for method in METHODS:
                    yield Cell(route, method, visitor, relation, path)


def drawn(cells: list[Cell]) -> list[Cell]:
    """All in a full run; else one visitor for each way in which the same request may end.

    So every route is asked and sent to about a thing of every relation, by somebody who is let in
    and by somebody who is refused, if there are any. Of the methods that are seldom used one is
    drawn for each way in which they end.
    """
    if EVERYTHING:
        return cells
    chance, alike = Random(SEED), defaultdict(list)
    for cell in cells:
        alike[_likeness(cell)].append(cell)
    return [chance.choice(each) for each in alike.values()]


def sample(things: list[T], most: int) -> list[T]:
    """All in a full run; else so many of them at most, drawn by the seed and in their order."""
    if EVERYTHING or len(things) <= most:
        return things
    chosen = Random(SEED).sample(range(len(things)), most)
    return [things[place] for place in sorted(chosen)]


def _likeness(cell: Cell) -> tuple[object, ...]:
    wanted, seldom = cell.wanted, cell.method not in ("GET", "POST")
    method = None if seldom else cell.method
    if wanted in DECIDED_FIRST:
        return (cell.route, method, wanted)
    return (cell.route, method, wanted, cell.relation)


def addresses(
    route: Route, visitor: Visitor, world: World
) -> Iterator[tuple[Relation | None, str]]:
    """The route about a thing of each relation to the visitor; once, when it is about nothing."""
    guard = route.policy.guard if route.policy else None
    if guard not in (Guard.ACT, Guard.OWN_RECORD) or not route.parameters:
        arguments = world.holdings["home"].arguments(route.name, route.parameters)
        yield None, reverse(route.name, kwargs=arguments)
        return
    for relation, whose in holders(visitor).items():
        arguments = world.holdings[whose].arguments(route.name, route.parameters)
        if arguments is None:
            continue
        if relation is Relation.OWN and visitor.capacity and guard is Guard.OWN_RECORD:
            arguments["access_id"] = world.holdings[whose].let_in[visitor.capacity]
        yield relation, reverse(route.name, kwargs=arguments)


def holders(visitor: Visitor) -> dict[Relation, str]:
    """Whose things stand to the visitor in which relation."""
    own = home_of(visitor.role) if visitor.role else "home"
    found = {Relation.OWN: own, Relation.STRANGE: "stranger", Relation.SHARED: "everybody"}
    return {**found, Relation.PARTNER: "partner"} if own == "home" else found
