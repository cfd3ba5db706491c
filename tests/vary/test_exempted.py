"""A change of what was bought without competition is carried by what is left of its exemption."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import CannotDo, Regime
from carewright.govern import models as papers
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary.api import Scope, VariationState, What
from carewright.vary.rules.adding import Added, StoodOn, blockers_to_add, taken
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db

APRIL, MAY = date(2027, 4, 1), date(2027, 5, 1)
GROUND = "pa2023.exempt.one_supplier"
#: What leaves the balance between the parties as it is, the law carries.
CARRIED = {**given.ANSWERS, "favours_supplier": False}


def exempted(by: platform.Officer, *, pence: int = 1_000_000, of: int = 2_000_000) -> UUID:
    """A live agreement until the end of March that relies on an exemption of £20,000 until then."""
    agreement_id = contracts.live(
        by, regime=Regime.PA2023, starts_on=make.TODAY, ends_before=APRIL, value_pence=pence
    )
    rely(granted(by, of=of), agreement_id, by, pence)
    return agreement_id


def granted(by: platform.Officer, *, of: int = 2_000_000, **words: Any) -> UUID:
    return given.granted(
        by, scope=Scope.BLANKET, regime=Regime.PA2023, ground=GROUND, value_pence=of, **words
    )


def rely(exemption_id: UUID, agreement_id: UUID, by: platform.Officer, pence: int) -> None:
    vary.rely_on_exemption(
        exemption_id=exemption_id, agreement_id=agreement_id, pence=pence, by=by, at=make.NOW
    )


def used(by: platform.Officer) -> list[int]:
    found = vary.exemptions(seen_by=by, on=make.TODAY)
    return [each.used_pence for each in sorted(found, key=lambda each: each.reference)]


def apply(variation_id: UUID, by: platform.Officer) -> None:
    vary.apply_variation(variation_id=variation_id, by=by, at=make.NOW + timedelta(hours=4))


def test_what_a_variation_adds_is_used_of_the_exemption_once_it_is_in_the_agreement(
    by: platform.Officer,
) -> None:
    agreement_id = exempted(by)
    variation_id = given.signed(agreement_id, by, change_pence=400_000, answers=CARRIED)
    assert used(by) == [1_000_000]
    apply(variation_id, by)
    assert used(by) == [1_400_000]
    (exemption,) = vary.exemptions(seen_by=by, on=make.TODAY)
    assert exemption.agreements == 1
    assert [each.variation for each in exemption.reliances] == ["", "V1"]
    assert [each.id for each in vary.exemptions_of(agreement_id, seen_by=by, on=make.TODAY)] == [
        exemption.id
    ]


def test_a_variation_for_more_than_is_left_is_not_even_asked_for(by: platform.Officer) -> None:
    variation_id = given.written(
        exempted(by, of=1_300_000), by, change_pence=400_000, answers=CARRIED
    )
    with pytest.raises(CannotDo, match=r"takes £4,000\.00 of X-0001, of which £3,000\.00 is left"):
        vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)


def test_a_longer_term_than_the_exemption_takes_a_further_one(by: platform.Officer) -> None:
    agreement_id = exempted(by)
    longer: dict[str, Any] = {"touches": (What.DATES,), "change_pence": 0, "ends_before": MAY}
    variation_id = given.written(agreement_id, by, answers=CARRIED, **longer)
    with pytest.raises(CannotDo, match="X-0001 counts until 31 March 2027, and the new end"):
        vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    further = granted(by, of=500_000, ends_before=MAY)
    rely(further, agreement_id, by, 1)
    vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    found = contracts.read(agreement_id, by)
    assert found.wording.exemption_ends_before == MAY


def test_a_further_exemption_carries_the_rest_of_a_variation(by: platform.Officer) -> None:
    agreement_id = exempted(by, of=1_300_000)
    rely(granted(by, of=200_000), agreement_id, by, 1)
    apply(given.signed(agreement_id, by, change_pence=400_000, answers=CARRIED), by)
    assert used(by) == [1_300_000, 100_001]


def test_less_value_gives_nothing_back_of_an_exemption(by: platform.Officer) -> None:
    apply(given.signed(exempted(by), by, change_pence=-400_000, answers=CARRIED), by)
    assert used(by) == [1_000_000]


def test_an_option_is_not_taken_beyond_the_exemption(by: platform.Officer) -> None:
    agreement_id = contracts.whole(by, regime=Regime.PA2023, starts_on=make.TODAY,
                                   ends_before=APRIL, value_pence=1_000_000)  # fmt: skip
    option_id = contracts.option(agreement_id, by, ends_before=date(2027, 7, 1),
                                 decide_by=date(2027, 1, 1))  # fmt: skip
    director = contracts.colleague(by, Role.AUTHORISING_DIRECTOR)
    contracts.approved(agreement_id, by, director)
    contracts.sign_for_us(agreement_id, by, director)
    contracts.sign_for_them(agreement_id, by)
    rely(granted(by), agreement_id, by, 1_000_000)
    with pytest.raises(CannotDo, match="on an exemption that counts until 31 March 2027"):
        contract.ask_to_extend(option_id=option_id, reason="It goes well", by=by, at=make.NOW)


def test_a_draft_that_relies_on_an_exemption_grows_by_no_change_of_its_words(
    by: platform.Officer,
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    agreement_id = contracts.draft(by, regime=Regime.PA2023, starts_on=make.TODAY,
                                   ends_before=APRIL, value_pence=1_000_000)  # fmt: skip
    rely(granted(by), agreement_id, by, 1_000_000)
    for more in ({"value_pence": 1_000_001}, {"ends_before": date(2027, 7, 1)}):
        words = contracts.read(agreement_id, by).wording
        with pytest.raises(CannotDo, match="relies on an exemption"):
            contract.change_words(
                agreement_id=agreement_id, wording=changed(words, **more), by=by, at=make.NOW
            )


def changed(words: contract.Wording, **more: Any) -> contract.Wording:
    return contract.Wording(**{**{n: getattr(words, n) for n in words.__slots__}, **more})


def test_the_page_of_a_variation_says_what_it_takes_and_what_is_left(
    by: platform.Officer, browser: Client
) -> None:
    variation_id = given.written(
        exempted(by, of=1_300_000), by, change_pence=400_000, answers=CARRIED
    )
    page = browser.get(reverse("vary:variation", args=[variation_id])).content.decode()
    assert "The exemption does not carry it" in page
    assert "takes £4,000.00 of it; £3,000.00 is left, until 31 March 2027" in page


def stood_on(number: int, starts_on: date, ends_before: date, left: int) -> StoodOn:
    return StoodOn(uuid4(), f"X-{number:04d}", starts_on, ends_before, left)


@pytest.mark.parametrize(
    ("lefts", "gives", "lacks"),
    [((900, 900), [300, 900], 0), ((100, 1_200), [100, 900], 200), ((0, 0), [], 1_200)],
)
def test_each_exemption_gives_what_falls_on_its_own_days(
    lefts: tuple[int, int], gives: list[int], lacks: int
) -> None:
    """Of a year, three months lie on the days of the first and nine on those of the second."""
    june, year = date(2026, 6, 1), date(2027, 6, 1)
    september = date(2026, 9, 1)
    stands = [stood_on(1, date(2026, 1, 1), september, lefts[0]),
              stood_on(2, september, year, lefts[1])]  # fmt: skip
    takes = taken(Added(1_200, june, year), stands)
    assert [pence for _, pence in takes.by_exemption] == gives
    assert takes.lacking_pence == lacks
    assert bool(blockers_to_add(Added(1_200, june, year), stands, ends_before=None)) == bool(lacks)


def test_nothing_is_added_after_the_last_exempted_day() -> None:
    ended = stood_on(1, date(2025, 1, 1), date(2026, 1, 1), 900)
    added = Added(100, date(2026, 6, 1), date(2027, 6, 1))
    (blocker,) = blockers_to_add(added, [ended], ends_before=None)
    assert "nothing is added after it" in blocker.says
    assert blockers_to_add(added, [], ends_before=None) == []


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_only_what_is_left_of_the_exemption_is_used(
    by: platform.Officer, second: platform.Officer
) -> None:
    blanket, changes = granted_with_scheme(by), []
    for _ in range(2):
        agreement_id = contracts.live(
            by, regime=Regime.PA2023, starts_on=make.TODAY, ends_before=APRIL, value_pence=500_000
        )
        rely(blanket, agreement_id, by, 500_000)
        changes.append(given.signed(agreement_id, by, change_pence=600_000, answers=CARRIED))
    gate = Barrier(2)

    def applied(officer: platform.Officer, variation_id: UUID) -> bool:
        return at_once(gate, officer, lambda: apply(variation_id, officer), "is left for it")

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(applied, (by, second), changes)) == [False, True]
    assert used(by) == [1_600_000]
    states = {vary.variation(each, seen_by=by).state for each in changes}
    assert states == {VariationState.APPLIED, VariationState.SIGNED}


@pytest.mark.django_db(transaction=True)
def test_two_officers_who_begin_the_paper_of_an_exemption_at_once_find_one_paper(
    by: platform.Officer, second: platform.Officer
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    exemption_id, gate = given.exempted(by), Barrier(2)
    found: list[UUID] = []

    def begun(officer: platform.Officer) -> bool:
        return at_once(gate, officer, lambda: found.append(
            vary.report_exemption(exemption_id=exemption_id, by=officer, at=make.NOW)
        ), "")  # fmt: skip

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(begun, (by, second))) == [True, True]
    assert len(set(found)) == 1
    assert papers.Paper.objects.count() == 1


def granted_with_scheme(by: platform.Officer) -> UUID:
    decisions.scheme(by.organisation.id, "Authorising director")
    return granted(by)


def at_once(gate: Barrier, officer: platform.Officer, act: Any, refused: str) -> bool:
    """Whether it was done by one of two who begin at the same moment, each by its connection."""
    try:
        gate.wait(timeout=30)
        with platform.acting_for(officer.organisation.id):
            act()
    except CannotDo as blocked:
        assert refused
        assert refused in str(blocked)  # noqa: PT017
        return False
    finally:
        connection.close()
    return True
