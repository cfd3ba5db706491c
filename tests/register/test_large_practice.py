"""The large practice data: the same for one seed, all of it or nothing, and never in real work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from carewright.config import large_practice
from carewright.platform import api as platform
from carewright.platform.models import AuditEvent
from carewright.register import api as register
from carewright.register import models
from carewright_engine.tables.practice.many_people import many_people, much_activity
from carewright_engine.tables.practice.many_services import provider_ids, write_many_services
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

FEW = {"people": 50, "providers": ("SP1", "SP2"), "seed": 7}


def rows(seed: int = 7) -> tuple[list[object], list[object]]:
    return (
        [large_practice.values_of(each) for each in many_people(50, seed=seed)],
        [large_practice.values_of(each) for each in much_activity(300, **{**FEW, "seed": seed})],
    )


def bring_in(organisation_id: object, by: platform.Actor = make.OPERATOR, **given: object) -> None:
    said, happened = rows()
    wanted = {"people": said, "activity": happened, "source": "a test", "by": by, "at": make.NOW}
    register.bring_in_people(organisation_id=organisation_id, **{**wanted, **given})  # type: ignore[arg-type]


def test_the_same_seed_makes_the_same_people_and_another_seed_others() -> None:
    assert rows(7) == rows(7)
    assert rows(7) != rows(8)
    ids = {each.id for seed in (1, 2, 3) for each in many_people(2_000, seed=seed)}
    assert len(ids) == 6_000


def test_a_file_of_many_providers_is_the_same_each_time(tmp_path_factory: object) -> None:
    folders = [tmp_path_factory.mktemp("large") for _ in range(2)]  # type: ignore[attr-defined]
    first, again = (write_many_services(each, providers=40, seed=7) for each in folders)
    assert first.read_bytes() == again.read_bytes()
    assert all(number in first.read_text() for number in provider_ids(40))


def test_people_come_in_with_one_line_in_the_record() -> None:
    whose = people.social_worker().organisation.id
    bring_in(whose)
    assert models.Person.objects.count() == 50
    assert models.Activity.objects.count() == 300
    (event,) = AuditEvent.objects.filter(act="import_people")
    assert (event.facts["people"], event.facts["activity"]) == (50, 300)


def test_an_import_that_breaks_off_leaves_nothing() -> None:
    def half() -> Iterator[object]:
        yield from rows()[1][:150]
        raise RuntimeError("the plug was pulled")

    with pytest.raises(RuntimeError):
        bring_in(people.social_worker().organisation.id, activity=half())
    assert not models.Person.objects.exists()
    assert not models.Activity.objects.exists()
    assert not AuditEvent.objects.filter(act="import_people").exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('coming')")
        assert cursor.fetchone() == (None,)


def test_nobody_but_the_operator_brings_people_in() -> None:
    worker = people.social_worker()
    with pytest.raises(platform.NotPermitted):
        bring_in(worker.organisation.id, by=worker)


def test_a_live_installation_takes_no_invented_people(settings: Settings) -> None:
    settings.PRACTICE = False
    with pytest.raises(large_practice.OnlyForPractice):
        large_practice.fill(large_practice.Size(10, 10, 10))
    assert not models.Person.objects.exists()


def test_an_organisation_that_has_its_people_gets_no_second_lot() -> None:
    elmshire = make.organisation(slug="elmshire", practice=True)
    size = large_practice.Size(people=20, providers=3, activity=40)
    for _ in range(2):
        large_practice.bring_in_for(elmshire.slug, size, seed=7)
    assert models.Person.objects.count() == 20
    assert models.Activity.objects.count() == 40
