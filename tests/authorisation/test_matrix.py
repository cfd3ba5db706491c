"""Every route, method, role and relation ends as declared: nothing is left to chance (T1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client

from carewright.platform.api import Guard, Relation, Role
from tests.authorisation.asking import ask, browser_of
from tests.authorisation.drawing import (
    EVERYTHING,
    SEED,
    VISITORS,
    Cell,
    addresses,
    all_cells,
    drawn,
)
from tests.authorisation.outcomes import Outcome, Signed, Visitor, expected, observed
from tests.authorisation.world import World, home_of
from tests.factories import people
from tests.routes import Route, routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@dataclass(frozen=True)
class Matrix:
    """All squares that there are, and those that are tried."""

    every: list[Cell]
    tried: list[Cell]


@pytest.fixture(scope="module")
def matrix(made_world: World) -> Matrix:
    """Drawn once, so that every visitor takes part of the same draw."""
    every = list(all_cells(made_world))
    return Matrix(every, drawn(every))


@pytest.fixture
def browser(world: World) -> Callable[[Visitor], Client]:
    """Makes the browser of a visitor, who works where the role is at home or opens a record."""

    def made(visitor: Visitor) -> Client:
        if visitor.capacity:
            return people.browser_with(UUID(world.holdings["home"].let_in[visitor.capacity]))
        roles = [visitor.role] if visitor.role else []
        whose = home_of(visitor.role) if visitor.role else "home"
        return browser_of(world.officer(whose, *roles), visitor.signed)

    return made


def test_no_square_of_the_matrix_is_undeclared(
    matrix: Matrix, record_property: Callable[[str, object], None]
) -> None:
    assert [str(cell) for cell in matrix.every if cell.wanted is None] == []
    record_property("squares in the matrix of permissions, all declared", len(matrix.every))


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_every_square_ends_as_declared(
    visitor: Visitor, world: World, matrix: Matrix, browser: Callable[[Visitor], Client],
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    sits, wrong = browser(visitor), []
    mine = [cell for cell in matrix.tried if cell.visitor == visitor]
    for cell in mine:
        response = ask(sits, cell.method, cell.path, **said_in(cell, world))
        found = observed(response, cell.route)
        if found is not cell.wanted:
            wanted = cell.wanted.value if cell.wanted else "nothing"
            wrong.append(f"{cell}: {wanted} expected, {found.value} ({response.status_code})")
    which = "all of them" if EVERYTHING else f"CAREWRIGHT_SEED={SEED}"
    record_property(f"squares of the matrix of permissions tried ({which})", len(mine))
    assert not wrong, "\n".join([which, *wrong])


def said_in(cell: Cell, world: World) -> dict[str, str]:
    """The words of a form without which even its owner gets no answer."""
    if cell.route.name != "platform:organisations" or cell.method != "POST":
        return {}
    whose = home_of(cell.visitor.role) if cell.visitor.role else "home"
    said = urlencode({"organisation": str(world.organisation(whose).id)})
    return {"data": said, "content_type": "application/x-www-form-urlencoded"}


def test_the_matrix_has_every_relation_for_every_route_about_a_thing(world: World) -> None:
    reader = Visitor(Signed.FULLY, Role.COMMISSIONER)
    wanted = {Relation.OWN, Relation.PARTNER, Relation.STRANGE}
    for route in routes():
        if route.policy and route.policy.guard is Guard.ACT and route.parameters:
            found = {relation for relation, _ in addresses(route, reader, world)}
            assert wanted <= found, route


def test_every_route_is_asked_and_sent_to_by_somebody_let_in_and_somebody_refused(
    matrix: Matrix,
) -> None:
    methods, ends, tried = defaultdict(set), defaultdict(set), defaultdict(set)
    for cell in matrix.every:
        ends[cell.route].add(cell.wanted)
    for cell in matrix.tried:
        methods[cell.route].add(cell.method)
        tried[cell.route].add(cell.wanted)
    for route in routes():
        assert methods[route] >= {"GET", "POST"}, route
        assert methods[route] - {"GET", "POST"}, f"No seldom method was drawn for {route}"
        assert ends[route] == tried[route], route


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
