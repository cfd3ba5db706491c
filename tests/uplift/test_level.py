"""Who approves a round is found by what it costs, and where that is unknown by the dearest row."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import models as contract_models
from carewright.contract.api import Kind
from carewright.decide import api as decide
from carewright.decide.api import Bounds, DecidedAct, Framework, SchemeRow
from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift.rules.level import Known, Level, level_of
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, People

ROWS = tuple(
    SchemeRow(
        number=number, act=DecidedAct.UPLIFT, pence=Bounds(over, up_to), months=Bounds(),
        framework=Framework.EITHER, stages=(),
    )
    for number, (over, up_to) in enumerate(((None, 1_000_000), (1_000_000, 9_000_000),
                                            (9_000_000, None)), start=1)
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (Known(pence=4_321), Level(4_321, 0, rounded=False)),
        (Known(pence=4_321, unknown=1), Level(9_000_001, 1, rounded=False)),
        (Known(pence=12_345_678, unknown=1), Level(12_345_678, 1, rounded=False)),
        (Known(pence=0, unknown=2), Level(9_000_001, 2, rounded=False)),
        (Known(pence=4_321, placements=1), Level(5_000, 0, rounded=True)),
        (Known(pence=990_001, placements=4), Level(1_000_000, 0, rounded=True)),
        (Known(pence=8_700_000, placements=1), Level(9_000_000, 0, rounded=True)),
        (Known(pence=4_321, placements=5), Level(4_321, 0, rounded=False)),
    ],
)
def test_the_scheme_is_asked_at_the_sum_or_where_nothing_is_hidden_and_nobody_given_away(
    known: Known, asked: Level
) -> None:
    assert level_of(known, ROWS) == asked


def scheme(people: People) -> None:
    """A budget holder approves up to £5,000 a year, the committee beyond."""
    decisions.scheme(
        people.proposer.organisation.id, version=2, lines=(
            {"act": "uplift", "steps": ["Authorising director"], "up_to_pence": 500_000},
            {"act": "uplift", "steps": ["Committee: Cabinet"], "over_pence": 500_000},
        ),
        takes_effect_on=make.TODAY,
    )  # fmt: skip


def committee_of(people: People, round_id: Any) -> str:
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    (step,) = decide.approval(request_id, seen_by=people.proposer).open_steps
    return step.committee


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("agreement", "committee"),
    [({}, ""), ({"value_pence": None}, "Cabinet"), ({"value_pence": 0}, "Cabinet")],
)
def test_a_line_of_which_nobody_knows_how_much_is_bought_goes_to_the_highest_row(
    people: People, agreement: dict[str, Any], committee: str
) -> None:
    scheme(people)
    given.running(people.proposer, **agreement)
    assert committee_of(people, given.checked(people)) == committee


@pytest.mark.django_db
def test_a_price_of_nothing_that_rises_is_no_cheap_one(people: People) -> None:
    scheme(people)
    given.running(people.proposer)
    given.running(people.proposer, pence=0)
    round_id = given.proposed(people.proposer)
    line = contract_models.PriceLine.objects.get(pence=0)
    agreed = {"line_id": line.pk, "pence": 9_900, "source": "Its letter"}
    uplift.agree_price(round_id=round_id, **agreed, by=people.proposer, **DONE)
    given.read(people, round_id)
    assert committee_of(people, round_id) == "Cabinet"


@pytest.mark.django_db
def test_the_page_and_whoever_decides_read_that_a_cost_is_not_known(
    people: People, browser: Client
) -> None:
    scheme(people)
    given.running(people.proposer, value_pence=None)
    round_id = given.checked(people)
    page = browser.get(reverse("uplift:round", args=[round_id])).content.decode()
    assert "Of 1 line that rises nobody knows how much is bought" in page
    assert "£5,000.01 a year" in page
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    asked = decide.approval(request_id, seen_by=people.proposer)
    (missing,) = asked.missing
    assert missing == "How much is bought of 1 price line, and so what that costs in a year"
    assert "judged as the dearest" in asked.missing_why


@pytest.mark.django_db
def test_the_figure_asked_for_does_not_give_one_persons_price_away(people: People) -> None:
    placement = given.running(people.proposer)
    contract_models.Agreement.objects.filter(pk=placement).update(kind=Kind.SPOT.value)
    round_id = given.checked(people)
    asked = uplift.asked_at(round_id, on=make.TODAY, seen_by=people.proposer)
    # £1,322.42 a year more, for one person.
    assert asked == uplift.Level(200_000, unknown=0, rounded=True)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    assert decide.approval(request_id, seen_by=people.proposer).annual_pence == 200_000


@pytest.mark.django_db
def test_a_reader_who_may_not_see_people_is_not_asked_about_their_prices(people: People) -> None:
    placement = given.running(people.proposer)
    contract_models.Agreement.objects.filter(pk=placement).update(kind=Kind.SPOT.value)
    round_id = given.previewed(people.proposer)
    commissioner = decisions.colleague(people.proposer, Role.COMMISSIONER)
    with pytest.raises(uplift.CannotDo, match="choose a reader who may see people"):
        uplift.choose_reader(
            round_id=round_id, reader_id=commissioner.id, by=people.proposer, **DONE
        )
    assert platform_models.AuditEvent.objects.filter(act="choose_reader").count() == 0
