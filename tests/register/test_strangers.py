"""What belongs to one organisation does not exist for another: on pages, in actions, in tables."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from tests.factories import people
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories.capacity import reported
from tests.register.test_confirmations import COUNCIL_RUN
from tests.register.test_corrections import put_right
from tests.routes import routes

pytestmark = pytest.mark.django_db

OWNED = [
    models.Correction,
    models.PublicRunDecision,
    models.GroupDecision,
    models.Person,
    models.CapacityReport,
]
TABLES = [models.Dataset, models.DatasetTable, models.ServiceReading, *OWNED]


class Elmshire:
    """A council with something in every table of the register."""

    def __init__(self, by: platform.Officer, folder: Path) -> None:
        self.by = by
        one = {"ServiceProvider": "Quernhill Homes Limited", "SP_number": "SP1"}
        same = {"ServiceProvider": "Quernhill Homes (No. 2) Limited", "SP_number": "SP2"}
        with platform.acting_for(by.organisation.id):
            self.dataset = files.imported(by, files.datastore(folder, COUNCIL_RUN, one, same))
            self.sha256 = register.dataset(self.dataset, seen_by=by).sha256
            self.waiting = files.read(by, files.datastore(folder, name="more_2023-03-31.csv"))
            put_right(by)
            self.report = reported(by)
            self.person = people.person(by.organisation.id)
            (self.correction,) = register.corrections(seen_by=by)
            (self.group,) = register.group_proposals(seen_by=by)
            register.confirm_group(
                group_id=self.group.group_id, group_name="Q", is_one=True, reason="Known",
                by=by, at=make.NOW,
            )  # fmt: skip
            register.confirm_who_runs(
                service_ids=["CS2003000001"], public_class="council", reason="Known",
                by=by, at=make.NOW,
            )  # fmt: skip

    @property
    def named(self) -> dict[str, object]:
        """Something of this council's for every parameter of an address."""
        return {
            "dataset_id": self.dataset, "which": "doubtful", "sha256": self.sha256,
            "service_id": "CS2003000001", "as_at": "2022-03-31", "council_code": files.FIFE,
            "correction_id": self.correction.id, "group_id": self.group.group_id,
            "person_id": self.person, "report_id": self.report,
        }  # fmt: skip


@pytest.fixture
def elmshire(by: platform.Officer, tmp_path: Path) -> Elmshire:
    return Elmshire(by, tmp_path)


@pytest.fixture
def stranger() -> platform.Officer:
    return make.commissioner()


#: Whoever works with files has nothing to do with people: test_people.py sweeps their pages.
DETAILS = [
    r
    for r in routes()
    if r.name.startswith("register:")
    and r.parameters
    and not {"person_id", "access_id"} & set(r.parameters)
]


def address(name: str, parameters: tuple[str, ...], elmshire: Elmshire) -> str:
    return reverse(name, kwargs={each: elmshire.named[each] for each in parameters})


def test_the_sweep_knows_every_address_with_an_id() -> None:
    assert len(DETAILS) >= 14


@pytest.mark.parametrize("route", DETAILS, ids=str)
def test_a_strangers_page_does_not_exist(
    route: object, elmshire: Elmshire, stranger: platform.Officer
) -> None:
    where = address(route.name, route.parameters, elmshire)  # type: ignore[attr-defined]
    theirs, own = make.signed_in(stranger), make.signed_in(elmshire.by)
    method = "get" if "GET" in (route.methods or ()) else "post"  # type: ignore[attr-defined]
    assert getattr(theirs, method)(where).status_code == 404
    assert theirs.post(where, {"reason": "x", "kind": ""}).status_code in (404, 405)
    with closing(getattr(own, method)(where)) as page:
        assert page.status_code in (200, 302)


@pytest.mark.parametrize("route", DETAILS, ids=str)
def test_nobody_who_is_not_signed_in_sees_a_page(route: object, elmshire: Elmshire) -> None:
    where = address(route.name, route.parameters, elmshire)  # type: ignore[attr-defined]
    method = "get" if "GET" in (route.methods or ()) else "post"  # type: ignore[attr-defined]
    response = getattr(Client(), method)(where)
    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")


def test_a_strangers_lists_are_empty(elmshire: Elmshire, stranger: platform.Officer) -> None:
    browser = make.signed_in(stranger)
    for name in ("files", "services", "corrections", "groups", "capacity"):
        assert "Nothing here yet" in browser.get(reverse(f"register:{name}")).content.decode()


def test_a_stranger_can_do_nothing_with_a_file(
    elmshire: Elmshire, stranger: platform.Officer
) -> None:
    def queue(*_: UUID) -> None:
        raise AssertionError("nothing may be queued")

    done = {"by": stranger, "at": make.NOW}
    attempts = [
        lambda: register.import_dataset(dataset_id=elmshire.waiting, **done),
        lambda: register.discard_dataset(dataset_id=elmshire.waiting, **done),
        lambda: register.undo_import(dataset_id=elmshire.dataset, reason="x", **done),
        lambda: register.ask_to_read(dataset_id=elmshire.waiting, queue=queue, **done),
        lambda: register.ask_to_import(dataset_id=elmshire.waiting, queue=queue, **done),
        lambda: register.explain_file(
            dataset_id=elmshire.waiting, kind="", as_at=None, columns={}, **done
        ),
        lambda: put_right(stranger),
        lambda: register.withdraw_correction(
            correction_id=elmshire.correction.id, reason="x", **done
        ),
    ]
    for attempt in attempts:
        with pytest.raises(platform.NotYours):  # also where the database would show everything
            attempt()
        with (
            platform.acting_for(stranger.organisation.id),
            pytest.raises(platform.NotYours),
        ):
            attempt()


@pytest.mark.parametrize("model", TABLES)
def test_the_database_shows_a_table_to_its_own_organisation_only(
    model: type[models.Dataset], elmshire: Elmshire, stranger: platform.Officer
) -> None:
    with platform.acting_for(elmshire.by.organisation.id):
        assert model.objects.exists()
    with platform.acting_for(stranger.organisation.id):
        assert not model.objects.exists()
        assert model.objects.all().delete()[0] == 0
    with platform.acting_for(None):
        assert not model.objects.exists()


def test_nobody_writes_services_into_another_organisations_file(
    elmshire: Elmshire, stranger: platform.Officer
) -> None:
    with (
        platform.acting_for(stranger.organisation.id),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        models.ServiceReading.objects.create(
            dataset_id=elmshire.dataset, organisation_id=elmshire.by.organisation.id,
            source_row=9, service_id="CS1", as_at=date(2022, 3, 31), register="x", kind="x",
            care_group="x", counting="counted",
        )  # fmt: skip


def test_a_shared_file_is_seen_by_all_and_changed_by_none(
    stranger: platform.Officer, tmp_path: Path
) -> None:
    shared = files.imported(make.OPERATOR, files.datastore(tmp_path))
    with platform.acting_for(stranger.organisation.id):
        assert register.dataset(shared, seen_by=stranger).shared
        assert register.services(seen_by=stranger).count() == 1
        assert models.ServiceReading.objects.update(places=1) == 0
        assert models.ServiceReading.objects.all().delete()[0] == 0
        with pytest.raises(platform.NotYours):
            register.undo_import(dataset_id=shared, reason="x", by=stranger, at=make.NOW)
