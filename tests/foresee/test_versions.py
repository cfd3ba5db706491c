"""A change after a comment or a decision makes a version of its own, and those who spoke hear."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.models import ScenarioVersion
from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories import scenarios as given
from tests.factories import together
from tests.factories.platform import NOW
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def news_of(officer: platform.Officer) -> list[str]:
    with acting_for(officer.organisation.id):
        return [each.title for each in notify.notifications(seen_by=officer)]


def test_every_change_is_a_version_with_who_and_when_and_none_of_them_changes(
    isla: platform.Officer,
) -> None:
    found = given.scenario(isla)
    foresee.add_lever(
        scenario_id=found, version=1, lever=given.lever(name="Recovery"), by=isla, at=LATER
    )
    foresee.remove_lever(scenario_id=found, version=2, number=1, by=isla, at=LATER)
    made = foresee.versions_of(found, seen_by=isla)
    assert [(each.version, each.act, each.lever) for each in made] == [
        (3, "remove_lever", "Telecare"), (2, "add_lever", "Recovery"), (1, "begin_scenario", ""),
    ]  # fmt: skip
    assert {each.by_name for each in made} == {isla.name}
    page = make.signed_in(isla).get(reverse("foresee:scenario", args=[found])).text
    for words in ("Lever removed: Telecare", "Lever added: Recovery", "Begun"):
        assert words in page
    with pytest.raises(DatabaseError), transaction.atomic():
        ScenarioVersion.objects.update(name="Another")


def test_a_partner_who_changes_what_was_said_and_decided_of_makes_all_of_them_hear(
    isla: platform.Officer,
) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")
    partner = make.officer(Role.COMMISSIONER)
    joint = together.partnership(isla, partner, shared={SharedKind.SCENARIO: Level.DECIDE})
    found = given.scenario(isla)
    owner, other = together.again(isla), together.again(partner)
    foresee.share_scenario(scenario_id=found, partnership_id=joint, by=owner, at=NOW)
    colleague = ask.colleague(isla, Role.COMMISSIONER)
    foresee.comment_on_scenario(
        scenario_id=found, words="Good", by=together.again(colleague), at=NOW
    )
    request = foresee.send_scenario(
        scenario_id=found, version=1, annual_value_pence=5_000_000, term_months=36,
        partnership_id=None, by=owner, at=NOW,
    )  # fmt: skip
    director = ask.colleague(isla, Role.AUTHORISING_DIRECTOR)
    ask.approved(request, director)
    with acting_for(other.organisation.id):
        foresee.add_lever(
            scenario_id=found, version=1, lever=given.lever(name="Recovery"), by=other, at=LATER
        )
    do_queued_work()
    told = f"Version 2 of “More telecare”: {partner.name} changed it after you had your say"
    for officer in (isla, colleague, director):
        assert news_of(officer).count(told) == 1
    assert told not in news_of(partner)
    page = make.signed_in(isla).get(reverse("foresee:scenario", args=[found])).text
    assert "Version 1 is approved, and was changed since" in page
    assert partner.organisation.name in page
    versions = foresee.versions_of(found, seen_by=other)
    assert [(each.version, each.sent, each.comments) for each in versions] == [
        (2, False, 0), (1, True, 1),
    ]  # fmt: skip


def test_a_partner_who_commented_hears_of_the_owners_change_once_while_it_is_unread(
    isla: platform.Officer,
) -> None:
    partner = make.officer(Role.COMMISSIONER)
    joint = together.partnership(isla, partner, shared={SharedKind.SCENARIO: Level.COMMENT})
    found = given.scenario(isla)
    owner, other = together.again(isla), together.again(partner)
    foresee.share_scenario(scenario_id=found, partnership_id=joint, by=owner, at=NOW)
    with acting_for(other.organisation.id):
        foresee.comment_on_scenario(scenario_id=found, words="Why?", by=other, at=NOW)
    foresee.reword_scenario(
        scenario_id=found, version=1, name="More telecare", about="For winter", by=owner, at=LATER
    )
    do_queued_work()
    assert len([each for each in news_of(partner) if each.startswith("Version 2")]) == 1
    assert not [each for each in news_of(isla) if each.startswith("Version 2")]


def test_nobody_hears_of_a_scenario_of_which_nobody_spoke(isla: platform.Officer) -> None:
    found = given.scenario(isla)
    foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=LATER)
    assert do_queued_work() == 0
