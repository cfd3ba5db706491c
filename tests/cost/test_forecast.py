"""What is committed and forecast: in the sum with a value, listed outside it without one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import Kind
from carewright.cost import api as cost
from carewright.cost.api import By, Left
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreed
from tests.factories import foresee as projected
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

NONE = Decimal(0)


def running(by: platform.Officer, **said: object) -> UUID:
    """An agreement under which care runs already; £100,000 from April 2024 for four years."""
    agreement_id = agreed.whole(by, **said)
    models.Agreement.objects.filter(pk=agreement_id).update(state="live")
    return agreement_id


def looked_at(by: platform.Officer, **asked: object) -> cost.Forecast:
    wanted = {"seen_by": by, "on": make.TODAY, "years": 5, "inflation": NONE}
    return cost.forecast(**{**wanted, **asked})  # type: ignore[arg-type]


def test_committed_is_the_value_by_day_and_the_forecast_goes_on(by: platform.Officer) -> None:
    running(by)
    found = looked_at(by)
    assert found.years == (2026, 2027, 2028, 2029, 2030)
    a_year = 10_000_000 * 365 / 1461
    assert [each.committed for each in found.by_year] == [round(a_year), 2505133, 0, 0, 0]
    assert all(abs(each.forecast - a_year) < 7_000 for each in found.by_year)


def test_an_agreement_without_a_value_is_listed_and_never_counted_as_nought(
    by: platform.Officer,
) -> None:
    running(by, value_pence=None, title="No value")
    agreed.draft(by, title="Only a draft")
    unknown = running(by, title="Begun nobody knows when")
    models.Agreement.objects.filter(pk=unknown).update(starts_on=None, not_in_source=["starts_on"])
    found = looked_at(by)
    assert found.lines == ()
    assert {each.title: each.why for each in found.left_out} == {
        "No value": Left.NO_VALUE, "Only a draft": Left.NOT_SIGNED,
        "Begun nobody knows when": Left.NO_FIRST_DAY,
    }  # fmt: skip


def test_what_follows_an_agreement_takes_its_place_and_is_not_counted_twice(
    by: platform.Officer,
) -> None:
    old, new = running(by), running(by, starts_on=date(2028, 4, 1), ends_before=date(2032, 4, 1))
    models.Agreement.objects.filter(pk=old).update(successor_id=new)
    in_2029 = looked_at(by).by_year[3]
    assert in_2029.forecast == in_2029.committed == round(10_000_000 * 365 / 1461)


def test_an_option_stands_apart_from_what_is_committed(by: platform.Officer) -> None:
    agreement_id = running(by)
    models.ExtensionOption.objects.create(
        organisation_id=by.organisation.id, agreement_id=agreement_id, number=1,
        ends_before=date(2029, 4, 1), decide_by=date(2027, 9, 30),
    )  # fmt: skip
    in_2028 = looked_at(by).by_year[2]
    assert (in_2028.committed, in_2028.after) == (0, 0)
    assert in_2028.options == 2_498_289


@pytest.mark.parametrize("by_what", By)
def test_however_it_is_added_up_the_whole_is_the_same(by: platform.Officer, by_what: By) -> None:
    running(by)
    running(by, budget_holder_id=None, title="Nobody answers for it", value_pence=777)
    running(by, framework_id=by.id, kind=Kind.FRAMEWORK_CALL_OFF, title="Called off")
    whole = looked_at(by, inflation=Decimal("0.03")).whole
    assert looked_at(by, inflation=Decimal("0.03"), summed_by=by_what).whole == whole


def test_the_growth_that_solves_the_total_is_stated_and_reproduces_it(by: platform.Officer) -> None:
    running(by, ends_before=None)
    found = looked_at(by, inflation=Decimal("0.0278"))
    assert found.solved == Decimal("0.027800")


def test_a_projection_moves_what_it_is_about_and_carries_its_interval(
    by: platform.Officer, browser: Client
) -> None:
    running(by, ends_before=None)
    running(by, ends_before=None, title="Telecare")
    models.AgreementService.objects.filter(agreement__title="Telecare").update(name="Telecare")
    projection_id = projected.answered(by)
    found = looked_at(by, projection_id=projection_id)
    assert found.need
    assert (found.need.agreements, found.need.chances) == (1, 80)
    moved, still = sorted(found.lines, key=lambda line: line.name)
    assert still.whole.need == 0
    assert moved.whole.need > 0
    assert found.whole.low < found.whole.forecast < found.whole.high
    page = browser.get(reverse("cost:forecast"), {"projection": str(projection_id)})
    assert "80 in 100 between" in page.content.decode()


def test_a_projection_of_strangers_is_not_there(by: platform.Officer, browser: Client) -> None:
    theirs = projected.answered(make.officer(Role.COMMISSIONER))
    with pytest.raises(platform.NotFound):
        looked_at(by, projection_id=theirs)
    asked = browser.get(reverse("cost:forecast"), {"projection": str(theirs)})
    assert asked.status_code == 404


def test_whoever_may_not_see_people_has_no_placement_in_the_sum(by: platform.Officer) -> None:
    running(by, kind=Kind.SPOT)
    commissioner = agreed.colleague(by, Role.COMMISSIONER)
    assert looked_at(commissioner).lines == ()
    assert len(looked_at(by).lines) == 1


def test_the_page_states_what_solves_it_and_gives_its_figures_as_files(
    by: platform.Officer, browser: Client
) -> None:
    running(by, ends_before=None, title="Reablement <team>")
    page = browser.get(reverse("cost:forecast")).content.decode()
    assert "comes to £530,914 over five at 3% a year" in page
    assert "Reablement &lt;team&gt;" in page
    rows = browser.get(reverse("cost:years")).getvalue().decode("utf-8-sig").splitlines()
    assert rows[0].startswith('"Year","Committed","Options"')
    assert len(rows) == 6
    taken = browser.get(reverse("cost:forecast"), {"download": "csv", "years": "2"})
    assert b"100000" in taken.getvalue()


def test_fourteen_million_and_seventy_four_solve_to_2_78(browser: Client) -> None:
    page = browser.get(reverse("cost:solve")).content.decode()
    assert "£14m in the first year comes to £74m over five at 2.78% a year" in page
    assert "An uplift of 6.86% at a weight of 0.70 is a rise of wages of 9.8%" in page
    asked = {"first_year": "14", "total": "1", "years": "5"}
    assert "cannot be reached" in browser.get(reverse("cost:solve"), asked).content.decode()


def many(by: platform.Officer, how_many: int) -> None:
    models.Agreement.objects.bulk_create(
        models.Agreement(
            organisation_id=by.organisation.id, number=number, title=f"Agreement {number}",
            kind="block", regime="pa2023", starts_on=make.TODAY, written_by_name="A",
            written_by_account=by.account_id, written_at=make.NOW, state="live",
            value_pence=number, budget_holder_id=by.id,
        )
        for number in range(100, 100 + how_many)
    )  # fmt: skip


@pytest.fixture
def counted(browser: Client) -> Callable[[], int]:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse("cost:forecast")).status_code == 200
        return len(queries)

    return count


def test_a_forecast_of_a_thousand_costs_as_many_queries_as_one_of_one(
    by: platform.Officer, counted: Callable[[], int]
) -> None:
    running(by)
    counted()
    one = counted()
    many(by, 1_000)
    assert counted() == one <= 14


def test_committed_terms_are_asked_for_in_three_queries(by: platform.Officer) -> None:
    running(by)
    many(by, 20)
    with CaptureQueriesContext(connection) as queries:
        found = contract.committed(seen_by=by, since=make.TODAY)
    assert (len(found), len(queries)) == (21, 3)
