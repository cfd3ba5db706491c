"""Ways around the second person, each tried as somebody would who wants to be alone in a round."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Unit
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, LATER, People

pytestmark = pytest.mark.django_db


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"uplift:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def state(round_id: UUID) -> str:
    return models.UpliftRound.objects.get(pk=round_id).state


def asked_to_read(people: People, reader: platform.Officer) -> UUID:
    round_id = given.previewed(people.proposer)
    uplift.choose_reader(round_id=round_id, reader_id=reader.id, by=people.proposer, **DONE)
    return round_id


def test_the_proposer_reads_by_no_crafted_request(people: People, browser: Client) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    page = posted(browser, "step", round_id, "reader", which=str(people.proposer.id))
    assert "Error:" in page
    assert "You have not been asked" in posted(browser, "read", round_id, line_1="20.90")
    assert "You have not been asked" in posted(browser, "send_back", round_id, words="No")
    assert state(round_id) == "previewed"


def test_another_role_does_not_make_another_person(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    platform_models.OfficerRole.objects.filter(officer_id=people.proposer.id).delete()
    platform_models.OfficerRole.objects.create(
        officer_id=people.proposer.id, role=Role.FINANCE_OFFICER.value, starts_on=date(2020, 1, 1)
    )
    colleague = decisions.colleague(people.proposer, Role.CONTRACT_MANAGER)
    with pytest.raises(CannotDo, match="had a hand in"):
        uplift.choose_reader(round_id=round_id, reader_id=people.proposer.id, by=colleague, **DONE)


def test_a_reader_who_may_propose_by_now_changes_nothing_over_the_web(people: People) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    platform_models.OfficerRole.objects.create(
        officer_id=people.reader.id, role=Role.CONTRACT_MANAGER.value, starts_on=date(2020, 1, 1)
    )
    reader = make.signed_in(people.reader)
    page = posted(reader, "step", round_id, "open-again", reason="Other prices")
    assert "You read or approved" in page
    assert state(round_id) == "checked"


def test_a_second_account_of_the_proposer_neither_reads_nor_approves(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    again = decisions.second_account(
        people.proposer, Role.FINANCE_OFFICER, Role.AUTHORISING_DIRECTOR
    )
    with pytest.raises(CannotDo, match="had a hand in"):
        uplift.choose_reader(round_id=round_id, reader_id=again.id, by=people.proposer, **DONE)
    request_id = asked_for_approval(people, round_id)
    with pytest.raises(decide.CannotDecide, match="You wrote some of what this asks for"):
        decisions.approved(request_id, again)


def asked_for_approval(people: People, round_id: UUID) -> UUID:
    reader = people.reader.id
    uplift.choose_reader(round_id=round_id, reader_id=reader, by=people.proposer, **DONE)
    uplift.answer_reading(
        round_id=round_id, prices=given.right_prices(round_id), by=people.reader, **DONE
    )
    return uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)


def test_a_second_account_of_the_reader_opens_nothing_again_and_takes_nothing_back_alone(
    people: People,
) -> None:
    given.running(people.proposer)
    round_id = given.approved(people)
    again = decisions.second_account(people.reader, Role.CONTRACT_MANAGER)
    with pytest.raises(CannotDo, match="You read or approved"):
        uplift.open_again(round_id=round_id, reason="Other prices", by=again, at=LATER)
    done: dict[str, Any] = {"round_id": round_id, "at": LATER}
    uplift.apply_round(by=people.proposer, **done)
    uplift.ask_to_reverse(reason="Wrong", by=people.reader, **done)
    with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
        uplift.confirm_reversal(by=again, **done)


@pytest.mark.parametrize("step", ["agree", "apart"])
def test_between_check_and_approval_nothing_in_the_round_changes(
    people: People, browser: Client, step: str
) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    before = models.UpliftRound.objects.values("rule", "digest", "state").get()
    line = models.UpliftLine.objects.get()
    page = posted(
        browser, "step", round_id, step, which=str(line.price_line_id), pence="99.00",
        source="Me", agreement="C-0001", basis="fixed", why="Me",
    )  # fmt: skip
    assert "open it again before it is changed" in page
    assert "is checked" in posted(browser, "go_on", round_id, what="preview")
    assert models.UpliftRound.objects.values("rule", "digest", "state").get() == before


def test_an_approval_of_the_round_as_it_was_approves_nothing_that_came_later(
    people: People,
) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    by: dict[str, Any] = {"by": people.proposer, "at": LATER}
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decisions.approved(request_id, people.director)
    uplift.open_again(round_id=round_id, reason="Dearer", **by)
    dearer = given.proposal(rule={"formulas": (given.formula(wage="0.5"),)})
    uplift.change_proposal(round_id=round_id, proposal=dearer, **by)
    uplift.preview_round(round_id=round_id, **by)
    with pytest.raises(CannotDo, match="Nobody has been asked to approve it"):
        uplift.take_over_approval(round_id=round_id, **by)
    with pytest.raises(CannotDo, match="has not been read a second time"):
        uplift.ask_for_approval(round_id=round_id, **by)
    with pytest.raises(CannotDo, match="is previewed, not approved"):
        uplift.apply_round(round_id=round_id, **by)


def test_an_urgent_power_is_no_approval(people: People) -> None:
    director = "Authorising director"
    line = {"act": "uplift", "steps": [director], "urgent_roles": director, "urgent_days": 5}
    whose = people.proposer.organisation.id
    decisions.scheme(whose, lines=(line,), takes_effect_on=make.TODAY)
    given.running(people.proposer)
    round_id = given.checked(people)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decide.use_urgent_power(request_id=request_id, by=people.director, at=LATER, ground="Tonight")
    assert decide.approval(request_id, seen_by=people.proposer).urgent is not None
    with pytest.raises(CannotDo, match="Nobody has approved it yet"):
        uplift.take_over_approval(round_id=round_id, by=people.proposer, at=LATER)


def test_an_old_check_played_again_checks_nothing(people: People) -> None:
    given.running(people.proposer)
    round_id = asked_to_read(people, people.reader)
    reader = make.signed_in(people.reader)
    sent = {"line_1": "20.90", "once": "7b0f6f0c-9f0e-4f0c-8e55-2a44bb9a0b11"}
    assert "Your prices are those of the round" in posted(reader, "read", round_id, **sent)
    uplift.open_again(round_id=round_id, reason="Again", by=people.proposer, **DONE)
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    assert "You have not been asked" in posted(reader, "read", round_id, **sent)
    with pytest.raises(CannotDo, match="You have not been asked"):
        uplift.answer_reading(round_id=round_id, prices=[2090], by=people.reader, **DONE)
    assert state(round_id) == "previewed"


def test_a_settlement_written_anew_does_not_reach_a_round_that_was_made_from_another(
    people: People,
) -> None:
    given.running(people.proposer)
    round_id = given.approved(people)
    uplift.record_settlement(
        name="Another", unit=Unit.HOUR, rise=uplift.uplift_round(
            round_id, seen_by=people.proposer).rule.formulas[0].shares[0].rise * 2,
        effective_on=given.FROM, agreed_on=make.TODAY, source="Elsewhere", by=people.proposer,
        **DONE,
    )  # fmt: skip
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    assert models.UpliftLine.objects.get().new_pence == 2090
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Settlement.objects.update(rise=1)


PAST_THE_ACTIONS = [
    ("stays as it was read", lambda: models.UpliftRound.objects.update(rule={})),
    ("stays as it was read", lambda: models.UpliftRound.objects.update(digest="0" * 64)),
    ("stays as it was read", lambda: models.UpliftRound.objects.update(effective_on=make.TODAY)),
    ("keeps its prices", lambda: models.UpliftLine.objects.update(new_pence=9900)),
    ("keeps its lines", lambda: models.UpliftLine.objects.all().delete()),
    ("keeps its lines", lambda: another_line()),
]


def another_line() -> None:
    one = models.UpliftLine.objects.get()
    fields = {f.attname: getattr(one, f.attname) for f in one._meta.concrete_fields}
    more = {"id": UUID(int=7), "place": 7, "price_line_id": UUID(int=7)}
    models.UpliftLine.objects.create(**{**fields, **more})


def test_the_database_keeps_what_was_read_as_it_was_read(people: People) -> None:
    given.running(people.proposer)
    given.checked(people)
    for says, change in PAST_THE_ACTIONS:
        with pytest.raises(DatabaseError, match=says), transaction.atomic():
            change()
