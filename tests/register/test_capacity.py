"""Capacity is reported with its day and source, planned or there, and is never deleted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.register import api as register
from carewright.register import models
from carewright.register.rules.capacity import CapacityFrom, added_up, one_line
from tests.factories import platform as make
from tests.factories.capacity import SAID, reported

FIFE = "S12000047"
ANGUS = {"area_code": "S12000041", "area_name": "Angus"}
FORM = {
    "area": FIFE, "support": "care_at_home", "amount": "1250.5",
    "since-day": "1", "since-month": "4", "since-year": "2020", "provider_name": "",
    "said_by": "Home care manager", "source": "The return of the last quarter",
}  # fmt: skip


def line(by: platform.Officer, code: str = FIFE, **more: Any) -> list[tuple[date, int, bool]]:
    found = register.capacities_for(code, **{"support": "care_home", **more}, seen_by=by)
    return [(each.since, int(each.amount), each.planned) for each in found]


# --- one line ------------------------------------------------------------------------------


def at(day: int, amount: int, *, planned: bool = False) -> CapacityFrom:
    return CapacityFrom(date(2026, 1, day), Decimal(amount), planned)


def test_the_whole_area_counts_where_somebody_reported_it() -> None:
    assert one_line([at(1, 100)], [[at(2, 40)], [at(3, 50)]]) == [at(1, 100)]


def test_providers_are_added_up_from_the_day_on_which_all_are_known() -> None:
    assert one_line([], [[at(1, 40)], [at(3, 50)]]) == [at(3, 90)]


def test_what_a_provider_plans_counts_as_nothing_before_its_day() -> None:
    lines = [[at(1, 40)], [at(9, 25, planned=True)]]
    assert one_line([], lines) == [at(1, 40), at(9, 65, planned=True)]


def test_of_two_reports_for_one_day_the_later_holds() -> None:
    assert one_line([at(1, 40), at(1, 30)], []) == [at(1, 30)]


@given(
    st.lists(
        st.lists(st.builds(at, st.integers(1, 28), st.integers(0, 900)), min_size=1, max_size=4),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_the_sum_ends_with_what_each_ends_with(lines: list[list[CapacityFrom]]) -> None:
    apart = [one_line(each, []) for each in lines]
    assert added_up(apart)[-1].amount == sum(each[-1].amount for each in apart)


# --- reporting -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_day_that_is_still_to_come_makes_a_plan(by: platform.Officer) -> None:
    reported(by)
    reported(by, amount=Decimal(136), since=date(2027, 4, 1))
    assert line(by) == [(date(2026, 1, 1), 100, False), (date(2027, 4, 1), 136, True)]
    states = register.capacity_reports(seen_by=by, on=make.TODAY).order_by("since")
    assert [each.state for each in states] == ["there", "planned"]
    later = register.capacity_reports(seen_by=by, on=date(2027, 4, 1)).order_by("since")
    assert [each.state for each in later] == ["there", "due"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"support": "day_care"}, "support"), ({"amount": Decimal(-1)}, "amount"),
        ({"amount": Decimal("10.5")}, "amount"), ({"amount": Decimal("1e9")}, "amount"),
        ({"since": date(1999, 12, 31)}, "since"), ({"since": date(2060, 1, 1)}, "since"),
        ({"said_by": " "}, "said_by"), ({"source": "known"}, "source"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(
    wrong: dict[str, Any], field: str, by: platform.Officer
) -> None:
    with pytest.raises(register.DecisionRefused) as refused:
        reported(by, **wrong)
    assert [each.field for each in refused.value.blockers] == [field]
    assert not models.CapacityReport.objects.exists()


@pytest.mark.django_db
def test_a_report_that_is_taken_back_counts_no_longer_and_stays(by: platform.Officer) -> None:
    first, wrong = reported(by), reported(by, amount=Decimal(999))
    register.take_back_capacity(report_id=wrong, reason="A slip", by=by, at=make.NOW)
    assert line(by) == [(date(2026, 1, 1), 100, False)]
    kept = register.capacity_report(wrong, seen_by=by)
    assert (kept.taken_back_reason, kept.stands) == ("A slip", False)
    acts = [each.act for each in platform.events_about("capacity_report", wrong, seen_by=by)]
    assert acts == ["report_capacity", "take_back_capacity"]
    for reason, report in (("again", wrong), (" ", first)):
        with pytest.raises(register.DecisionRefused):
            register.take_back_capacity(report_id=report, reason=reason, by=by, at=make.NOW)


@pytest.mark.django_db
def test_what_was_said_is_never_changed_and_never_deleted(by: platform.Officer) -> None:
    reported(by)
    own = models.CapacityReport.objects
    for change in (lambda: own.update(amount=1), own.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.django_db
def test_several_councils_are_added_up_if_each_was_reported(by: platform.Officer) -> None:
    both = {"councils": (FIFE, ANGUS["area_code"])}
    reported(by)
    assert line(by, "S08000099", **both) == []
    reported(by, **ANGUS, amount=Decimal(50))
    assert line(by, "S08000099", **both) == [(date(2026, 1, 1), 150, False)]
    board = {"area_code": "S08000099", "area_kind": "health_board", "area_name": "A board"}
    reported(by, **board, amount=Decimal(140))
    assert line(by, "S08000099", **both) == [(date(2026, 1, 1), 140, False)]
    assert line(by, support="care_at_home") == []


# --- pages ---------------------------------------------------------------------------------


@pytest.fixture
def fife(by: platform.Officer) -> platform.Officer:
    """The officer's council is known by its code, and so can be chosen."""
    reported(by, since=date(2020, 1, 1))
    return by


