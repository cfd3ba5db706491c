"""A scenario put into a partnership: partners see, say and change as far as was agreed."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.models import Scenario, ScenarioComment
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from tests.factories import platform as make
from tests.factories import scenarios as given
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner() -> platform.Officer:
    """A joint commissioner elsewhere."""
    return make.officer(Role.COMMISSIONER)


def shared(
    isla: platform.Officer, partner: platform.Officer, level: Level
) -> tuple[UUID, platform.Officer, platform.Officer]:
    """A scenario of the first one's council in a partnership, and both as they are now."""
    joint = together.partnership(isla, partner, shared={SharedKind.SCENARIO: level})
    found = given.scenario(isla)
    owner, other = together.again(isla), together.again(partner)
    foresee.share_scenario(scenario_id=found, partnership_id=joint, by=owner, at=NOW)
    return found, owner, other


def seen_in_the_tables(by: platform.Officer) -> tuple[int, int]:
    """What the database shows an organisation where no query filters anything."""
    with acting_for(by.organisation.id):
        return Scenario.objects.count(), ScenarioComment.objects.count()


def test_it_is_shared_on_its_page_and_says_so_on_both_sides(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    joint = together.partnership(isla, partner, shared={SharedKind.SCENARIO: Level.SEE})
    name = platform.partnership(joint, seen_by=isla).name
    found = given.scenario(isla)
    window = make.signed_in(isla)
    assert name in window.get(reverse("foresee:share_scenario", args=[found])).text
    window.post(reverse("foresee:share_scenario", args=[found]), {"partnership": str(joint)})
    there = reverse("foresee:scenario", args=[found])
    assert f"Shared with partners under {name}" in window.get(there).text
    theirs = make.signed_in(partner)
    page = theirs.get(there).text
    assert f"Shared by {isla.organisation.name} under {name}. You may see" in page
    assert "Add a lever" not in page
    assert "Your comment" not in page
    assert isla.organisation.name in theirs.get(reverse("foresee:scenarios")).text
    window.post(reverse("foresee:share_scenario", args=[found]), {"partnership": "nobody"})
    assert theirs.get(there).status_code == 404


@pytest.mark.parametrize("who", ["a stranger", "a partner in other things"])
def test_for_all_others_it_does_not_exist(
    who: str, isla: platform.Officer, partner: platform.Officer
) -> None:
    found, owner, _ = shared(isla, partner, Level.DECIDE)
    foresee.comment_on_scenario(scenario_id=found, words="So", by=owner, at=NOW)
    outsider = make.commissioner()
    if who == "a partner in other things":
        together.partnership(isla, outsider, shared={SharedKind.TASK: Level.DECIDE})
    assert seen_in_the_tables(outsider) == (0, 0)
    assert seen_in_the_tables(partner) == (1, 1)
    window = make.signed_in(outsider)
    for route in ("scenario", "copy_scenario", "choose_lever", "reword_scenario", "scenario_file"):
        assert window.get(reverse(f"foresee:{route}", args=[found])).status_code == 404
    assert window.post(reverse("foresee:comment", args=[found]), {"words": "I"}).status_code == 404
    assert "More telecare" not in window.get(reverse("foresee:scenarios")).text


def test_at_the_level_of_seeing_nobody_comments_or_changes_anything(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    found, _, other = shared(isla, partner, Level.SEE)
    with acting_for(other.organisation.id):
        with pytest.raises(platform.NotYours):
            foresee.comment_on_scenario(scenario_id=found, words="So", by=other, at=NOW)
        with pytest.raises(platform.NotYours):
            foresee.add_lever(
                scenario_id=found, version=1, lever=given.lever(name="B"), by=other, at=NOW
            )
        with connection.cursor() as cursor:
            cursor.execute("UPDATE foresee_scenario SET name = 'x'")
            assert cursor.rowcount == 0


def test_at_the_level_of_commenting_partners_comment_and_change_nothing(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    found, owner, other = shared(isla, partner, Level.COMMENT)
    window = make.signed_in(partner)
    window.post(reverse("foresee:comment", args=[found]), {"words": "Lend us two nurses"})
    page = make.signed_in(isla).get(reverse("foresee:scenario", args=[found])).text
    assert "Lend us two nurses" in page
    assert f"{partner.name}, {partner.organisation.name}" in page
    for officer in (owner, other):
        with acting_for(officer.organisation.id):
            acts = [e.act for e in platform.events_about("scenario", found, seen_by=officer)]
        assert "comment_on_scenario" in acts
    with acting_for(other.organisation.id), pytest.raises(platform.NotYours):
        foresee.remove_lever(scenario_id=found, version=1, number=1, by=other, at=NOW)


def test_at_the_level_of_deciding_partners_write_levers_and_the_owner_keeps_it(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    found, owner, other = shared(isla, partner, Level.DECIDE)
    with acting_for(other.organisation.id):
        foresee.add_lever(
            scenario_id=found, version=1, lever=given.lever(name="Recovery"), by=other, at=NOW
        )
        for refused in (foresee.put_scenario_away, foresee.bring_scenario_back):
            with pytest.raises(platform.NotYours):
                refused(scenario_id=found, by=other, at=NOW)
        with pytest.raises(platform.NotYours):
            foresee.share_scenario(scenario_id=found, partnership_id=None, by=other, at=NOW)
    row = foresee.scenario(found, seen_by=owner)
    assert (row.version, row.changed_by) == (2, partner.name)
    assert [lever["name"] for lever in row.levers] == ["Telecare", "Recovery"]


def test_a_copy_of_what_a_partner_shows_is_ones_own(
    isla: platform.Officer, partner: platform.Officer
) -> None:
    found, _, other = shared(isla, partner, Level.SEE)
    window = make.signed_in(partner)
    window.post(reverse("foresee:copy_scenario", args=[found]), {"name": "Ours"})
    [copied] = foresee.scenarios(seen_by=other).filter(organisation_id=other.organisation.id)
    assert (copied.name, copied.partnership_id, copied.version) == ("Ours", None, 1)
    assert copied.levers == list(foresee.scenario(found, seen_by=isla).levers)
