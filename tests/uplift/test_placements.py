"""One person's price is nowhere in a round for who may not see people: in no row, sum or rest."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models as contract_models
from carewright.contract.api import Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import Said
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, LATER, People

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(people: People) -> platform.Officer:
    """A commissioner, who sees rounds and may not see people."""
    return decisions.colleague(people.proposer, Role.COMMISSIONER)


def placement(people: People, provider: str, pence: int = 1985, **given_: int) -> UUID:
    """One person's agreement with a price of its own."""
    agreement_id = given.running(people.proposer, provider=provider, pence=pence, **given_)
    contract_models.Agreement.objects.filter(pk=agreement_id).update(kind=Kind.SPOT.value)
    return agreement_id


def seen(round_id: UUID, by: platform.Officer) -> uplift.Round:
    return uplift.uplift_round(round_id, seen_by=by)


def test_a_provider_with_one_placement_is_shown_without_it_and_no_sum_contains_it(
    people: People, other: platform.Officer
) -> None:
    given.running(people.proposer, provider="Fernlaw Care")
    alone = given.previewed(people.proposer)
    without = seen(alone, other)
    placement(people, "Fernlaw Care", pence=9_100, value_pence=20_000_000)
    round_id = given.previewed(people.proposer)
    found = seen(round_id, other)
    assert found.providers[0].main_new_pence == without.providers[0].main_new_pence == 2090
    assert found.providers[0].effect_pence == without.providers[0].effect_pence
    for figure in ("lines", "agreements", "opening", "spend_now", "effect", "by_driver", "people"):
        assert found.figures[figure] == without.figures[figure], figure
    whole = seen(round_id, people.proposer)
    assert (whole.figures["lines"], whole.providers[0].main_old_pence) == (2, 9_100)


def test_an_agreement_whose_kind_nobody_has_said_is_taken_for_a_placement_until_somebody_does(
    people: People, other: platform.Officer
) -> None:
    agreement_id = given.running(people.proposer, provider="Fernlaw Care")
    unsaid = contract_models.Agreement.objects.filter(pk=agreement_id)
    unsaid.update(not_in_source=["kind"])
    assert not seen(given.previewed(people.proposer), other).providers
    contract.say_kinds(
        agreement_ids=[agreement_id], kind=Kind.BLOCK, how="The agreement", by=people.proposer,
        **DONE,
    )  # fmt: skip
    assert [each.name for each in seen(given.previewed(people.proposer), other).providers] == [
        "Fernlaw Care"
    ]


def test_a_provider_of_nothing_but_a_placement_is_not_there_with_what_it_said(
    people: People, other: platform.Officer, browser: Client
) -> None:
    given.running(people.proposer, provider="Fernlaw Care")
    placement(people, "Quernhill Living", pence=7_777)
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get(name="Quernhill Living")
    uplift.record_answer(
        round_id=round_id, provider_id=provider.pk, by=people.proposer, **DONE,
        answer=uplift.Answer(
            said=Said.REQUESTED, said_on=make.TODAY, words="Fuel", requested_pence=8_888
        ),
    )  # fmt: skip
    commissioner = make.signed_in(other)
    for page, paper in (("round", None), ("lines", None), ("rounds", None), ("paper", "letter")):
        args = {"rounds": [], "paper": [round_id, provider.pk, paper]}.get(page, [round_id])
        where = reverse(f"uplift:{page}", args=args)
        response = commissioner.get(where)
        told = response.content.decode(errors="replace")
        assert "Quernhill" not in told
        assert "88.88" not in told
        assert browser.get(where).status_code == 200
    assert response.status_code == 404


def test_a_price_asked_for_of_a_line_that_is_one_persons_is_not_told(
    people: People, other: platform.Officer
) -> None:
    given.running(people.proposer, provider="Fernlaw Care", value_pence=100)
    placement(people, "Fernlaw Care", pence=9_100)
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get()
    assert provider.main_old_pence == 9_100
    uplift.record_answer(
        round_id=round_id, provider_id=provider.pk, by=people.proposer, **DONE,
        answer=uplift.Answer(
            said=Said.REQUESTED, said_on=make.TODAY, words="Fuel", requested_pence=8_888
        ),
    )  # fmt: skip
    asked = [seen(round_id, each).heard[0].requested_pence for each in (people.proposer, other)]
    assert asked == [8_888, None]
    assert seen(round_id, other).providers[0].requested_pence is None


def test_what_a_reader_worked_out_for_one_person_is_told_to_those_who_see_people(
    people: People, other: platform.Officer
) -> None:
    given.running(people.proposer)
    placement(people, "Fernlaw Care", pence=9_100)
    round_id = given.checked(people)
    read = [seen(round_id, each).readings[0].lines for each in (people.reader, other)]
    assert [len(each) for each in read] == [2, 1]
    assert read[1][0].old_pence == 1985


@pytest.mark.parametrize(("count", "told"), [(4, (None, None)), (5, (5, 5 * 132_242))])
def test_what_is_left_out_is_told_in_all_and_held_back_where_it_is_of_few(
    people: People, other: platform.Officer, count: int, told: tuple[int | None, int | None]
) -> None:
    given.running(people.proposer)
    for number in range(count):
        placement(people, f"Provider {number}")
    unseen = seen(given.previewed(people.proposer), other).unseen
    assert unseen is not None
    assert (unseen.lines, unseen.effect_pence) == told


def test_what_is_owed_leaves_out_one_persons_too(people: People, other: platform.Officer) -> None:
    given.running(people.proposer)
    placement(people, "Fernlaw Care", pence=9_100)
    round_id = given.approved(people, effective_on=make.TODAY.replace(day=1, month=5))
    whole = uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    open_to_all = models.UpliftLine.objects.get(one_person=False)
    assert seen(round_id, other).owed_pence == open_to_all.owed_pence
    assert seen(round_id, people.proposer).owed_pence == whole != open_to_all.owed_pence


def test_a_preview_that_did_not_tell_them_apart_is_not_shown(
    people: People, other: platform.Officer
) -> None:
    placement(people, "Fernlaw Care")
    round_id = given.previewed(people.proposer)
    found = models.UpliftRound.objects.get()
    found.figures = {"effect": 132_242}
    found.save()
    assert seen(round_id, other).figures == {}
    assert uplift.rounds(seen_by=other).get().effect_shown is None
    assert uplift.rounds(seen_by=people.proposer).get().effect_shown == 132_242


def test_a_hand_set_price_of_one_person_is_set_by_those_who_may_see_them(
    people: People, other: platform.Officer
) -> None:
    agreement_id = placement(people, "Fernlaw Care")
    round_id = given.proposed(people.proposer)
    line = contract_models.PriceLine.objects.get(agreement_id=agreement_id)
    with pytest.raises(platform.NotYours):
        uplift.agree_price(
            round_id=round_id, line_id=line.pk, pence=2_000, source="Me", by=other, **DONE
        )
