"""No form and no address falls over, whatever is sent to it and by whom (T14)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import quote, urlencode, urlsplit
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import ProhibitNullCharactersValidator
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import NoReverseMatch, reverse

from carewright.platform.api import ROLES_OF_KIND, Capacity, OrganisationKind
from tests.authorisation import hostile
from tests.authorisation.asking import ask, browser_of
from tests.authorisation.drawing import EVERYTHING, SEED, VISITORS, sample
from tests.authorisation.forms import Form, read, sent_by
from tests.authorisation.hostile import answers, odd, odd_file
from tests.authorisation.outcomes import Signed, Visitor
from tests.authorisation.world import World, home_of
from tests.factories import people
from tests.routes import routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

Count = Callable[[str, object], None]
TIMES = 10 if EVERYTHING else 2
PAGES = 45  # of each visitor, where not everything is tried
ADDRESSES = 200
ODD_FORMS = f"odd answers to forms (CAREWRIGHT_SEED={SEED})"
FORM = "application/x-www-form-urlencoded"
FULLY = [each for each in VISITORS if each.signed is Signed.FULLY and (each.role or each.capacity)]
Found = tuple[list[str], int]
"""What fell over, and how much was tried."""


def test_no_form_falls_over_whoever_has_every_role(world: World, record_property: Count) -> None:
    sits = browser_of(world.officer("home", *sorted(ROLES_OF_KIND[OrganisationKind.COUNCIL])))
    broken, count = forms_tried(sits, "home", world)
    record_property(ODD_FORMS, count)
    assert count
    assert broken == []


@pytest.mark.parametrize("visitor", [Visitor(Signed.NOT), *sample(FULLY, 3)], ids=str)
def test_no_form_falls_over(visitor: Visitor, world: World, record_property: Count) -> None:
    whose = home_of(visitor.role) if visitor.role else "home"
    broken, count = forms_tried(browser(world, visitor, whose), whose, world)
    record_property(ODD_FORMS, count)
    assert broken == []


def test_no_address_falls_over(world: World, record_property: Count) -> None:
    broken, count = addresses_tried(world)
    record_property(f"odd addresses (CAREWRIGHT_SEED={SEED})", count)
    assert broken == []


def test_a_form_that_falls_over_would_be_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Text with a NUL is then kept from the database by nobody; it is sent to a page that keeps
    # words as they come, so that the seed has no say in it.
    here = sys.modules[__name__]
    monkeypatch.setattr(ProhibitNullCharactersValidator, "__call__", lambda *_: None)
    monkeypatch.setattr(hostile, "ODD", ("a\x00b",))
    monkeypatch.setattr(here, "own_addresses", lambda *_: [reverse("follow_up:begin_plan")])
    monkeypatch.setattr(here, "TIMES", 20)
    sits = browser_of(world.officer("home", *sorted(ROLES_OF_KIND[OrganisationKind.COUNCIL])))
    assert forms_tried(sits, "home", world)[0]


def forms_tried(sits: Client, whose: str, world: World) -> Found:
    """Odd answers to the forms of pages about somebody's things."""
    chance, broken, count = Random(SEED), [], 0
    for form in forms_of(sits, whose, world):
        for said in answers(form.answered(), chance, TIMES):
            response, count = send(sits, form, said, chance), count + 1
            if response.status_code >= 500:
                broken.append(f"{form.method} {form.where}: {str(said)[:300]}")
    return broken, count


def addresses_tried(world: World) -> Found:
    """Odd addresses, and odd questions to pages, asked by whoever has every role of a council."""
    sits = browser_of(world.officer("home", *sorted(ROLES_OF_KIND[OrganisationKind.COUNCIL])))
    tried = sample(list(odd_addresses(world, Random(SEED))), ADDRESSES)
    broken = [path[:300] for path in tried if ask(sits, "GET", path).status_code >= 500]
    return broken, len(tried)


def browser(world: World, visitor: Visitor, whose: str) -> Client:
    """Officers by their role, a person or a supporter by the access to a record, or nobody."""
    if visitor.capacity:
        return people.browser_with(UUID(world.holdings[whose].let_in[visitor.capacity]))
    if visitor.role is None:
        return browser_of(None)
    return browser_of(world.officer(whose, visitor.role))


def forms_of(sits: Client, whose: str, world: World) -> Iterator[Form]:
    """Every form of every page that opens; a form that stands on all pages counts once."""
    seen = set()
    for path in sample(list(own_addresses(whose, world)), PAGES):
        response = ask(sits, "GET", path)
        forms, _ = read(path, response.body)  # type: ignore[attr-defined]
        for form in sent_by(forms):
            which = (form.method, form.where, frozenset(form.answered()))
            if which not in seen:
                seen.add(which)
                yield form


def own_addresses(whose: str, world: World) -> Iterator[str]:
    """Every page about somebody's things; those of one's own record by the person's access."""
    held = world.holdings[whose]
    for route in routes():
        arguments = held.arguments(route.name, route.parameters)
        if arguments is None or "GET" not in (route.methods or ("GET",)):
            continue
        if route.name.startswith("own:") and arguments and held.let_in:
            arguments["access_id"] = held.let_in[Capacity.PERSON]
        yield reverse(route.name, kwargs=arguments)


def send(sits: Client, form: Form, said: list[tuple[str, str]], chance: Random) -> HttpResponseBase:
    """Sends such answers as a browser sends them, with an odd file where one is asked for."""
    path = urlsplit(form.where)
    if form.method != "post":
        return ask(sits, "GET", f"{path.path}?{encoded(said)}")
    where = f"{path.path}?{path.query}" if path.query else path.path
    if not form.files:
        return ask(sits, "POST", where, data=encoded(said), content_type=FORM)
    parts: dict[str, object] = dict(said)
    for name in form.files:
        called, content = odd_file(chance)
        parts[name] = SimpleUploadedFile(called or "nameless", content)
    body = encode_multipart(BOUNDARY, parts)
    return ask(sits, "POST", where, data=body, content_type=MULTIPART_CONTENT)


def encoded(said: list[tuple[str, str]]) -> str:
    """As in a form or a question; what is no text at all cannot be sent."""
    return urlencode(said, errors="replace")


def odd_addresses(world: World, chance: Random) -> Iterator[str]:
    """Each address with one part odd, and each page asked odd questions."""
    held = world.holdings["home"]
    for route in routes():
        arguments = held.arguments(route.name, route.parameters) or {}
        whole = reverse(route.name, kwargs=arguments)
        for _ in range(TIMES):
            names = chance.sample(QUESTIONS, 3)
            yield f"{whole}?{encoded([(name, odd(chance)) for name in names])}"
            for name in arguments:
                try:
                    yield reverse(route.name, kwargs={**arguments, name: odd(chance)[:900]})
                except NoReverseMatch:
                    yield whole.replace(arguments[name], quote(odd(chance)[:900], errors="replace"))


#: What pages ask after in their addresses.
QUESTIONS = [
    "page", "sort", "order", "q", "from", "to", "on", "day", "state", "kind", "area", "export",
    "format", "next", "until", "role", "status", "month", "year", "owner", "after", "before", "act",
    "since", "size", "root", "back", "form", "council", "as_at", "level", "which",
]  # fmt: skip
