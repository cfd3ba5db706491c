"""An action put into a partnership: partners see it, and carry it out where the terms say so."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.follow_up.api import ActionState
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from carewright.platform.models import Account, Organisation
from tests.factories import follow_up as given
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner() -> platform.Officer:
    """Somebody who keeps actions in another council."""
    return make.commissioner()


def shared(
    by: platform.Officer, partner: platform.Officer, level: Level = Level.DECIDE
) -> tuple[UUID, UUID]:
    """A partnership with an action of the first one's council in it."""
    joint = together.partnership(by, partner, shared={SharedKind.TASK: level})
    return joint, given.action(together.again(by), partnership_id=joint)


def finished(task_id: UUID, by: platform.Officer) -> None:
    """As the middleware has it: the connection acts for the organisation of whoever says it."""
    with acting_for(by.organisation.id, account_id=by.account_id):
        follow_up.finish_action(task_id=task_id, evidence="It is listed.", by=by, at=NOW)


def in_the_tables(by: platform.Officer) -> tuple[int, int]:
    """What the database shows an organisation where no query filters anything."""
    with acting_for(by.organisation.id):
        own = by.organisation.id
        return (
            models.Task.objects.exclude(organisation_id=own).count(),
            models.Evidence.objects.exclude(task__organisation_id=own).count(),
        )


def test_an_action_is_shared_on_the_page_that_agrees_it(
    by: platform.Officer, partner: platform.Officer
) -> None:
    joint = together.partnership(by, partner, shared={SharedKind.TASK: Level.SEE})
    name = platform.partnership(joint, seen_by=by).name
    window = make.signed_in(by)
    assert name in window.get(reverse("follow_up:agree")).text
    answers = {
        "finding": "Found", "action": "Keep one list", "owner": "", "team": "Team",
        "due_on-day": "30", "due_on-month": "6", "due_on-year": "2027", "due_time": "12 noon",
        "source": "audit", "recurrence": "once", "partnership": str(joint),
    }  # fmt: skip
    window.post(reverse("follow_up:agree"), answers)
    task = models.Task.objects.get()
    own = window.get(reverse("follow_up:action", args=[task.pk])).text
    assert f"Shared with partners under {name}" in own
    theirs = make.signed_in(partner)
    page = theirs.get(reverse("follow_up:action", args=[task.pk])).text
    assert f"Shared by {by.organisation.name} under {name}. You may see" in page
    assert "Keep one list" in theirs.get(reverse("follow_up:actions")).text
    assert by.organisation.name in theirs.get(reverse("follow_up:actions")).text


def test_who_works_with_nobody_is_not_asked_with_whom_to_share(by: platform.Officer) -> None:
    assert "with partners" not in make.signed_in(by).get(reverse("follow_up:agree")).text


def test_a_partner_carries_it_out_where_the_terms_say_so_and_its_owner_closes_it(
    by: platform.Officer, partner: platform.Officer
) -> None:
    _, task_id = shared(by, partner)
    partner = together.again(partner)
    with acting_for(partner.organisation.id):
        follow_up.take_up_action(task_id=task_id, by=partner, at=NOW)
    finished(task_id, partner)
    for officer in (by, partner):
        with acting_for(officer.organisation.id):
            assert follow_up.action(task_id, seen_by=together.again(officer)).done_by == (
                partner.name
            )
            acts = [e.act for e in platform.events_about("task", task_id, seen_by=officer)]
            assert "finish_action" in acts
    for refused in (follow_up.close_action, follow_up.give_up_action):
        more = {"reason": "No"} if refused is follow_up.give_up_action else {}
        with acting_for(partner.organisation.id), pytest.raises(platform.NotYours):
            refused(task_id=task_id, by=partner, at=NOW, **more)  # type: ignore[operator]
    with acting_for(by.organisation.id):
        follow_up.close_action(task_id=task_id, by=by, at=NOW)
        found = follow_up.action(task_id, seen_by=by)
    assert found.state is ActionState.CLOSED


def test_nobody_closes_from_their_own_office_what_they_did_from_a_partner_s(
    by: platform.Officer, partner: platform.Officer
) -> None:
    _, task_id = shared(by, partner)
    there = Organisation.objects.get(pk=partner.organisation.id)
    account = Account.objects.get(pk=by.account_id)
    elsewhere = make.officer(Role.COMMISSIONER, account=account, organisation=there)
    finished(task_id, together.again(elsewhere))
    with acting_for(by.organisation.id), pytest.raises(follow_up.Refused, match="somebody else"):
        follow_up.close_action(task_id=task_id, by=by, at=NOW)


@pytest.mark.parametrize("level", [Level.SEE, Level.COMMENT])
def test_below_the_level_of_deciding_a_partner_only_looks(
    level: Level, by: platform.Officer, partner: platform.Officer
) -> None:
    _, task_id = shared(by, partner, level)
    with pytest.raises(platform.NotYours):
        finished(task_id, together.again(partner))
    page = make.signed_in(partner).get(reverse("follow_up:action", args=[task_id])).text
    assert "It is done" not in page
    assert "Take it up" not in page


@pytest.mark.parametrize("who", ["a stranger", "an ex-member", "a partner in other things"])
def test_for_all_others_a_shared_action_does_not_exist(
    who: str, by: platform.Officer, partner: platform.Officer
) -> None:
    joint, task_id = shared(by, partner)
    outsider = partner if who == "an ex-member" else make.commissioner()
    before = together.again(outsider)
    if who == "an ex-member":
        platform.leave_partnership(
            terms_id=together.latest_terms(joint), leaves_before=date(2021, 1, 1),
            reason="Budget", by=together.colleague(partner, Role.AUTHORISING_DIRECTOR), at=NOW,
        )  # fmt: skip
    if who == "a partner in other things":
        together.partnership(by, outsider, shared={SharedKind.APPROVAL: Level.DECIDE})
    assert in_the_tables(outsider) == (0, 0)
    window = make.signed_in(outsider)
    assert window.get(reverse("follow_up:action", args=[task_id])).status_code == 404
    assert window.get(reverse("follow_up:done", args=[task_id])).status_code == 404
    assert "Keep every contract" not in window.get(reverse("follow_up:actions")).text
    for officer in (before, together.again(outsider)):
        with pytest.raises(platform.NotYours):
            finished(task_id, officer)


def test_nobody_shares_an_action_with_a_partnership_of_others(
    by: platform.Officer, partner: platform.Officer
) -> None:
    joint = together.partnership(partner, make.commissioner(), shared={SharedKind.TASK: Level.SEE})
    with pytest.raises(platform.NotYours):
        given.action(by, partnership_id=joint)
