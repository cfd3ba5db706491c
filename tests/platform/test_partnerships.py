"""Organisations work together on terms that each of them has agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Level, Part, Role, SharedKind
from carewright.platform.rules.sharing import ORDER, WHOLE_POOL, blockers_to_terms
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW, TODAY

pytestmark = pytest.mark.django_db

A, B, C = (uuid4() for _ in range(3))
SHARED = {SharedKind.TASK: Level.SEE}


def says(parts: list[Part], shared: dict[SharedKind, Level] | None = None) -> list[str]:
    found = blockers_to_terms(
        parts, SHARED if shared is None else shared,
        lead_id=A, known={A, B, C}, after=None, starts_on=TODAY,
    )  # fmt: skip
    return [each.field for each in found]


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ([Part(A, None), Part(B, None)], []),
        ([Part(A, 6_667), Part(B, 3_333)], []),
        ([Part(A, 0), Part(B, 10_000)], []),
        ([Part(A, None)], ["members"]),
        ([Part(B, None), Part(C, None)], ["members"]),
        ([Part(A, None), Part(B, None), Part(B, None)], ["members"]),
        ([Part(A, None), Part(uuid4(), None)], ["members"]),
        ([Part(A, 5_000), Part(B, None)], ["shares"]),
        ([Part(A, 5_000), Part(B, 4_999)], ["shares"]),
        ([Part(A, 10_001), Part(B, -1)], ["shares"]),
    ],
)
def test_on_which_terms_organisations_may_work_together(
    parts: list[Part], fields: list[str]
) -> None:
    assert says(parts) == fields


@given(st.lists(st.integers(0, WHOLE_POOL), min_size=2, max_size=3))
def test_shares_are_accepted_exactly_when_they_add_up(shares: list[int]) -> None:
    parts = [Part(each, share) for each, share in zip((A, B, C), shares, strict=False)]
    assert (says(parts) == []) is (sum(shares) == WHOLE_POOL)


def test_terms_that_share_nothing_are_refused() -> None:
    assert says([Part(A, None), Part(B, None)], {}) == [""]


def test_a_level_holds_those_below_it() -> None:
    for place, level in enumerate(ORDER):
        assert [level.allows(each) for each in ORDER] == [n <= place for n in range(len(ORDER))]
        assert set(level.or_more) == {each for each in ORDER if each.allows(level)}


def test_an_officer_carries_the_partnerships_of_the_organisation() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner, shared={SharedKind.TASK: Level.COMMENT})
    [office] = platform.offices_of(partner.account_id, on=TODAY)
    for officer in (office.officer, together.again(partner), together.again(lead)):
        [found] = officer.partnerings
        assert found.partnership_id == kept
        assert found.members == {lead.organisation.id, partner.organisation.id}
        assert found.shared == {SharedKind.TASK: Level.COMMENT}
    assert together.again(make.commissioner()).partnerings == ()


@dataclass(frozen=True)
class Thing:
    organisation_id: UUID
    partnership_id: UUID | None


def test_how_far_an_officer_may_go_follows_the_level_and_the_kind() -> None:
    lead, partner, stranger = (make.commissioner() for _ in range(3))
    kept = together.partnership(lead, partner, shared={SharedKind.TASK: Level.COMMENT})
    shared, own = Thing(lead.organisation.id, kept), Thing(lead.organisation.id, None)
    theirs = Thing(stranger.organisation.id, kept)
    officer = together.again(partner)
    assert officer.level_of(SharedKind.TASK, shared) is Level.COMMENT
    assert officer.level_of(SharedKind.PAPER, shared) is None
    assert officer.level_of(SharedKind.TASK, own) is None
    assert officer.level_of(SharedKind.TASK, theirs) is None
    assert officer.partnerships_sharing(SharedKind.TASK, Level.COMMENT) == [kept]
    assert officer.partnerships_sharing(SharedKind.TASK, Level.DECIDE) == []


def test_the_proposer_does_not_bind_the_organisation() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner, agreed=False)
    with pytest.raises(platform.NotPermitted):
        platform.agree_terms(terms_id=together.latest_terms(kept), by=lead, at=NOW)


def test_nobody_agrees_for_others_or_proposes_where_another_leads() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner, agreed=False)
    stranger = make.officer(Role.AUTHORISING_DIRECTOR)
    with pytest.raises(platform.NotYours):
        platform.agree_terms(terms_id=together.latest_terms(kept), by=stranger, at=NOW)
    with pytest.raises(platform.NotYours):
        platform.propose_terms(
            partnership_id=kept, starts_on=TODAY, parts=[], shared={}, by=partner, at=NOW
        )
    with pytest.raises(platform.NotYours):
        platform.end_partnership(
            partnership_id=kept, ends_before=TODAY, reason="x", by=stranger, at=NOW
        )


def test_agreeing_twice_is_agreeing_once() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner)
    together.all_agree(together.latest_terms(kept), partner)
    assert models.AuditEvent.objects.filter(act="agree_terms").count() == 2


def test_terms_never_begin_before_those_that_they_replace() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner)
    with pytest.raises(platform.CannotPartner, match="cannot begin before"):
        together.new_terms(kept, lead, partner, shared=SHARED, starts_on=date(2019, 1, 1))


def test_two_partnerships_do_not_share_a_name() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = models.Partnership.objects.get(pk=together.partnership(lead, partner))
    with pytest.raises(platform.CannotPartner, match="already"):
        platform.form_partnership(
            name=kept.name, purpose="", starts_on=TODAY, shared=SHARED, by=lead, at=NOW,
            parts=[Part(lead.organisation.id, None), Part(partner.organisation.id, None)],
        )  # fmt: skip


def test_whoever_is_named_sees_the_partnership_and_its_terms_and_nobody_else() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner)
    found = platform.partnership(kept, seen_by=partner)
    assert found.lead_id == lead.organisation.id
    in_force = found.in_force(TODAY)
    assert in_force is not None
    assert {each.name for each in in_force.members} == {
        lead.organisation.name, partner.organisation.name
    }  # fmt: skip
    with pytest.raises(platform.NotFound):
        platform.partnership(kept, seen_by=make.commissioner())
