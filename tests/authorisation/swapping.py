"""Puts a stranger's id where one of our own stood: in an address, a question or a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import UUIDField
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from carewright.platform.api import PERMISSIONS, ROLES_OF_KIND, Guard
from tests.authorisation.asking import ask
from tests.authorisation.forms import Form
from tests.authorisation.world import KINDS, World, canary
from tests.routes import Route, routes

FORM: Final = "application/x-www-form-urlencoded"

Alike = Callable[[str], str | None]
"""Finds the stranger's thing of the same kind as one of ours, by its id."""


@dataclass(frozen=True)
class Swapped:
    """An own address with one part of a stranger's."""

    route: Route
    whose: str  # who asks: somebody with every role of this body
    path: str
    is_id: bool  # that part, an id that we gave and not a number or a day

    @property
    def methods(self) -> list[str]:
        """Those that the page answers."""
        return answered(self.route)


def guarded() -> list[Route]:
    """The pages about what organisations hold."""
    return [each for each in routes() if each.policy and each.policy.guard is Guard.ACT]


def asked_by(route: Route) -> str:
    """In which body a page can be asked for at all: the council, or the first with such a role."""
    act = route.policy.act if route.policy else None
    roles = PERMISSIONS[act].roles if act else frozenset()
    return next((each for each, kind in KINDS.items() if roles & ROLES_OF_KIND[kind]), "home")


def answered(route: Route) -> list[str]:
    """With which methods a page shows or changes something."""
    return sorted({"GET", "POST"} & (route.methods or frozenset()))


def address(route: Route, whose: str, world: World) -> str:
    """The page about what somebody holds."""
    arguments = world.holdings[whose].arguments(route.name, route.parameters)
    return reverse(route.name, kwargs=arguments)


def is_id(text: str) -> bool:
    """Whether a text is an id that we gave."""
    try:
        return UUID(text).version is not None and len(text) == 36
    except ValueError:
        return False


def leaks(response: HttpResponseBase) -> bool:
    """Whether an answer holds a stranger's words; the stranger's own name is known to partners."""
    body = response.body.replace(f"{canary('stranger')} Body".encode(), b"")  # type: ignore[attr-defined]
    return canary("stranger").encode() in body


def swapped_addresses(world: World) -> Iterator[Swapped]:
    """Each own address with one part at a time of a stranger's."""
    strange = world.holdings["stranger"]
    for route in guarded():
        whose = asked_by(route)
        mine = world.holdings[whose].arguments(route.name, route.parameters) or {}
        theirs = strange.arguments(route.name, route.parameters) or {}
        for name in mine:
            if theirs.get(name, mine[name]) != mine[name]:
                path = reverse(route.name, kwargs={**mine, name: theirs[name]})
                yield Swapped(route, whose, path, is_id(theirs[name]))


def swapped_forms(form: Form, alike: Alike) -> Iterator[tuple[str, dict[str, str]]]:
    """The form answered, with one field at a time a stranger's id."""
    said = form.answered()
    for name in said:
        for own in [form.fields.get(name, ""), *form.offers.get(name, [])]:
            if is_id(own) and (theirs := alike(own)):
                yield name, {**said, name: theirs}
                break


def swapped_questions(link: str, alike: Alike) -> Iterator[str]:
    """A link with one id at a time of what it asks for a stranger's."""
    parts = urlsplit(link)
    asked = parse_qsl(parts.query)
    for place, (name, own) in enumerate(asked):
        if is_id(own) and (theirs := alike(own)):
            yield f"{parts.path}?{urlencode([*asked[:place], (name, theirs), *asked[place + 1 :]])}"


def strangers_alike(world: World) -> Alike:
    """By the tables: whose row an id is, and which row of the stranger stands beside it."""
    whose = world.organisation("stranger").id
    keyed = [model for model in apps.get_models() if isinstance(model._meta.pk, UUIDField)]

    @cache
    def found(own_id: str) -> str | None:
        for model in keyed:
            if model._default_manager.filter(pk=own_id).exists():
                named = {each.name for each in model._meta.get_fields()}
                if "organisation" in named:
                    theirs = model._default_manager.filter(organisation_id=whose).first()
                    return str(theirs.pk) if theirs else None
        return None

    return found


def held_by_the_stranger(world: World) -> str:
    """A digest of all rows of the stranger in every table."""
    whose = world.organisation("stranger").id
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if "organisation" in {each.name for each in model._meta.get_fields()}
    ]
    rows = " UNION ALL ".join(
        f"SELECT '{table}' || row::text AS said FROM {table} row WHERE organisation_id = %(whose)s"
        for table in tables
    )
    asked = f"SELECT md5(string_agg(said, '|' ORDER BY said)) FROM ({rows}) every"
    # Planned once, as it is asked after each of many requests.
    connection.ensure_connection()
    (found,) = connection.connection.execute(asked, {"whose": whose}, prepare=True).fetchone()
    return str(found)


def send(
    browser: Client, form: Form, said: dict[str, str], **more: Callable[[], object]
) -> HttpResponseBase:
    """Sends a form as a browser does."""
    where = urlsplit(form.where)
    if form.method == "post":
        path = f"{where.path}?{where.query}" if where.query else where.path
        return ask(browser, "POST", path, data=urlencode(said), content_type=FORM, **more)
    return ask(browser, "GET", f"{where.path}?{urlencode(said)}", **more)
