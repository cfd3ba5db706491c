"""Returns of costs: said once, checked by a second person, flagged when they do not add up."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from hypothesis import given as tried_with
from hypothesis import strategies as st

from carewright.contract.models import Agreement
from carewright.cost import api as cost
from carewright.cost import models
from carewright.cost.api import CostLine, Outcome, ReturnKind
from carewright.platform import api as platform
from carewright.platform.api import Act, Role
from carewright_engine.costing.what_is_in import Element, Held
from tests.factories import contract as agreed
from tests.factories import cost as given
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import together

pytestmark = pytest.mark.django_db

ODD = (CostLine("Personal care", 24_870), CostLine("Nursing care", 11_190))
FIVE = ((500, 60), (520, 40), (540, 50), (560, 45), (580, 41))


@pytest.fixture
def checker(by: platform.Officer) -> platform.Officer:
    return agreed.colleague(by, Role.FINANCE_OFFICER)


@tried_with(st.lists(st.tuples(st.from_regex(r"[A-Za-z][A-Za-z ]{0,20}[a-z]", fullmatch=True),
                               st.integers(0, 10_000_000)), max_size=8))  # fmt: skip
def test_what_is_written_as_words_and_pounds_is_read_back_to_the_penny(
    lines: list[tuple[str, int]],
) -> None:
    text = "\n".join(f"{words}, £{pence / 100:,.2f}" for words, pence in lines)
    found, unread = cost.lines_in(text)
    assert unread == []
    assert [line.pence for line in found] == [pence for _words, pence in lines]


@pytest.mark.parametrize(
    "line", ["a" + "\t" * 20_000 + "x", "a," + "1," * 9_000 + "x", "9" * 20_000]
)
def test_a_line_without_end_is_left_unread_at_once(line: str) -> None:
    found, unread = cost.lines_in(f"Wages, 10\n{line}")
    assert (found, len(unread)) == ((CostLine("Wages", 1_000),), 1)


def test_350_60_against_248_70_and_111_90_is_flagged(by: platform.Officer, browser: Client) -> None:
    return_id = given.recorded(by, lines=ODD, stated_total_pence=35_060)
    page = browser.get(reverse("cost:return", args=[return_id])).content.decode()
    assert "The total is not the sum of its lines" in page
    assert "Published as 350.60, but 248.70 (Personal care) + 111.90 (Nursing care)" in page
    assert cost.cost_return(return_id, seen_by=by).computed == 36_060


def test_whoever_recorded_a_return_does_not_check_it(
    by: platform.Officer, checker: platform.Officer
) -> None:
    return_id = given.recorded(by)
    asked: dict[str, Any] = {"return_id": return_id, "at": make.NOW}
    for one_person in (by, decisions.second_account(by, Role.CONTRACT_MANAGER)):
        with pytest.raises(cost.CannotRecord, match="does not check it"):
            cost.check_return(outcome=Outcome.ACCEPTED, says="", by=one_person, **asked)
    with pytest.raises(cost.CannotRecord, match="what is wrong"):
        cost.check_return(outcome=Outcome.REFUSED, says=" ", by=checker, **asked)
    cost.check_return(outcome=Outcome.REFUSED, says="Another year", by=checker, **asked)
    with pytest.raises(cost.CannotRecord, match="already"):
        cost.check_return(outcome=Outcome.ACCEPTED, says="", by=checker, **asked)
    assert cost.accepted_returns(ReturnKind.OPEN_BOOK, seen_by=by) == ()


def test_whoever_stands_in_for_the_one_who_recorded_it_does_not_check_it(
    by: platform.Officer, checker: platform.Officer
) -> None:
    return_id = given.recorded(by)
    browser, page = make.signed_in(checker), reverse("cost:return", args=[return_id])
    offered = reverse("cost:check", args=[return_id])
    assert offered in browser.get(page).content.decode()
    together.cover(by, checker, ends_before=localdate() + timedelta(days=2))
    with pytest.raises(cost.CannotRecord, match="You stand in for whoever recorded it"):
        cost.check_return(
            return_id=return_id, outcome=Outcome.ACCEPTED, says="", by=checker, at=make.NOW
        )
    assert offered not in browser.get(page).content.decode()


def test_what_was_said_never_changes(by: platform.Officer) -> None:
    return_id = given.recorded(by)
    for change in (
        lambda: models.CostReturn.objects.filter(pk=return_id).update(who="Another"),
        lambda: models.ReturnedLine.objects.update(pence=1),
        lambda: models.CostReturn.objects.filter(pk=return_id).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_home_says_its_weeks_and_no_more_than_it_has(by: platform.Officer) -> None:
    with pytest.raises(cost.CannotRecord, match="more weeks than there are"):
        given.recorded(by, **given.home("Elm Row", 1, 1, units=Decimal(1001)))
    with pytest.raises(cost.CannotRecord, match="which type of care"):
        given.recorded(by, **given.home("Elm Row", 1, 1, type_of_care=""))


def test_medians_of_lines_and_of_totals_are_both_shown_and_few_are_held_back(
    by: platform.Officer, checker: platform.Officer, browser: Client
) -> None:
    for number, (care, food) in enumerate(FIVE[:4]):
        given.accepted(by, checker, **given.home(f"Home {number}", care, food))
    where = reverse("cost:care_homes")
    assert "Too few homes returned it" in browser.get(where).content.decode()
    given.recorded(by, **given.home("Not checked", 9_000, 9_000))
    given.accepted(by, checker, **given.home("Home 4", *FIVE[4]))
    page = browser.get(where).content.decode()
    assert "The middle home costs £590.00 a week; the lines’ medians add up to £585.00" in page


def test_a_return_is_recorded_and_checked_on_its_pages(
    by: platform.Officer, checker: platform.Officer, browser: Client
) -> None:
    answers = {
        "kind": "open_book", "who": "Strathallow <b>", "service": "Home care",
        "starts_on-day": "1", "starts_on-month": "4", "starts_on-year": "2025",
        "last_day-day": "31", "last_day-month": "3", "last_day-year": "2026",
        "lines": "Pay, 1,000.50\nTravel: £200", "source": "By email", "unit": "hour",
        "units": "100", "holds_in": ["overheads"],
    }  # fmt: skip
    refused = browser.post(
        reverse("cost:record"), {**answers, "lines": "Pay", "holds_out": ["overheads"]}
    )
    assert "Not read as words and pounds: Pay" in refused.content.decode()
    assert "both in and out" in refused.content.decode()
    page = browser.post(reverse("cost:record"), answers, follow=True).content.decode()
    assert "Strathallow &lt;b&gt;" in page
    assert "£12.01" in page
    assert "Check this return" not in page
    return_id = models.CostReturn.objects.get().pk
    second = make.signed_in(checker)
    assert (
        "Check this return" in second.get(reverse("cost:return", args=[return_id])).content.decode()
    )
    done = second.post(
        reverse("cost:check", args=[return_id]), {"outcome": "accepted"}, follow=True
    )
    assert "Checked by" in done.content.decode()
    assert "Strathallow" in browser.get(reverse("cost:returns")).content.decode()


def test_a_strangers_return_is_not_there(by: platform.Officer) -> None:
    return_id = given.recorded(by)
    stranger = make.signed_in(make.officer(Role.CONTRACT_MANAGER))
    assert stranger.get(reverse("cost:return", args=[return_id])).status_code == 404
    assert not platform.may(agreed.colleague(by, Role.SCRUTINY_MEMBER), Act.SEE_COSTS)


def test_an_own_service_stands_beside_what_is_bought_with_what_it_holds(
    by: platform.Officer, checker: platform.Officer, browser: Client
) -> None:
    agreement_id = agreed.whole(by)
    Agreement.objects.filter(pk=agreement_id).update(state="live")
    given.accepted(
        by, checker, kind=ReturnKind.OWN_SERVICE, unit="hour", units=Decimal(40),
        holds=((Element.OVERHEADS, Held.IN),), starts_on=make.TODAY.replace(month=4, day=1),
        ends_before=make.TODAY.replace(year=2027, month=4, day=1),
    )  # fmt: skip
    found = {each.provision: each.pence for each in cost.own_costs(seen_by=by, on=make.TODAY)}
    assert found == {"in_house": 3_000, "external": 1_985}
    page = browser.get(reverse("cost:own_costs")).content.decode()
    assert "Home care by the hour: £30.00 in-house, £19.85 bought" in page
    assert "Comparable with care" in page


def test_a_home_with_a_line_that_the_model_lacks_is_told_which_lines_there_are(
    by: platform.Officer,
) -> None:
    lines = (CostLine("Care staff", 100), CostLine("Bins", 100))
    with pytest.raises(cost.CannotRecord, match="No line of the model: Bins"):
        given.recorded(by, **given.home("Elm Row", 1, 1, lines=lines))


def test_a_residential_home_leaves_no_nursing_staff_out(
    by: platform.Officer, checker: platform.Officer
) -> None:
    nurses = (CostLine("Nursing staff", 900_000), CostLine("Care staff", 100_000))
    given.accepted(by, checker, **given.home("Nursing home", 1, 1, lines=nurses))
    for number, (care, food) in enumerate(FIVE):
        home = given.home(f"Home {number}", care, food, type_of_care="residential")
        given.accepted(by, checker, **home)
    residential, nursing = cost.care_home_costs(seen_by=by)
    assert (residential.operating.returns, nursing.operating.returns) == (5, 1)
    assert residential.operating.median == 59_000


def test_the_list_of_returns_asks_the_database_as_often_for_many_as_for_few(
    by: platform.Officer, browser: Client
) -> None:
    counts = []
    given.recorded(by)
    browser.get(reverse("cost:returns"))
    for more in (0, 40):
        one = models.CostReturn.objects.first()
        assert one
        models.CostReturn.objects.bulk_create(_again(one, number) for number in range(more))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse("cost:returns")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def _again(one: models.CostReturn, number: int) -> models.CostReturn:
    said = {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}
    return models.CostReturn(**{**said, "id": uuid4(), "who": f"Provider {number}"})
