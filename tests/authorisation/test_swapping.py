"""A stranger's id in an address, a question or a form finds nothing and changes nothing (T2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

import pytest
from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client

from carewright.platform.api import ROLES_OF_KIND
from carewright.platform.models import OrganisationQuerySet
from tests.authorisation.asking import ask, browser_of
from tests.authorisation.drawing import SEED, sample
from tests.authorisation.forms import Form, read, sent_by
from tests.authorisation.swapping import (
    address,
    answered,
    asked_by,
    guarded,
    held_by_the_stranger,
    leaks,
    send,
    strangers_alike,
    swapped_addresses,
    swapped_forms,
    swapped_questions,
)
from tests.authorisation.world import KINDS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

Count = Callable[[str, object], None]


@pytest.fixture
def insider(world: World) -> Client:
    """Somebody who has every role of the council, and so may open every page about its things."""
    return insider_of("home", world)


@pytest.fixture
def insiders(world: World) -> Callable[[str], Client]:
    """Whoever has every role of a body; a page answers 403 to all who lack its role."""
    return cache(partial(insider_of, world=world))


@pytest.fixture
def unfiltered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Queries that have forgotten whom they are asked by."""
    for name in ("for_organisation", "visible_to", "within_reach_of"):
        monkeypatch.setattr(OrganisationQuerySet, name, lambda rows, *_, **__: rows.all())


def test_a_strangers_id_in_an_address_finds_nothing(
    world: World, insiders: Callable[[str], Client], record_property: Count
) -> None:
    before, wrong, count = held_by_the_stranger(world), [], 0
    looking = partial(held_by_the_stranger, world)
    for swapped in swapped_addresses(world):
        for method in answered(swapped.route):
            sits = insiders(swapped.whose)
            answer, count = ask(sits, method, swapped.path, looking=looking), count + 1
            found = swapped.is_id and answer.status_code != 404
            if found or gone_wrong(answer, before):
                wrong.append(f"{method} {swapped.path}: {answer.status_code}")
    record_property("strangers' ids tried in addresses", count)
    assert count > 100
    assert wrong == []


def test_a_strangers_id_in_a_form_or_a_question_reveals_and_changes_nothing(
    world: World, insider: Client, record_property: Count
) -> None:
    before, wrong, count, seen = held_by_the_stranger(world), [], 0, set()
    looking, alike = partial(held_by_the_stranger, world), strangers_alike(world)
    forms, links = asked_by_pages(world, insider)
    for form in forms:
        for name, said in swapped_forms(form, alike):
            if (form.where, name) in seen:
                continue
            seen.add((form.where, name))
            answer, count = send(insider, form, said, looking=looking), count + 1
            if not refused(answer, name) or gone_wrong(answer, before):
                wrong.append(f"{form.where} {name}: {answer.status_code}")
    for link in links:
        for asked in swapped_questions(link, alike):
            answer, count = ask(insider, "GET", asked, looking=looking), count + 1
            if gone_wrong(answer, before):
                wrong.append(f"{asked}: {answer.status_code}")
    record_property("strangers' ids tried in forms and questions", count)
    assert count > 10
    assert wrong == []


def test_without_the_querysets_filters_row_security_still_leaks_nothing(
    world: World, insiders: Callable[[str], Client], unfiltered: None, record_property: Count
) -> None:
    before, looking = held_by_the_stranger(world), partial(held_by_the_stranger, world)
    every = [
        (asked_by(route), method, address(route, whose, world))
        for route in guarded()
        for whose in ((asked_by(route), "stranger") if route.parameters else ("home",))
        for method in answered(route)
    ]
    tried = sample(every, 150)
    wrong = [
        f"{method} {path}"
        for whose, method, path in tried
        if gone_wrong(ask(insiders(whose), method, path, looking=looking), before)
    ]
    record_property(f"requests without the querysets' filters (CAREWRIGHT_SEED={SEED})", len(tried))
    assert wrong == []


def test_what_a_stranger_is_kept_from_is_there_for_its_owner(world: World) -> None:
    owner = insider_of("stranger", world)
    about_things = [r for r in guarded() if r.parameters and "GET" in answered(r)]
    shown = [ask(owner, "GET", address(each, "stranger", world)) for each in about_things]
    missing = [str(r) for r, a in zip(about_things, shown, strict=True) if a.status_code == 404]
    assert missing == []
    assert sum(leaks(answer) for answer in shown) > len(shown) / 2


def test_a_form_that_changes_what_the_stranger_holds_would_be_noticed(world: World) -> None:
    owner, before = insider_of("stranger", world), held_by_the_stranger(world)
    looking = partial(held_by_the_stranger, world)
    done = next(route for route in guarded() if route.name == "platform:cancel_job")
    path = address(done, "stranger", world)
    assert gone_wrong(ask(owner, "POST", path, looking=looking), before)
    assert not gone_wrong(ask(insider_of("home", world), "POST", path, looking=looking), before)
    assert held_by_the_stranger(world) == before


def test_a_table_without_row_security_would_be_noticed(
    world: World, insider: Client, unfiltered: None
) -> None:
    plan = next(route for route in guarded() if route.name == "follow_up:plan")
    path = address(plan, "stranger", world)
    assert not leaks(ask(insider, "GET", path))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the table could not be altered now
        cursor.execute("ALTER TABLE follow_up_plan DISABLE ROW LEVEL SECURITY")
    assert leaks(ask(insider, "GET", path))


def insider_of(whose: str, world: World) -> Client:
    """The browser of an officer with every role that the body can have."""
    return browser_of(world.officer(whose, *sorted(ROLES_OF_KIND[KINDS[whose]])))


def gone_wrong(answer: HttpResponseBase, before: str) -> bool:
    """Whether it showed a stranger's words, changed what the stranger holds, or fell over."""
    changed = answer.seen != before  # type: ignore[attr-defined]
    return leaks(answer) or changed or answer.status_code >= 500


def refused(answer: HttpResponseBase, name: str) -> bool:
    """Whether nothing was found, or the error leads to the very field that named a stranger's."""
    found = re.search(rf'href="#id_{name}[_0-9]*"', answer.body.decode())  # type: ignore[attr-defined]
    return answer.status_code == 404 or (answer.status_code in (200, 400) and found is not None)


def asked_by_pages(world: World, insider: Client) -> tuple[list[Form], list[str]]:
    """The forms and questions of every page about the council's own things that opens."""
    forms: list[Form] = []
    links: set[str] = set()
    for route in guarded():
        if "GET" in answered(route):
            path = address(route, "home", world)
            page = ask(insider, "GET", path)
            if page.headers.get("Content-Type", "").startswith("text/html"):
                found, asking = read(path, page.body)  # type: ignore[attr-defined]
                forms.extend(sent_by(found))
                links.update(asking)
    return forms, sorted(links)
