"""What one council puts into a partnership, its partners see and decide as far as was agreed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from carewright.decide import api as decide
from carewright.decide.api import Outcome, RequestState
from carewright.decide.models import ApprovalRequest, Scheme, StepDecision
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from carewright.platform.models import Account, Organisation
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner() -> platform.Officer:
    """An authorising director of another council."""
    return make.officer(Role.AUTHORISING_DIRECTOR)


def shared(
    isla: platform.Officer, partner: platform.Officer, level: Level = Level.DECIDE
) -> tuple[UUID, UUID]:
    """A partnership with a request in it that waits for any authorising director."""
    ask.scheme(isla.organisation.id, "Authorising director")
    joint = together.partnership(isla, partner, shared={SharedKind.APPROVAL: level})
    return joint, ask.request(together.again(isla), partnership_id=joint)


def decided(request_id: UUID, by: platform.Officer, owner: platform.Officer) -> None:
    """As the middleware has it: the connection acts for the organisation of whoever decides."""
    step_id = ask.open_step(request_id, owner)
    with acting_for(by.organisation.id, account_id=by.account_id):
        decide.decide_step(step_id=step_id, outcome=Outcome.APPROVE, reason="", by=by, at=NOW)


def in_the_tables(by: platform.Officer) -> tuple[int, int, int]:
    """What the database shows an organisation where no query filters anything."""
    with acting_for(by.organisation.id):
        own = by.organisation.id
        return (
            ApprovalRequest.objects.exclude(organisation_id=own).count(),
            Scheme.objects.exclude(organisation_id=own).count(),
            StepDecision.objects.exclude(request__organisation_id=own).count(),
        )


def test_a_partner_decides_where_the_terms_say_so_and_both_councils_keep_it_on_record(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner)
    partner = together.again(partner)
    with acting_for(partner.organisation.id):
        [waiting] = decide.waiting_for(partner, at=NOW)
    assert waiting.approval.id == request_id
    decided(request_id, partner, isla)
    assert decide.approval(request_id, seen_by=isla).state is RequestState.APPROVED
    for officer in (isla, partner):
        with acting_for(officer.organisation.id):
            events = platform.events_about("approval_request", request_id, seen_by=officer)
        assert "decide_request" in [event.act for event in events]
    told = Notification.objects.filter(officer_id=isla.id, organisation_id=isla.organisation.id)
    assert told.filter(title__startswith="Approved").exists()


@pytest.mark.parametrize("level", [Level.SEE, Level.COMMENT])
def test_below_the_level_of_deciding_a_partner_only_looks(
    level: Level, isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner, level)
    partner = together.again(partner)
    assert decide.approval(request_id, seen_by=partner).organisation == isla.organisation.name
    assert decide.choices_at(request_id, seen_by=partner, at=NOW) == decide.Choices()
    assert decide.waiting_for(partner, at=NOW) == []
    with pytest.raises(platform.NotYours):
        decided(request_id, partner, isla)


def test_the_page_says_who_shares_it_under_which_partnership(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    joint, request_id = shared(isla, partner)
    name = platform.partnership(joint, seen_by=isla).name
    window = make.signed_in(partner)
    page = window.get(f"/decide/requests/{request_id}/")
    assert f"Shared by {isla.organisation.name} under {name}" in page.text
    assert "Decide as authorising director" in page.text
    assert "/decide/schemes/" not in page.text.split("What the scheme says")[1]
    assert isla.organisation.name in window.get("/decide/register/").text
    own = make.signed_in(isla).get(f"/decide/requests/{request_id}/")
    assert f"Shared with partners under {name}" in own.text


def _left(joint: UUID, partner: platform.Officer) -> None:
    platform.leave_partnership(
        terms_id=together.latest_terms(joint), leaves_before=date(2021, 1, 1), reason="Budget",
        by=together.colleague(partner, Role.AUTHORISING_DIRECTOR), at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("who", ["a stranger", "an ex-member", "a partner in other things"])
def test_for_all_others_a_shared_request_does_not_exist(
    who: str, isla: platform.Officer, partner: platform.Officer
) -> None:
    joint, request_id = shared(isla, partner)
    step_id = ask.open_step(request_id, isla)
    outsider = partner if who == "an ex-member" else make.officer(Role.AUTHORISING_DIRECTOR)
    before = together.again(outsider)
    if who == "an ex-member":
        _left(joint, partner)
    if who == "a partner in other things":
        together.partnership(isla, outsider, shared={SharedKind.TASK: Level.DECIDE})
    assert in_the_tables(outsider) == (0, 0, 0)
    window = make.signed_in(outsider)
    for address in ("", f"steps/{step_id}/"):
        found = window.get(f"/decide/requests/{request_id}/{address}")
        assert found.status_code == 404
    assert "Care at home" not in window.get("/decide/").text
    assert "Care at home" not in window.get("/decide/register/").text
    # Even an officer as a page remembers them from before the partner left.
    for officer in (before, together.again(outsider)):
        with pytest.raises(platform.NotYours):
            decided(request_id, officer, isla)


def test_a_partner_sees_without_a_filter_what_is_shared_and_no_more(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner, Level.SEE)
    ask.scheme(isla.organisation.id, "Budget holder", takes_effect_on=date(2019, 1, 1))
    ask.request(isla)
    assert in_the_tables(partner) == (1, 1, 0)
    with acting_for(partner.organisation.id), connection.cursor() as cursor:
        cursor.execute("UPDATE decide_step SET state = 'approved'")
        assert cursor.rowcount == 0
        cursor.execute("UPDATE decide_approvalrequest SET withdrawn_why = 'x'")
        assert cursor.rowcount == 0
    assert decide.approval(request_id, seen_by=isla).withdrawn_why == ""


def test_nobody_decides_their_own_request_from_a_partner_s_office(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner)
    there = Organisation.objects.get(pk=partner.organisation.id)
    account = make.models.Account.objects.get(pk=isla.account_id)
    elsewhere = make.officer(Role.AUTHORISING_DIRECTOR, account=account, organisation=there)
    with pytest.raises(decide.CannotDecide, match="Nobody decides their own"):
        decided(request_id, together.again(elsewhere), isla)


def test_whoever_covers_the_asker_in_a_partner_s_office_does_not_decide_either(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner)
    there = Organisation.objects.get(pk=partner.organisation.id)
    account = make.models.Account.objects.get(pk=isla.account_id)
    elsewhere = make.officer(account=account, organisation=there)
    together.cover(elsewhere, partner)
    with pytest.raises(decide.CannotDecide, match="stand in for somebody who asked for this"):
        decided(request_id, together.again(partner), isla)


def test_a_partner_takes_no_minute_no_hold_and_no_urgent_power_of_another_council(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Committee: Executive")
    joint = together.partnership(isla, partner, shared={SharedKind.APPROVAL: Level.DECIDE})
    request_id = ask.request(together.again(isla), partnership_id=joint)
    clerk = together.again(together.colleague(partner, Role.COMMITTEE_CLERK, Role.COMMISSIONER))
    step_id = ask.open_step(request_id, isla)
    assert decide.waiting_for(clerk, at=NOW) == []
    for act in (
        lambda: decide.record_minute(
            step_id=step_id, met_on=NOW.date(), minute_reference="1", by=clerk, at=NOW
        ),
        lambda: decide.hold(request_id=request_id, reason="Why", by=clerk, at=NOW),
        lambda: decide.use_urgent_power(request_id=request_id, ground="So", by=clerk, at=NOW),
        lambda: decide.withdraw_request(request_id=request_id, reason="No", by=clerk, at=NOW),
    ):
        with pytest.raises(platform.NotYours):
            act()


def test_nobody_asks_in_a_partnership_that_does_not_share_approvals(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    joint = together.partnership(isla, partner, shared={SharedKind.TASK: Level.DECIDE})
    with pytest.raises(decide.CannotAsk, match="shares no requests"):
        ask.request(together.again(isla), partnership_id=joint)


def test_a_partner_sees_what_holds_a_decision_up_and_does_not_decide_past_it(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    _, request_id = shared(isla, partner)
    step_id = ask.open_step(request_id, isla)
    director = together.again(partner)
    decide.hold(request_id=request_id, reason="Scrutiny", by=isla, at=NOW)
    with (
        platform.acting_for(partner.organisation.id),
        pytest.raises(decide.CannotDecide, match="on hold: Scrutiny"),
    ):
        decide.decide_step(step_id=step_id, outcome=Outcome.APPROVE, reason="", by=director, at=NOW)


def test_whoever_acted_first_does_not_approve_it_from_a_partners_office(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    ask.scheme(
        isla.organisation.id,
        lines=(
            {
                "act": "award", "steps": ["Authorising director"], "urgent_days": 5,
                "urgent_roles": "Authorising director",
            },
        ),
    )  # fmt: skip
    joint = together.partnership(isla, partner, shared={SharedKind.APPROVAL: Level.DECIDE})
    request_id = ask.request(together.again(isla), partnership_id=joint)
    step_id = ask.open_step(request_id, isla)
    here = together.colleague(isla, Role.AUTHORISING_DIRECTOR)
    there = make.officer(
        Role.AUTHORISING_DIRECTOR, account=Account.objects.get(pk=here.account_id),
        organisation=Organisation.objects.get(pk=partner.organisation.id),
    )  # fmt: skip
    decide.use_urgent_power(request_id=request_id, ground="Tonight", by=here, at=NOW)
    with (
        platform.acting_for(partner.organisation.id),
        pytest.raises(decide.CannotDecide, match="You acted on this"),
    ):
        decide.decide_step(
            step_id=step_id, outcome=Outcome.APPROVE, reason="", by=together.again(there), at=NOW
        )
