"""A sourcing decision is written, approved by another person, kept as it was, and replaced."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome
from carewright.follow_up import api as follow_up
from carewright.plan import api as plan
from carewright.plan import models
from carewright.plan.api import CannotDo, DecisionState, Judged, Option, Standing, Step
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import plan as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def read(decision_id: UUID, by: platform.Officer) -> plan.Decision:
    return plan.sourcing_decision(decision_id, seen_by=by)


def done(decision_id: UUID, by: platform.Officer) -> dict[str, Any]:
    return {"decision_id": decision_id, "by": by, "at": given.LATER}


def request_of(decision_id: UUID, by: platform.Officer) -> decide.Approval:
    request_id = read(decision_id, by).request_id
    assert request_id is not None
    return decide.approval(request_id, seen_by=by)


def test_a_director_approves_and_it_says_who_decided_what_and_when_to_look_again(
    by: platform.Officer,
) -> None:
    decision_id = given.complete(by)
    assert plan.sourcing_decisions_that_say_compete(seen_by=by) == []
    given.decided(by, decision_id)
    found = read(decision_id, by)
    assert (found.reference, found.state, found.approved_by) == (
        "S-0001", DecisionState.DECIDED, "Person"
    )  # fmt: skip
    assert (found.chosen, found.without) == (Option.RETENDER, ())
    (compete,) = plan.sourcing_decisions_that_say_compete(seen_by=by)
    assert compete.id == decision_id
    assert found.look_again_task_id is not None
    action = follow_up.action(found.look_again_task_id, seen_by=by)
    assert (action.owner_id, action.due_at.date()) == (by.id, date(2026, 12, 1))
    assert found.standing(date(2026, 11, 30)) is Standing.DECIDED
    assert found.standing(date(2026, 12, 1)) is Standing.LOOK_AGAIN


def test_what_is_missing_is_listed_and_goes_on_only_where_somebody_signs_why(
    by: platform.Officer,
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    decision_id = given.written(by)
    ask = {"decision_id": decision_id, "by": by, "at": make.NOW}
    with pytest.raises(CannotDo, match="Add what is missing, or sign why"):
        plan.ask_for_approval(**ask)
    plan.ask_for_approval(**ask, reason="They follow before the committee")
    found = read(decision_id, by)
    assert "Fairer Scotland assessment" in found.without
    assert "Evidence for: Needs, and people’s views" in found.without
    assert "Option not assessed: Give a grant" in found.without
    asked = request_of(decision_id, by)
    assert asked.missing == found.without
    assert asked.missing_why == "They follow before the committee"


def test_publication_waits_for_what_is_neither_published_nor_signed_for(
    by: platform.Officer,
) -> None:
    decision_id = given.complete(by)
    file = plan.Given("advice.txt", BytesIO(b"Lawful."))
    plan.attach_advice(
        decision_id=decision_id, code="legal_advice", author="A lawyer", file=file,
        written_on=make.TODAY, by=by, at=make.NOW,
    )  # fmt: skip
    assert read(decision_id, by).publication_waits_for(make.TODAY) == ("Legal advice",)
    plan.attach_advice(
        decision_id=decision_id, code="legal_advice", not_needed="No power is in doubt", by=by,
        at=make.NOW,
    )  # fmt: skip
    assert read(decision_id, by).publication_waits_for(make.TODAY) == ()


def test_advice_that_nobody_asks_for_or_nobody_can_read_is_refused(by: platform.Officer) -> None:
    common: dict[str, Any] = {"decision_id": given.draft(by), "by": by, "at": make.NOW}
    named = {"author": "Ann", "written_on": make.TODAY}
    with pytest.raises(CannotDo, match="No such assessment"):
        plan.attach_advice(code="social_value", **named, **common)
    with pytest.raises(CannotDo, match="must be able to read it"):
        plan.attach_advice(code="equality", **named, **common)


def test_nobody_who_wrote_in_it_approves_it(by: platform.Officer, second: platform.Officer) -> None:
    director = decisions.colleague(by, Role.COMMISSIONER, Role.AUTHORISING_DIRECTOR)
    decision_id = given.written(by)
    given.weighed(decision_id, Option.GRANT, director)
    given.asked(second, decision_id)
    asked = request_of(decision_id, by)
    with pytest.raises(decide.CannotDecide):
        decisions.approved(asked.id, director)
    assert asked.author_account_ids >= {by.account_id, director.account_id, second.account_id}
    assert (asked.act, asked.annual_pence, asked.people_affected) == (
        DecidedAct.SOURCING, 120_000_000, 12,
    )  # fmt: skip


def test_few_people_are_not_told_to_everybody_who_decides(by: platform.Officer) -> None:
    decision_id = given.written(by)
    given.weighed(decision_id, Option.RETENDER, by, people_moving=7)
    assert request_of(given.asked(by, decision_id), by).people_affected is None


def test_its_words_stay_while_somebody_decides_on_them(by: platform.Officer) -> None:
    decision_id = given.asked(by)
    with pytest.raises(CannotDo, match="its words stay as they are"):
        given.said(decision_id, by, needs="Other needs")
    with pytest.raises(CannotDo, match="its words stay as they are"):
        given.weighed(decision_id, Option.GRANT, by)
    with pytest.raises(CannotDo, match="It is not approved"):
        plan.put_into_force(**done(decision_id, by))


def test_what_came_back_and_is_changed_is_asked_for_anew(by: platform.Officer) -> None:
    decision_id = given.asked(by)
    first = request_of(decision_id, by)
    director = decisions.colleague(by, Role.AUTHORISING_DIRECTOR)
    decisions.said(first.id, Outcome.RETURN, director)
    assert read(decision_id, by).standing(make.TODAY) is Standing.RETURNED
    given.said(decision_id, by, needs="Counted again")
    assert request_of(decision_id, by).state is decide.RequestState.WITHDRAWN
    given.decided(by, decision_id)
    assert request_of(decision_id, by).id != first.id


def test_the_database_keeps_what_was_approved(by: platform.Officer) -> None:
    decision_id = given.decided(by)
    one = models.SourcingDecision.objects.filter(pk=decision_id)
    part = models.Judgement.objects.filter(decision_id=decision_id)
    for change in (lambda: one.update(answer="Renew"), lambda: one.update(people_supported=1)):
        with pytest.raises(ProgrammingError), transaction.atomic():
            change()
    for other in (lambda: part.update(benefits="Better"), part.delete):
        with pytest.raises(IntegrityError, match="stays as it was approved"), transaction.atomic():
            other()
    with pytest.raises(CannotDo, match="S-0001 is decided"):
        given.said(decision_id, by, needs="Other needs")


def test_a_correction_is_a_new_version_that_counts_once_it_is_approved(
    by: platform.Officer,
) -> None:
    first = given.decided(by)
    second = plan.correct_decision(**done(first, by))
    assert read(second, by).reference == "S-0001 version 2"
    assert len(read(second, by).endings) == len(read(first, by).endings) == 1
    assert (
        read(second, by).weighed(Option.RENEW).judged
        == read(first, by).weighed(Option.RENEW).judged
    )
    with pytest.raises(CannotDo, match="being written already"):
        plan.correct_decision(**done(first, by))
    given.said(second, by, look_again_on=date(2027, 1, 1), answer="Compete for it in two lots.")
    assert [each.id for each in plan.sourcing_decisions_that_say_compete(seen_by=by)] == [first]
    given.decided(by, second)
    assert [each.id for each in plan.sourcing_decisions_that_say_compete(seen_by=by)] == [second]
    assert read(first, by).state is DecisionState.REPLACED
    assert read(first, by).answer == "Compete for it in three lots."
    assert [name for _id, name in plan.versions_of(read(first, by), seen_by=by)] == [
        "S-0001", "S-0001 version 2"
    ]  # fmt: skip


def test_two_persons_set_a_decision_aside_and_one_does_not(
    by: platform.Officer, second: platform.Officer
) -> None:
    decision_id = given.decided(by)
    plan.ask_to_set_aside(**done(decision_id, by), reason="The budget was cut")
    with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
        plan.confirm_setting_aside(**done(decision_id, by))
    plan.keep_decision(**done(decision_id, second), reason="The budget came back")
    with pytest.raises(CannotDo, match="Nobody has asked"):
        plan.confirm_setting_aside(**done(decision_id, second))
    plan.ask_to_set_aside(**done(decision_id, by), reason="The budget was cut")
    plan.confirm_setting_aside(**done(decision_id, second))
    found = read(decision_id, by)
    assert (found.state, found.ended_why) == (DecisionState.SET_ASIDE, "The budget was cut")
    assert plan.sourcing_decisions_that_say_compete(seen_by=by) == []


def test_a_draft_is_withdrawn_with_what_was_asked_for(by: platform.Officer) -> None:
    decision_id = given.asked(by)
    with pytest.raises(CannotDo, match="Say why"):
        plan.withdraw_decision(**done(decision_id, by), reason=" ")
    plan.withdraw_decision(**done(decision_id, by), reason="The agreement was extended")
    assert read(decision_id, by).standing(make.TODAY) is Standing.WITHDRAWN
    assert request_of(decision_id, by).state is decide.RequestState.WITHDRAWN


def test_evidence_keeps_what_it_said_and_where_it_stands(by: platform.Officer) -> None:
    document = platform.file_document(
        name="needs.txt", content=BytesIO(b"1,240 people"), content_type="text/plain",
        retention=platform.Retention.PERMANENT, organisation_id=by.organisation.id,
        by=make.OPERATOR, at=make.NOW,
    )  # fmt: skip
    decision_id = given.draft(by)
    add: dict[str, Any] = {
        "decision_id": decision_id, "step": Step.NEEDS, "by": by, "at": make.NOW,
    }  # fmt: skip
    plan.add_evidence(source=f"document:{document.id}", said="1,240 people", **add)
    (kept,) = read(decision_id, by).evidence_for(Step.NEEDS)
    assert (kept.title, kept.said) == ("needs.txt", "1,240 people")
    assert (kept.link, len(kept.digest)) == (f"/documents/{document.id}/", 64)
    with pytest.raises(CannotDo, match="address where it is published"):
        plan.add_evidence(source="", title="A page", link="javascript:alert(1)", said="1", **add)
    with pytest.raises(platform.NotYours):
        plan.add_evidence(source="document:no-such", said="1", **add)
    plan.take_out(decision_id=decision_id, part="evidence", part_id=kept.id, by=by, at=make.NOW)
    assert read(decision_id, by).evidence == ()


def test_the_ground_is_kept_as_the_law_had_it_and_goes_with_the_answer(
    by: platform.Officer,
) -> None:
    decision_id = given.draft(by)
    given.said(decision_id, by, rules_allow=True, ground="scot_regulated.exempt.care")
    found = read(decision_id, by)
    assert found.ground_source.startswith("Procurement Reform (Scotland) Act 2014, section 12")
    assert not found.ground_verified
    given.said(decision_id, by, rules_allow=False)
    assert (read(decision_id, by).ground, read(decision_id, by).ground_source) == ("", "")


def test_an_answer_taken_back_is_not_assessed_again(by: platform.Officer) -> None:
    decision_id = given.written(by)
    assert read(decision_id, by).weighed(Option.RENEW).is_assessed
    nothing = {plan.Criterion.COST: Judged(None, "", "")}
    given.weighed(decision_id, Option.RENEW, by, judged=nothing)
    found = read(decision_id, by).weighed(Option.RENEW)
    assert plan.Criterion.COST not in found.judged
    assert not found.is_assessed


def test_more_cannot_change_provider_than_are_supported(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="More people would change provider"):
        given.weighed(given.written(by), Option.GRANT, by, people_moving=141)


def test_whoever_did_not_count_them_and_may_not_see_people_sees_no_few(
    by: platform.Officer, second: platform.Officer
) -> None:
    decision_id = given.written(by)
    given.weighed(decision_id, Option.RETENDER, by, people_moving=3)
    near = decisions.colleague(by, Role.CONTRACT_MANAGER)
    moving = {
        who.id: read(decision_id, who).weighed(Option.RETENDER).people_moving
        for who in (by, second, near)
    }
    assert [moving[who.id].number for who in (by, second, near)] == [3, None, 3]
    assert "Held back" in moving[second.id].words


def test_where_one_count_is_held_back_those_beside_it_do_not_give_it_away(
    by: platform.Officer, second: platform.Officer
) -> None:
    decision_id = given.written(by, people_supported=140)
    given.ends(decision_id, by, title="Care at home, west", people=40)
    given.ends(decision_id, by, title="Care at home, hills", people=4)
    assert {each.people.number for each in read(decision_id, by).endings} == {96, 40, 4}
    assert [each.people.number for each in read(decision_id, second).endings] == [None] * 3


def test_the_same_intent_makes_one_decision(by: platform.Officer) -> None:
    intent = platform.Intent(key=UUID(int=7), fingerprint="a" * 64)
    assert given.draft(by, intent=intent) == given.draft(by, intent=intent)
    with pytest.raises(CannotDo, match="Say what the decision is about"):
        given.draft(by, title=" ")


def test_a_stranger_finds_none_of_it(by: platform.Officer, partner: platform.Officer) -> None:
    decision_id = given.decided(by)
    with pytest.raises(platform.NotFound):
        read(decision_id, partner)
    assert plan.sourcing_decisions(seen_by=partner, on=make.TODAY) == []
    for act in (
        lambda: given.said(decision_id, partner, needs="Theirs"),
        lambda: plan.correct_decision(**done(decision_id, partner)),
        lambda: plan.ask_to_set_aside(**done(decision_id, partner), reason="No"),
    ):
        with pytest.raises(platform.NotYours):
            act()


def test_a_day_to_look_again_that_has_passed_is_not_put_into_force(by: platform.Officer) -> None:
    decision_id = given.asked(by)
    given.approve(decision_id, by)
    late = {**done(decision_id, by), "at": make.NOW + timedelta(days=300)}
    with pytest.raises(CannotDo, match="day to look again has come already"):
        plan.put_into_force(**late)