@pytest.mark.django_db
def test_a_report_is_kept_by_form_and_taken_back(browser: Client, fife: platform.Officer) -> None:
    shown = browser.post(reverse("register:report_capacity"), FORM, follow=True).content.decode()
    assert "Fife: 1,250.5 hours a week from 1 April 2020" in shown
    assert "There now" in shown
    report = models.CapacityReport.objects.get(support="care_at_home")
    where = reverse("register:take_back_capacity", args=[report.pk])
    again = browser.post(where, {"reason": "Counted twice"}, follow=True).content.decode()
    assert "Taken back" in again
    page = browser.get(reverse("register:capacity_report", args=[report.pk])).content.decode()
    assert "Counted twice" in page
    assert where not in page
    assert browser.get(where).status_code == 302


@pytest.mark.django_db
def test_a_form_says_all_that_is_wrong(browser: Client, fife: platform.Officer) -> None:
    wrong = {**FORM, "support": "care_home", "source": "known", "since-year": "1990"}
    page = browser.post(reverse("register:report_capacity"), wrong).content.decode()
    for words in ("whole number of places", "from 2000 on", "in a sentence"):
        assert words in page


@pytest.mark.django_db
def test_who_only_reads_files_reports_nothing(by: platform.Officer) -> None:
    from carewright.platform.models import Organisation

    report = reported(by)
    its = Organisation.objects.get(pk=by.organisation.id)
    auditor = make.signed_in(make.officer(Role.INTERNAL_AUDITOR, organisation=its))
    assert auditor.get(reverse("register:capacity")).status_code == 200
    page = auditor.get(reverse("register:capacity_report", args=[report])).content.decode()
    assert "Take this report back" not in page
    for name, args in (("report_capacity", []), ("take_back_capacity", [report])):
        assert auditor.get(reverse(f"register:{name}", args=args)).status_code == 403


@pytest.mark.django_db
def test_a_strangers_report_does_not_exist(by: platform.Officer) -> None:
    report, stranger = reported(by), make.commissioner()
    assert line(stranger) == []
    with pytest.raises(platform.NotYours):
        register.take_back_capacity(report_id=report, reason="x", by=stranger, at=make.NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_few_questions(how_many: int, browser: Client, by: platform.Officer) -> None:
    models.CapacityReport.objects.bulk_create(
        models.CapacityReport(
            **SAID | {"since": date(2020, 1, 1) + timedelta(days=number)}, measure="places",
            planned=False, organisation_id=by.organisation.id, reported_by_name="x",
            reported_at=make.NOW,
        )
        for number in range(how_many)
    )  # fmt: skip
    browser.get(reverse("register:capacity"))  # whatever is kept between requests is kept now
    for where in ("", "?q=return&state=there&sort=area_name"):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse("register:capacity") + where).status_code == 200
        assert len(asked) <= 12, len(asked)
