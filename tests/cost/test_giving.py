"""Own costs that are given to the register are what analyses show, and nobody's placement."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Kind
from carewright.contract.models import Agreement
from carewright.cost import api as cost
from carewright.cost.api import CostLine, ReturnKind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.register import api as register
from carewright.register.models import Dataset
from tests.factories import analyse as ask
from tests.factories import contract as agreed
from tests.factories import cost as given
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories.register import FIFE

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody of a council whose area analyses know."""
    return make.officer(
        Role.CONTRACT_MANAGER, organisation=make.organisation(name="Fife", area_code=FIFE)
    )


def running(by: platform.Officer, **said: object) -> None:
    agreement_id = agreed.whole(by, **said)
    Agreement.objects.filter(pk=agreement_id).update(state="live")


def own_team(
    by: platform.Officer, who: str, pounds: int, units: int, at: datetime = make.NOW
) -> None:
    said = given.said(
        kind=ReturnKind.OWN_SERVICE, who=who, unit="hour", units=Decimal(units),
        lines=(CostLine("Pay", pounds * 100),),
    )  # fmt: skip
    return_id = cost.record_return(said=said, by=by, at=at)
    checker = agreed.colleague(by, Role.FINANCE_OFFICER)
    cost.check_return(
        return_id=return_id, outcome=cost.Outcome.ACCEPTED, says="", by=checker, at=at
    )


def test_own_costs_given_to_the_register_are_what_analyses_show(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    running(by)
    own_team(by, "North team", 900, 30)
    own_team(by, "South team", 100, 10)
    answer = browser.post(reverse("cost:give"))
    dataset_id = Dataset.objects.get(kind="own_costs").pk
    assert answer.headers["Location"] == reverse("register:file", args=[dataset_id])
    register.read_dataset(dataset_id=dataset_id, by=by, at=make.NOW, reader=files.read_here)
    register.import_dataset(dataset_id=dataset_id, by=by, at=make.NOW)
    files.imported(by, files.datastore(tmp_path))
    about = ask.question(kind="care_at_home", care_group="", as_at=make.TODAY)
    page = browser.get(reverse("analyse:run", args=[ask.answered(by, about)])).content.decode()
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "Unit costs, 2025/26" in words
    assert "£25.00" in words  # both teams' costs over both teams' hours
    assert "£19.85" in words  # what an hour cost on the last day of that year


def test_the_price_of_one_persons_placement_never_stands_alone(by: platform.Officer) -> None:
    running(by, kind=Kind.SPOT)
    assert cost.own_costs(seen_by=by, on=make.TODAY) == ()
    for _more in range(4):
        running(by, kind=Kind.SPOT)
    (bought,) = cost.own_costs(seen_by=by, on=make.TODAY)
    assert (bought.provision, bought.rests_on) == ("external", "Median of 5 prices on 3 June 2026")


def test_of_two_returns_of_one_team_and_year_the_one_recorded_last_counts(
    by: platform.Officer,
) -> None:
    own_team(by, "North team", 900, 30)
    own_team(by, "NORTH TEAM", 1_200, 30, make.NOW + timedelta(minutes=1))
    assert [each.pence for each in cost.own_costs(seen_by=by, on=make.TODAY)] == [4_000]
