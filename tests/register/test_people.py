"""A person's record opens for a stated purpose and a time; every look is kept and can be read."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.platform import api as platform
from carewright.platform.api import PERMISSIONS, Act, Role
from carewright.register import api as register
from carewright.register import models
from carewright.register.rules.people import blockers_to_add
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

SAID = {"purpose": "assessing", "why": "A visit this afternoon"}


@pytest.fixture
def worker() -> platform.Officer:
    return people.social_worker()


@pytest.fixture
def person(worker: platform.Officer) -> UUID:
    return people.person(worker.organisation.id)


def officer_beside(worker: platform.Officer, *roles: Role) -> platform.Officer:
    from carewright.platform.models import Organisation

    return make.officer(*roles, organisation=Organisation.objects.get(pk=worker.organisation.id))


# --- for what ------------------------------------------------------------------------------


def test_the_roles_that_may_open_a_record_are_those_that_have_a_purpose() -> None:
    with_purpose = {role for terms in register.TERMS.values() for role in terms.roles}
    assert with_purpose == PERMISSIONS[Act.OPEN_PERSON].roles == PERMISSIONS[Act.SEE_PEOPLE].roles


@pytest.mark.parametrize(
    "role",
    [
        Role.SYSTEM_ADMINISTRATOR, Role.MARKET_ANALYST, Role.REGIONAL_COORDINATOR,
        Role.REGISTERED_MANAGER, Role.BID_WRITER, Role.FINANCE_CLERK, Role.DECIDING_MEMBER,
        Role.SCRUTINY_MEMBER, Role.EVALUATOR, Role.COMMISSIONER,
    ],
)  # fmt: skip
def test_a_role_without_a_purpose_gets_to_nobodys_record(
    role: Role, worker: platform.Officer, person: UUID
) -> None:
    browser = make.signed_in(officer_beside(worker, role))
    for name, args in (("people", []), ("person", [person]), ("open_person", [person])):
        assert browser.get(reverse(f"register:{name}", args=args)).status_code == 403
    assert browser.post(reverse("register:open_person", args=[person]), SAID).status_code == 403
    assert not models.Opening.objects.exists()


def test_the_system_administrator_opens_no_record_even_past_the_pages(
    worker: platform.Officer, person: UUID
) -> None:
    administrator = officer_beside(worker, Role.SYSTEM_ADMINISTRATOR)
    with pytest.raises(platform.NotPermitted):
        register.open_person(person_id=person, **SAID, by=administrator, at=make.NOW)
    with pytest.raises(platform.NotPermitted):
        register.look_at_person(person_id=person, by=administrator, at=make.NOW)
    with pytest.raises(platform.NotPermitted):
        register.people(seen_by=administrator)


@pytest.mark.parametrize(
    ("role", "purpose", "opens"),
    [
        (Role.SOCIAL_WORKER, "assessing", True),
        (Role.SOCIAL_WORKER, "paying", False),
        (Role.FINANCE_OFFICER, "paying", True),
        (Role.FINANCE_OFFICER, "assessing", False),
        (Role.INTERNAL_AUDITOR, "audit", True),
        (Role.INTERNAL_AUDITOR, "complaint", False),
        (Role.SOCIAL_WORKER, "curiosity", False),
    ],
)
def test_a_purpose_is_open_to_its_own_roles(
    role: Role, purpose: str, opens: bool, worker: platform.Officer, person: UUID
) -> None:
    by = officer_beside(worker, role)
    if opens:
        people.opened(person, by, purpose)
        assert register.look_at_person(person_id=person, by=by, at=make.NOW).purpose == purpose
    else:
        with pytest.raises(register.CannotOpen, match="purpose"):
            people.opened(person, by, purpose)


# --- the time ------------------------------------------------------------------------------


def test_without_a_purpose_the_record_asks_for_one(worker: platform.Officer, person: UUID) -> None:
    browser = make.signed_in(worker)
    asked = browser.get(reverse("register:person", args=[person]))
    assert asked.url == reverse("register:open_person", args=[person])
    assert not models.Look.objects.exists()


def test_a_record_closes_when_its_time_is_over(worker: platform.Officer, person: UUID) -> None:
    people.opened(person, worker)
    almost = make.NOW + timedelta(hours=12) - timedelta(seconds=1)
    register.look_at_person(person_id=person, by=worker, at=almost)
    with pytest.raises(register.PurposeNeeded):
        register.look_at_person(person_id=person, by=worker, at=make.NOW + timedelta(hours=12))


def test_an_opening_serves_nobody_else(worker: platform.Officer, person: UUID) -> None:
    people.opened(person, worker)
    with pytest.raises(register.PurposeNeeded):
        register.look_at_person(
            person_id=person, by=officer_beside(worker, Role.SOCIAL_WORKER), at=make.NOW
        )


def test_who_loses_the_role_loses_the_purpose(worker: platform.Officer, person: UUID) -> None:
    from dataclasses import replace

    people.opened(person, worker)
    moved = replace(worker, roles=frozenset({Role.FINANCE_OFFICER}))
    with pytest.raises(register.PurposeNeeded):
        register.look_at_person(person_id=person, by=moved, at=make.NOW)


# --- who looked ----------------------------------------------------------------------------


def test_every_look_is_kept_and_stands_on_the_record(
    worker: platform.Officer, person: UUID
) -> None:
    browser = make.signed_in(worker)
    opened = browser.post(reverse("register:open_person", args=[person]), SAID, follow=True)
    assert "This record was looked at once" in opened.content.decode()
    again = browser.get(reverse("register:person", args=[person])).content.decode()
    assert "This record was looked at 2 times" in again
    assert worker.name in again
    looked = platform.events_about("person", person, seen_by=worker)
    assert [each.act for each in looked] == ["add_person", "open_person", *["look_at_person"] * 2]
    assert looked[-1].facts["purpose"] == "assessing"


def test_a_form_without_a_reason_keeps_the_purpose_and_says_what_is_missing(
    worker: platform.Officer, person: UUID
) -> None:
    where = reverse("register:open_person", args=[person])
    page = make.signed_in(worker).post(where, {**SAID, "why": " "}).content.decode()
    assert "Error:" in page
    assert 'value="assessing" checked' in page


@pytest.mark.parametrize("model", [models.Look, models.Opening, models.Activity])
def test_what_was_written_down_is_never_changed(
    model: type[models.Look], worker: platform.Officer, person: UUID
) -> None:
    people.opened(person, worker)
    register.look_at_person(person_id=person, by=worker, at=make.NOW)
    people.activity(person)
    for change in (lambda: model.objects.update(organisation_id=None), model.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with platform.acting_for(worker.organisation.id):
        for change in (
            lambda: model.objects.update(organisation_id=None), model.objects.all().delete,
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


# --- strangers -----------------------------------------------------------------------------


@pytest.mark.parametrize("model", [models.Person, models.Look, models.Opening, models.Activity])
def test_the_database_shows_people_to_their_own_organisation_only(
    model: type[models.Look], worker: platform.Officer, person: UUID
) -> None:
    people.opened(person, worker)
    register.look_at_person(person_id=person, by=worker, at=make.NOW)
    people.activity(person)
    with platform.acting_for(worker.organisation.id):
        assert model.objects.count() == 1
    with platform.acting_for(people.social_worker().organisation.id):
        assert not model.objects.exists()
    with platform.acting_for(None):
        assert not model.objects.exists()


def test_a_strangers_person_does_not_exist(person: UUID) -> None:
    stranger = people.social_worker()
    browser = make.signed_in(stranger)
    assert browser.get(reverse("register:person", args=[person])).status_code == 404
    where = reverse("register:open_person", args=[person])
    assert browser.get(where).status_code == browser.post(where, SAID).status_code == 404
    with pytest.raises(platform.NotYours):
        people.opened(person, stranger)
    assert not register.people(seen_by=stranger).exists()


# --- no names ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("EL-104233", True), ("104233", True), ("A/1", True), ("el-7", True),
        ("Isla Rowan", False), ("ROWAN", False), ("", False), ("É1", False), ("1" * 41, False),
    ],
)  # fmt: skip
def test_a_reference_is_never_a_name(typed: str, fits: bool, worker: platform.Officer) -> None:
    if fits:
        assert people.person(worker.organisation.id, reference=typed)
        return
    with pytest.raises(register.CannotAdd, match="Never a name"):
        people.person(worker.organisation.id, reference=typed)


def test_the_database_itself_takes_no_name(worker: platform.Officer, person: UUID) -> None:
    with pytest.raises(IntegrityError, match="person_reference_is_no_name"):
        models.Person.objects.update(reference="Isla Rowan")


def test_a_reference_stands_once(worker: platform.Officer) -> None:
    people.person(worker.organisation.id, reference="EL-1")
    with pytest.raises(register.CannotAdd, match="already"):
        people.person(worker.organisation.id, reference="el-1")
    people.person(people.social_worker().organisation.id, reference="EL-1")


def test_only_known_words_describe_a_person() -> None:
    said = {"age_band": "old", "care_groups": ["x"], "need_level": "x"}
    fields = [field for field, _words in blockers_to_add(reference="EL-1", **said)]  # type: ignore[arg-type]
    assert fields == ["age_band", "care_groups", "need_level"]


def test_a_person_is_added_by_form_and_found_by_reference(worker: platform.Officer) -> None:
    browser = make.signed_in(worker)
    said = {"reference": "el-55", "age_band": "85+", "care_groups": ["dementia", "carer"]}
    page = browser.post(reverse("register:add_person"), said, follow=True).content.decode()
    assert "EL-55" in page
    again = browser.post(reverse("register:add_person"), said).content.decode()
    assert "There is a record with this reference already" in again
    for asked, found in {"q=el-5": 1, "q=5": 0, "age=85%2B": 1, "group=carer": 1}.items():
        shown = browser.get(reverse("register:people") + f"?{asked}").content.decode()
        assert shown.count("EL-55") == found, asked


# --- the cost ------------------------------------------------------------------------------


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_and_the_record_ask_few_questions(
    how_many: int, worker: platform.Officer, person: UUID
) -> None:
    whose = worker.organisation.id
    models.Person.objects.bulk_create(
        models.Person(
            organisation_id=whose, reference=f"P-{number}", added_by_name="x", added_at=make.NOW
        )
        for number in range(how_many - 1)
    )
    browser = make.signed_in(worker)
    people.opened(person, worker, at=now())
    for _ in range(min(how_many, 100)):
        people.activity(person)
    for where in (
        reverse("register:people"),
        reverse("register:people") + "?q=P-1&group=dementia&sort=-area_name",
        reverse("register:person", args=[person]),
    ):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(where).status_code == 200
        assert len(asked) <= 16, (where, len(asked))


def test_areas_are_told_once_each_and_only_one_s_own(worker: platform.Officer) -> None:
    for area in ("Elm Valley", "Ash Hill", "Elm Valley", ""):
        people.person(worker.organisation.id, area)
    stranger = people.social_worker()
    people.person(stranger.organisation.id, "Oak Wood")
    with platform.acting_for(worker.organisation.id):
        named = [name for _code, name in register.areas_of_people(seen_by=worker)]
    assert named == sorted(set(named) - {""})
    assert "Oak Wood" not in named


@pytest.mark.parametrize(("typed", "found"), [("lp-1", 2), ("LP-12", 1), ("P-1", 0), ("%", 0)])
def test_a_list_is_narrowed_by_how_a_reference_begins(
    typed: str, found: int, worker: platform.Officer
) -> None:
    for reference in ("LP-1", "LP-12", "LP-2"):
        people.person(worker.organisation.id, reference=reference)
    page = make.signed_in(worker).get(reverse("register:people"), {"q": typed}).content.decode()
    assert page.count('<th scope="row"') == found


def test_the_guide_names_every_purpose_with_its_hours() -> None:
    from pathlib import Path

    guide = Path("docs/howto/open-a-record.md").read_text()
    for purpose, terms in register.TERMS.items():
        if not terms.roles:
            continue
        line = next(each for each in guide.splitlines() if each.startswith(f"| {purpose.value} "))
        assert line.endswith(f"{int(terms.lasts.total_seconds() // 3600)} hours |")
        named = {role for role in terms.roles if role.label.lower() in line}
        assert named == terms.roles or "as assessing" in line
