"""The public view leaves as open data: what it shows, in the standard's words, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

PREFIX = "ocds-213czf"
#: Required by the published schemas of 1.1.5.
OF_A_PACKAGE = {"uri", "publisher", "publishedDate", "version", "releases"}
OF_A_RELEASE = {"ocid", "id", "date", "tag", "initiationType"}


def named(by: platform.Officer, prefix: str = PREFIX) -> None:
    contract.name_publisher(prefix=prefix, by=by, at=make.NOW)


def taken(browser: Client) -> dict[str, Any]:
    found = browser.get(reverse("contract:open_data"))
    assert found["Content-Type"] == "application/json"
    return json.loads(found.getvalue())  # type: ignore[no-any-return]


def test_without_its_publishers_prefix_nothing_leaves_and_the_page_says_why(
    browser: Client,
) -> None:
    page = browser.get(reverse("contract:open_data"), follow=True).content.decode()
    assert "Say first under which prefix you publish open data" in page
    assert "once the prefix of its publisher is known" in page


def test_a_prefix_is_of_the_form_that_publishers_are_given(
    by: platform.Officer, browser: Client
) -> None:
    where = reverse("contract:publisher")
    assert "ocds- and six" in browser.post(where, {"ocid_prefix": "ocds-ABC"}).content.decode()
    page = browser.post(where, {"ocid_prefix": PREFIX}, follow=True).content.decode()
    assert f"Published under {PREFIX}" in page
    with pytest.raises(IntegrityError, match="well_formed"), transaction.atomic():
        models.OpenDataPublisher.objects.update(ocid_prefix="ocds-ABCDEF")
    stranger = make.officer(Role.CONTRACT_MANAGER)
    assert contract.publisher(seen_by=stranger) is None


def test_a_package_has_all_that_the_standard_requires(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.whole(by, title="Care at home, Ålesund Road")
    contract.add_extension(
        agreement_id=agreement_id, ends_before=date(2029, 4, 1), decide_by=date(2027, 9, 30),
        by=by, at=make.NOW,
    )  # fmt: skip
    given.sign_for_us(agreement_id, by, by, reason="Nobody else was there")
    given.sign_for_them(agreement_id, by)
    named(by)
    package = taken(browser)
    assert set(package) == OF_A_PACKAGE
    (release,) = package["releases"]
    assert set(release) >= OF_A_RELEASE
    assert release["ocid"] == f"{PREFIX}-{agreement_id}"
    (award,), (signed,) = release["awards"], release["contracts"]
    assert signed["awardID"] == award["id"]
    assert signed["value"] == {"amount": 100_000, "currency": "GBP"}
    assert signed["period"] == {
        "startDate": "2024-04-01T00:00:00+01:00", "endDate": "2028-03-31T23:59:59+01:00",
        "maxExtentDate": "2029-03-31T23:59:59+01:00",
    }  # fmt: skip
    assert award["date"] == "2026-06-03T00:00:00+01:00"
    roles = {each["id"]: each["roles"] for each in release["parties"]}
    assert roles[release["buyer"]["id"]] == ["buyer"]
    assert roles[award["suppliers"][0]["id"]] == ["supplier"]
    assert not [path for path, value in _leaves(package) if value in (None, "", [], {})]
    assert taken(browser)["releases"] == package["releases"]


def test_what_is_not_known_is_left_out_and_pence_are_kept(
    by: platform.Officer, browser: Client
) -> None:
    named(by)
    agreement_id = given.draft(by, value_pence=1_000_001, ends_before=None)
    contract.begin_agreement(agreement_id=agreement_id, reason="Urgent", by=by, at=make.NOW)
    unknown = given.draft(by, value_pence=None)
    contract.begin_agreement(agreement_id=unknown, reason="Urgent", by=by, at=make.NOW)
    first, second = taken(browser)["releases"]
    assert first["contracts"][0]["value"]["amount"] == 10_000.01
    assert set(first["contracts"][0]["period"]) == {"startDate"}
    assert "value" not in second["contracts"][0]
    assert "suppliers" not in second["awards"][0]
    assert len(second["parties"]) == 1


def test_only_what_the_public_view_shows_leaves_and_nobodys_placement(
    by: platform.Officer, browser: Client
) -> None:
    named(by)
    person_id = people.person(by.organisation.id)
    for words in (
        {"title": "A place", "kind": Kind.SPOT, "person_id": person_id},
        {"title": "A fund", "kind": Kind.INDIVIDUAL_SERVICE_FUND},
        {"title": "Small", "value_pence": 500_000},
        {"title": "Ours", "kind": Kind.IN_HOUSE},
        {"title": "Public"},
    ):
        begun = given.whole(by, **words)
        contract.begin_agreement(agreement_id=begun, reason="Urgent", by=by, at=make.NOW)
    given.draft(by, title="Draft")
    package = taken(browser)
    assert [each["contracts"][0]["title"] for each in package["releases"]] == ["Public"]
    assert str(person_id) not in json.dumps(package)


def test_a_package_of_many_takes_as_many_queries_as_one_of_one(
    by: platform.Officer, browser: Client
) -> None:
    named(by)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            taken(browser)
        return len(seen)

    first = given.draft(by)
    contract.begin_agreement(agreement_id=first, reason="Urgent", by=by, at=make.NOW)
    taken(browser)
    few = queries()
    row = models.Agreement.objects.filter(pk=first).values().get()
    row.pop("id")
    models.Agreement.objects.bulk_create(
        models.Agreement(**{**row, "number": number}) for number in range(2, 1_001)
    )
    assert queries() == few
    assert len(taken(browser)["releases"]) == 1_000


def _leaves(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its path, containers as well."""
    yield path, found
    if isinstance(found, dict | list):
        for name, value in found.items() if isinstance(found, dict) else enumerate(found):
            yield from _leaves(value, f"{path}/{name}")
