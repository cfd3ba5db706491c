"""A scenario goes to those who decide, alone or with partners, and says when it changed since."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from carewright.decide import api as decide
from carewright.decide.api import Outcome, RequestState
from carewright.foresee import api as foresee
from carewright.foresee.models import SentScenario
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from tests.factories import decide as ask
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import scenarios as given
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=2)


def sent(by: platform.Officer, scenario_id: UUID, partnership_id: UUID | None = None) -> UUID:
    """Sent for a decision on fifty thousand pounds a year for three years."""
    return foresee.send_scenario(
        scenario_id=scenario_id, version=1, annual_value_pence=5_000_000, term_months=36,
        partnership_id=partnership_id, by=by, at=NOW,
    )  # fmt: skip


def test_a_scenario_is_sent_decided_and_says_that_it_changed_since(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    found = given.scenario(isla)
    window = make.signed_in(isla)
    there = reverse("foresee:scenario", args=[found])
    answers = {"cost": "50,000", "years": "3", "partnership": "own", "version": "1"}
    window.post(reverse("foresee:send_scenario", args=[found]), answers)
    assert "Version 1 waits for a decision" in window.get(there).text
    [asked] = decide.approvals_about("scenario", found, seen_by=isla)
    assert (asked.annual_pence, asked.term_months) == (5_000_000, 36)
    assert asked.link == reverse("foresee:sent_scenario", args=[found, 1])
    ask.approved(asked.id, ask.colleague(isla, Role.AUTHORISING_DIRECTOR))
    page = window.get(there).text
    assert "Approved" in page
    assert "changed since" not in page
    foresee.remove_lever(
        scenario_id=found, version=1, number=1, by=isla, at=asked.asked_at + timedelta(hours=1)
    )
    assert "Version 1 is approved, and was changed since" in window.get(there).text


def test_those_who_decide_read_what_was_sent_and_hear_that_it_has_changed(
    isla: platform.Officer,
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    found = given.scenario(isla)
    request_id = sent(isla, found)
    foresee.add_lever(
        scenario_id=found, version=1, lever=given.lever(name="Added later"), by=isla, at=LATER
    )
    window = make.signed_in(isla)
    link = decide.approval(request_id, seen_by=isla).link
    page = window.get(link).text
    assert "Telecare" in page
    assert "Added later" not in page
    assert "The scenario has changed since" in page
    now = window.get(reverse("foresee:scenario", args=[found])).text
    assert "Added later" in now
    assert f'href="{link}"' in now
    assert window.get(reverse("foresee:sent_scenario", args=[found, 2])).status_code == 404


def test_those_who_decide_read_what_the_projection_of_this_very_version_says(
    isla: platform.Officer,
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    found = given.scenario(isla)
    window = make.signed_in(isla)
    there = reverse("foresee:scenario", args=[found])
    sending = reverse("foresee:send_scenario", args=[found])
    asking = f'{reverse("foresee:ask")}?scenario={found}&amp;support=care_at_home"'
    assert asking in window.get(there).text
    held = foresee.scenario(found, seen_by=isla).read.model_dump_json()
    about = need.question(scenarios=(held,), cost=need.COST, capacities=need.CAPACITIES)
    made = reverse("foresee:projection", args=[need.answered(isla, about)])
    assert f'{made}?of=1#scenarios">See what it changes' in window.get(there).text
    assert "Projection 1 (home care) says, beside as now:" in window.get(sending).text
    answers = {"cost": "50,000", "years": "3", "partnership": "own", "version": "1"}
    told = window.post(sending, answers, follow=True).text
    assert "The scenario is sent for decision." in told
    assert "The cost asked for is £50,000 a year, while Projection 1 puts it at" in told
    sent_page = window.get(reverse("foresee:sent_scenario", args=[found, 1])).text
    for words in ("Hours 2045", "Pounds 2045", "Gap 2045", f"{made}?of=1", "£50,000 a year",
                  "while Projection 1 puts it at"):  # fmt: skip
        assert words in sent_page
    [asked] = decide.approvals_about("scenario", found, seen_by=isla)
    request = window.get(reverse("decide:request", args=[asked.id])).text
    assert "Open the scenario as it was sent" in request


def test_a_version_that_nobody_projected_says_so_and_where_to_ask(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    found = given.scenario(isla)
    need.answered(isla)  # of another scenario
    sent(isla, found)
    window, there = make.signed_in(isla), reverse("foresee:sent_scenario", args=[found, 1])
    page = window.get(there).text
    assert "Nobody has projected this version" in page
    assert f"{reverse('foresee:ask')}?scenario={found}&amp;" in page
    foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=LATER)
    assert f"{reverse('foresee:ask')}?scenario={found}" not in window.get(there).text


def test_what_was_sent_is_never_changed_and_a_second_sending_of_it_is_kept_once(
    isla: platform.Officer,
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    found = given.scenario(isla)
    first = sent(isla, found)
    decide.withdraw_request(request_id=first, reason="Not yet", by=isla, at=LATER)
    sent(isla, found)
    kept = SentScenario.objects.filter(scenario_id=found)
    assert kept.count() == 1
    for change in (lambda: kept.update(name="Another"), lambda: kept.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_council_and_health_board_decide_together(isla: platform.Officer) -> None:
    partner = make.officer(Role.AUTHORISING_DIRECTOR)
    kinds = {SharedKind.SCENARIO: Level.DECIDE, SharedKind.APPROVAL: Level.DECIDE}
    joint = together.partnership(isla, partner, shared=kinds)
    ask.scheme(isla.organisation.id, "Authorising director")
    owner, director = together.again(isla), together.again(partner)
    found = given.scenario(owner)
    with pytest.raises(foresee.CannotKeep, match="could not read it"):
        sent(owner, found, joint)
    foresee.share_scenario(scenario_id=found, partnership_id=joint, by=owner, at=NOW)
    request_id = sent(owner, found, joint)
    step_id = ask.open_step(request_id, owner)
    with acting_for(director.organisation.id, account_id=director.account_id):
        assert decide.approval(request_id, seen_by=director).subject_id == str(found)
        assert foresee.scenario(found, seen_by=director).name == "More telecare"
        assert foresee.sent_scenario(found, 1, seen_by=director).read.levers
        decide.decide_step(
            step_id=step_id, outcome=Outcome.APPROVE, reason="", by=director, at=LATER
        )
    assert decide.approval(request_id, seen_by=owner).state is RequestState.APPROVED


def test_a_partner_who_wrote_a_lever_decides_on_none_of_it(isla: platform.Officer) -> None:
    partner = make.officer(Role.AUTHORISING_DIRECTOR, Role.COMMISSIONER)
    kinds = {SharedKind.SCENARIO: Level.DECIDE, SharedKind.APPROVAL: Level.DECIDE}
    joint = together.partnership(isla, partner, shared=kinds)
    ask.scheme(isla.organisation.id, "Authorising director")
    owner, author = together.again(isla), together.again(partner)
    found = given.scenario(owner)
    foresee.share_scenario(scenario_id=found, partnership_id=joint, by=owner, at=NOW)
    with acting_for(author.organisation.id):
        foresee.reword_scenario(
            scenario_id=found, version=1, name="Mine too", about="", by=author, at=NOW
        )
    request_id = foresee.send_scenario(
        scenario_id=found, version=2, annual_value_pence=0, term_months=12, partnership_id=joint,
        by=owner, at=LATER,
    )  # fmt: skip
    step_id = ask.open_step(request_id, owner)
    with (
        acting_for(author.organisation.id, account_id=author.account_id),
        pytest.raises(decide.CannotDecide),
    ):
        decide.decide_step(step_id=step_id, outcome=Outcome.APPROVE, reason="", by=author, at=LATER)


def test_what_stands_in_the_way_is_said(isla: platform.Officer) -> None:
    bare = given.scenario(isla, name="Bare", levers=[])
    with pytest.raises(foresee.CannotKeep, match="no lever"):
        sent(isla, bare)
    found = given.scenario(isla)
    with pytest.raises(foresee.CannotKeep, match="no scheme of delegation"):
        sent(isla, found)
    ask.scheme(isla.organisation.id, "Authorising director")
    sent(isla, found)
    with pytest.raises(foresee.CannotKeep, match="not decided yet"):
        sent(isla, found)
    with pytest.raises(foresee.ChangedMeanwhile):
        foresee.send_scenario(
            scenario_id=found, version=7, annual_value_pence=0, term_months=12,
            partnership_id=None, by=isla, at=NOW,
        )  # fmt: skip
