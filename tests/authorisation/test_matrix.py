"""Every route, method, role and relation ends as declared: nothing is left to chance (T1)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from carewright.platform.api import Guard, Relation, Role
from tests.authorisation.asking import ask, browser_of
from tests.authorisation.outcomes import Outcome, Signed, Visitor, expected, observed
from tests.authorisation.world import World, home_of
from tests.routes import METHODS, Route, routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

EVERYTHING = bool(os.environ.get("CAREWRIGHT_FULL"))
VISITORS = [
    Visitor(Signed.NOT),
    Visitor(Signed.PASSWORD, Role.COMMISSIONER),
    Visitor(Signed.FULLY),  # who has no role today
    *(Visitor(Signed.FULLY, role) for role in Role),
]


@dataclass(frozen=True)
class Cell:
    """One square of the matrix."""

    route: Route
    method: str
    visitor: Visitor
    relation: Relation | None
    path: str

    def __str__(self) -> str:
        about = f" ({self.relation.value})" if self.relation else ""
        return f"{self.visitor}: {self.method} {self.route}{about}"


def cells(visitor: Visitor, world: World) -> Iterator[Cell]:
    """Every route and method for one visitor, about a thing of each relation that there is."""
    for route in routes():
        for relation, path in addresses(route, visitor, world):
            for method in methods_to_try(route, visitor):
                yield Cell(route, method, visitor, relation, path)


def methods_to_try(route: Route, visitor: Visitor) -> tuple[str, ...]:
    """All methods in a full run; else GET, POST and one more, which visitors take in turn."""
    if EVERYTHING:
        return METHODS
    others = [each for each in METHODS if each not in ("GET", "POST")]
    turn = VISITORS.index(visitor) + sum(map(ord, route.name))
    return ("GET", "POST", others[turn % len(others)])


def addresses(
    route: Route, visitor: Visitor, world: World
) -> Iterator[tuple[Relation | None, str]]:
    """The route about the visitor's own, a stranger's and the shared; once, when about nothing."""
    if route.policy is None or route.policy.guard is not Guard.ACT or not route.parameters:
        arguments = world.holdings["home"].arguments(route.name, route.parameters)
        yield None, reverse(route.name, kwargs=arguments)
        return
    own = home_of(visitor.role) if visitor.role else "home"
    holders = {Relation.OWN: own, Relation.STRANGE: "stranger", Relation.SHARED: "everybody"}
    for relation, whose in holders.items():
        arguments = world.holdings[whose].arguments(route.name, route.parameters)
        if arguments is not None:
            yield relation, reverse(route.name, kwargs=arguments)


@pytest.fixture
def browser(world: World) -> Callable[[Visitor], Client]:
    """Makes the browser of a visitor, who works where the role is at home."""

    def made(visitor: Visitor) -> Client:
        roles = [visitor.role] if visitor.role else []
        whose = home_of(visitor.role) if visitor.role else "home"
        return browser_of(world.officer(whose, *roles), visitor.signed)

    return made


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_every_cell_ends_as_declared(
    visitor: Visitor, world: World, browser: Callable[[Visitor], Client],
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    sits, wrong, count = browser(visitor), [], 0
    for cell in cells(visitor, world):
        count += 1
        wanted = expected(cell.route, cell.method, visitor, cell.relation)
        if wanted is None:
            wrong.append(f"{cell}: undeclared")
            continue
        response = ask(sits, cell.method, cell.path, **said_in(cell, world))
        found = observed(response, cell.route)
        if found is not wanted:
            wrong.append(f"{cell}: {wanted.value} expected, {found.value} ({response.status_code})")
    record_property("cells of the matrix of permissions", count)
    assert not wrong, "\n".join(wrong)


def said_in(cell: Cell, world: World) -> dict[str, str]:
    """The words of a form without which even its owner gets no answer."""
    if cell.route.name != "platform:organisations" or cell.method != "POST":
        return {}
    whose = home_of(cell.visitor.role) if cell.visitor.role else "home"
    said = urlencode({"organisation": str(world.organisation(whose).id)})
    return {"data": said, "content_type": "application/x-www-form-urlencoded"}


def test_the_matrix_has_every_relation_for_every_route_about_a_thing(world: World) -> None:
    reader = Visitor(Signed.FULLY, Role.COMMISSIONER)
    for route in routes():
        if route.policy and route.policy.guard is Guard.ACT and route.parameters:
            found = {relation for relation, _ in addresses(route, reader, world)}
            assert {Relation.OWN, Relation.STRANGE} <= found, route


def test_an_undeclared_route_would_be_noticed(world: World) -> None:
    undeclared = Route("x", "x/", (), None, frozenset({"GET"}), ours=True)
    assert expected(undeclared, "GET", VISITORS[0], None) is None


def test_a_wrong_outcome_would_be_noticed(world: World) -> None:
    sits = browser_of(world.officer("home", Role.SYSTEM_ADMINISTRATOR))
    inbox = next(route for route in routes() if route.name == "web:inbox")
    assert observed(ask(sits, "GET", "/inbox/"), inbox) is Outcome.LET_IN
    assert observed(ask(sits, "GET", "/no-such-page/"), inbox) is Outcome.HIDDEN
    assert observed(ask(sits, "PUT", "/inbox/"), inbox) is Outcome.NOT_SO
    assert observed(ask(sits, "GET", "/register/give/"), inbox) is Outcome.REFUSED
    assert observed(ask(browser_of(None), "GET", "/inbox/"), inbox) is Outcome.SIGN_IN


def test_together_the_visitors_try_every_method_on_every_route() -> None:
    for route in routes():
        tried = {method for visitor in VISITORS for method in methods_to_try(route, visitor)}
        assert tried == set(METHODS), route
