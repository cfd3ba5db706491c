"""What is bought without competition has its ground, its approval, its limit and its end."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from carewright.contract.api import CannotDo, Regime, Standing
from carewright.decide.api import DecidedAct
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary import models
from carewright.vary.api import ExemptionState, Scope
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scheme(by: platform.Officer) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")


def read(exemption_id: UUID, by: platform.Officer, on: date = make.TODAY) -> vary.Exemption:
    return vary.exemption(exemption_id, seen_by=by, on=on)


def rely(exemption_id: UUID, agreement_id: UUID, by: platform.Officer, pence: int) -> None:
    vary.rely_on_exemption(
        exemption_id=exemption_id, agreement_id=agreement_id, pence=pence, by=by, at=make.NOW
    )


def worth(by: platform.Officer, pence: int, **words: object) -> UUID:
    """An agreement that comes to so much on the ten months of four years that are exempted."""
    return contracts.whole(by, value_pence=pence * 48 // 10, **words)


def test_an_agreement_that_relies_on_an_exemption_is_in_order_until_it_lapses(
    by: platform.Officer,
) -> None:
    agreement_id, exemption_id = worth(by, 2_000_000), given.granted(by)
    rely(exemption_id, agreement_id, by, 2_000_000)
    found = contracts.read(agreement_id, by)
    assert found.wording.exemption_ground.startswith("X-0001: Only one supplier can give it")

    def standing(on: date) -> Standing:
        checks = contracts.read(agreement_id, by, on).checks
        return next(each.standing for each in checks if each.code == "EXEMPTION")

    assert standing(date(2027, 3, 31)) is Standing.MET
    assert standing(date(2027, 4, 1)) is Standing.NOT_MET
    assert read(exemption_id, by, date(2027, 4, 1)).has_lapsed
    assert [each.agreement_id for each in read(exemption_id, by).reliances] == [agreement_id]


def test_a_blanket_is_used_up_and_not_beyond(by: platform.Officer) -> None:
    exemption_id = given.granted(by, scope=Scope.BLANKET)
    rely(exemption_id, worth(by, 1_500_000), by, 1_500_000)
    with pytest.raises(CannotDo, match=r"£5,000\.00 is left of it"):
        rely(exemption_id, worth(by, 500_000), by, 500_001)
    rely(exemption_id, worth(by, 500_000), by, 500_000)
    assert read(exemption_id, by).left_pence == 0
    with pytest.raises(IntegrityError, match="never_used_beyond"):
        models.Exemption.objects.filter(pk=exemption_id).update(used_pence=2_000_001)


def test_a_single_exemption_carries_one_agreement(by: platform.Officer) -> None:
    exemption_id = given.granted(by)
    rely(exemption_id, worth(by, 1), by, 1)
    with pytest.raises(CannotDo, match="granted for one agreement"):
        rely(exemption_id, worth(by, 1), by, 1)


def test_nobody_relies_on_what_was_not_granted_or_has_lapsed(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="Nobody has granted it"):
        rely(given.exempted(by), worth(by, 1), by, 1)
    lapsed = given.granted(by, starts_on=date(2025, 4, 1), ends_before=date(2026, 4, 1))
    with pytest.raises(CannotDo, match="its last day was 31 March 2026"):
        rely(lapsed, worth(by, 1), by, 1)


def test_a_reliance_uses_what_the_agreement_comes_to_on_the_days_that_are_exempted(
    by: platform.Officer,
) -> None:
    exemption_id = given.granted(by)
    with pytest.raises(CannotDo, match=r"£15,000\.00 of the agreement falls on its days"):
        rely(exemption_id, worth(by, 1_500_000), by, 1_499_999)
    with pytest.raises(CannotDo, match="Nobody knows what the agreement is worth"):
        rely(exemption_id, contracts.whole(by, value_pence=None), by, 1)
    with pytest.raises(CannotDo, match="No day of the agreement"):
        rely(exemption_id, worth(by, 1, starts_on=date(2027, 4, 1)), by, 1)


def test_a_reliance_is_of_the_regime_and_of_a_day_of_the_exemption(by: platform.Officer) -> None:
    exemption_id = given.granted(by)
    with pytest.raises(CannotDo, match="granted under other rules"):
        rely(exemption_id, worth(by, 1, regime=Regime.SCOT_REGULATED), by, 1)
    to_come = given.granted(by, starts_on=make.TODAY + timedelta(days=1))
    with pytest.raises(CannotDo, match="It counts from 4 June 2026"):
        rely(to_come, worth(by, 1), by, 1)


def test_the_database_adds_up_what_relies_on_an_exemption(by: platform.Officer) -> None:
    exemption_id, draft_id, agreement_id = given.granted(by), given.exempted(by), worth(by, 1)
    line = {
        "organisation_id": by.organisation.id, "agreement_id": agreement_id,
        "recorded_by_name": "A", "recorded_at": make.NOW,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="never_used_beyond"), transaction.atomic():
        models.Reliance.objects.create(exemption_id=exemption_id, pence=2_000_001, **line)
    with pytest.raises(IntegrityError, match="not granted"), transaction.atomic():
        models.Reliance.objects.create(exemption_id=draft_id, pence=1, **line)
    models.Reliance.objects.create(exemption_id=exemption_id, pence=3, **line)
    assert read(exemption_id, by).used_pence == 3
    with pytest.raises(ProgrammingError, match="Cannot update or delete"):
        models.Reliance.objects.all().delete()


def test_a_ground_belongs_to_the_regime_on_its_first_day(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="Choose a ground of the regime"):
        given.exempted(by, regime=Regime.SCOT_REGULATED)
    with pytest.raises(CannotDo, match="Choose a ground of the regime"):
        given.exempted(by, starts_on=date(2016, 4, 17))


def test_a_paper_for_the_committee_knows_what_the_register_knows(by: platform.Officer) -> None:
    exemption_id = given.exempted(by)
    paper_id, again = (
        vary.report_exemption(exemption_id=exemption_id, by=by, at=make.NOW) for _ in range(2)
    )
    assert paper_id == again
    paper = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    assert paper.title == "Exemption X-0001: Respite at Alder Lodge"
    assert "regulation 33(1)(b)" in paper.proposal
    assert paper.options == "Three others were asked; none has overnight staff"
    with pytest.raises(CannotDo, match="Its paper asks for the approval"):
        vary.ask_to_exempt(exemption_id=exemption_id, by=by, at=make.NOW)


@pytest.mark.parametrize("share", [0.5, 1])
def test_a_paper_grants_no_more_than_was_asked_in_it(by: platform.Officer, share: float) -> None:
    exemption_id = given.exempted(by)
    paper_id = vary.report_exemption(exemption_id=exemption_id, by=by, at=make.NOW)
    money = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    asked = decisions.request(
        by, subject_kind=govern.PAPER, subject_id=paper_id, act=DecidedAct.EXEMPTION,
        annual_value_pence=int(share * (money.annual_value_pence or 0)),
        term_months=money.term_months,
    )  # fmt: skip
    decisions.approved(asked, contracts.colleague(by, Role.AUTHORISING_DIRECTOR))
    grant = partial(
        vary.take_over_exemption, exemption_id=exemption_id, by=by, at=make.NOW + timedelta(hours=2)
    )
    if share < 1:
        with pytest.raises(CannotDo, match="Less was approved than this exemption"):
            grant()
    else:
        grant()
        assert read(exemption_id, by).state is ExemptionState.GRANTED


def test_providers_hear_of_it_once_it_is_granted(by: platform.Officer) -> None:
    exemption_id = given.granted(by)
    (waiting,) = vary.changes(seen_by=by, on=make.TODAY)
    assert waiting.next == "Tell providers"
    vary.tell_providers(
        exemption_id=exemption_id, told_on=make.TODAY, how="By letter to seven", by=by, at=make.NOW
    )
    found = read(exemption_id, by)
    assert (found.state, found.told_how) == (ExemptionState.GRANTED, "By letter to seven")
    assert [each.is_open for each in vary.changes(seen_by=by, on=make.TODAY)] == [False]


def test_a_stranger_finds_no_exemption(by: platform.Officer, stranger: platform.Officer) -> None:
    exemption_id = given.exempted(by)
    with pytest.raises(platform.NotYours):
        vary.ask_to_exempt(exemption_id=exemption_id, by=stranger, at=make.NOW)
    with pytest.raises(platform.NotFound):
        read(exemption_id, stranger)
