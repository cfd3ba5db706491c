"""Who may do what, to whose things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from carewright.platform import api as platform
from carewright.platform.api import (
    PERMISSIONS,
    ROLES_OF_KIND,
    Act,
    Level,
    OrganisationKind,
    Relation,
    Role,
    SharedKind,
)

COUNCIL = platform.Organisation(uuid4(), OrganisationKind.COUNCIL, "Council", "c", None, False)


@dataclass(frozen=True)
class Thing:
    organisation_id: UUID | None
    partnership_id: UUID | None = None


PARTNER, PARTNERSHIP = uuid4(), uuid4()
OF = {
    Relation.OWN: Thing(COUNCIL.id),
    Relation.PARTNER: Thing(PARTNER, PARTNERSHIP),
    Relation.SHARED: Thing(None),
    Relation.STRANGE: Thing(uuid4()),
}


def officer(*roles: Role) -> platform.Officer:
    return platform.Officer(uuid4(), uuid4(), "A", "a@b.example", "Job", COUNCIL, frozenset(roles))


def partner(
    *roles: Role, level: Level, kinds: Iterable[SharedKind] = SharedKind
) -> platform.Officer:
    """An officer whose organisation's partners share things of these kinds at the level."""
    shared = dict.fromkeys(kinds, level)
    with_them = platform.Partnering(PARTNERSHIP, frozenset({COUNCIL.id, PARTNER}), shared)
    return replace(officer(*roles), partnerings=(with_them,))


def test_every_act_has_a_rule_and_every_kind_of_organisation_has_roles() -> None:
    assert set(PERMISSIONS) == set(Act)
    assert set(ROLES_OF_KIND) == set(OrganisationKind)
    assert set().union(*ROLES_OF_KIND.values()) == set(Role)


@pytest.mark.parametrize("act", Act)
def test_each_cell_of_the_matrix_is_held_to(act: Act) -> None:
    rule = PERMISSIONS[act]
    for role, relation in product(Role, Relation):
        expected = role in rule.roles and relation in rule.relations
        by = partner(role, level=rule.from_level)
        assert platform.may(by, act, OF[relation]) is expected, (role, relation)


@pytest.mark.parametrize(
    "act", [a for a, p in PERMISSIONS.items() if Relation.PARTNER in p.relations]
)
def test_a_partner_s_thing_is_reached_at_the_level_declared_and_by_the_kind_declared(
    act: Act,
) -> None:
    rule = PERMISSIONS[act]
    assert rule.shared_as is not None, "says to partners, but not what must be shared"
    role = min(rule.roles)
    for level in Level:
        by = partner(role, level=level)
        assert platform.may(by, act, OF[Relation.PARTNER]) is level.allows(rule.from_level)
    others = set(SharedKind) - {rule.shared_as}
    assert not platform.may(
        partner(role, level=Level.DECIDE, kinds=others), act, OF[Relation.PARTNER]
    )


@pytest.mark.parametrize("act", Act)
def test_no_role_reaches_what_belongs_to_another_organisation(act: Act) -> None:
    assert not any(platform.may(officer(role), act, OF[Relation.STRANGE]) for role in Role)


@pytest.mark.parametrize("act", Act)
def test_an_officer_without_a_role_today_may_do_nothing(act: Act) -> None:
    assert not platform.may(officer(), act)


@pytest.mark.parametrize("act", Act)
def test_nobody_and_somebody_without_an_office_may_do_nothing(act: Act) -> None:
    assert not platform.may(None, act)
    assert not platform.may(platform.AccountHolder(uuid4(), "A"), act)


def test_only_the_operator_opens_an_organisation() -> None:
    assert platform.may(platform.Operator(), Act.OPEN_ORGANISATION)
    assert not any(platform.may(officer(role), Act.OPEN_ORGANISATION) for role in Role)


def test_the_operator_reads_neither_desks_nor_analyses() -> None:
    assert not platform.may(platform.Operator(), Act.SEE_DESK)
    assert not platform.may(platform.Operator(), Act.SEE_ANALYSIS)


def test_the_system_administrator_cannot_import_and_the_commissioner_cannot_enrol() -> None:
    assert not platform.may(officer(Role.SYSTEM_ADMINISTRATOR), Act.IMPORT_FACTS)
    assert not platform.may(officer(Role.COMMISSIONER), Act.ENROL_OFFICER)


def test_a_refusal_about_a_thing_does_not_say_that_it_exists() -> None:
    with pytest.raises(Http404):
        platform.require(officer(Role.COMMISSIONER), Act.SEE_JOB, OF[Relation.STRANGE])
    with pytest.raises(Http404):
        platform.require(officer(Role.BID_WRITER), Act.SEE_JOB, OF[Relation.OWN])


def test_a_refusal_about_no_thing_says_that_the_role_does_not_allow_it() -> None:
    with pytest.raises(PermissionDenied, match="none of your roles"):
        platform.require(officer(Role.COMMISSIONER), Act.ENROL_OFFICER)


def test_a_view_says_which_policy_guards_it() -> None:
    @platform.policy(Act.SEE_DESK)
    def desk() -> None: ...

    @platform.public("anybody may")
    def door() -> None: ...

    @platform.own_sign_in
    def key() -> None: ...

    assert platform.policy_of(desk) == platform.Policy(platform.Guard.ACT, Act.SEE_DESK)
    assert platform.policy_of(door) == platform.Policy(platform.Guard.PUBLIC, why="anybody may")
    assert platform.policy_of(key) == platform.Policy(platform.Guard.OWN_SIGN_IN)
    assert platform.policy_of(lambda: None) is None


def test_a_policy_of_another_kind_is_no_policy() -> None:
    assert platform.policy_of(SimpleNamespace(policy="see_desk")) is None  # type: ignore[arg-type]
