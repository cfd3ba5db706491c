"""Who may do what, to whose things; and which of these rules guards a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from carewright.platform.rows import (
    AccountHolder,
    Actor,
    Office,
    Officer,
    Operator,
    Shareable,
)
from carewright.platform.rows.own_record import PersonalAccess
from carewright.platform.rules.acts import PERMISSIONS, Act, Permission, Relation
from carewright.platform.rules.sharing import Level


class OfficerRequest(HttpRequest):
    """A request as a view under `policy(act)` receives it: somebody acts for an organisation."""

    officer: Officer
    offices: list[Office]  # all that this person may take
    unread: int  # news that the officer has not read, once it was counted


class RecordRequest(HttpRequest):
    """A request as a view under `own_record` receives it: somebody may open a person's record."""

    holder: AccountHolder
    accesses: list[PersonalAccess]


class NotPermitted(PermissionDenied):
    """The officer's roles do not allow the act anywhere; shown as a page that says so."""


class NotYours(Http404):
    """The thing is not the officer's to see or change, so for the officer it does not exist."""


class Owned(Protocol):
    """Anything that belongs to an organisation, or with None to all of them."""

    @property
    def organisation_id(self) -> UUID | None:
        """Whose it is."""


def may(by: Actor | None, act: Act, subject: Owned | None = None) -> bool:
    """Whether the act is allowed: by one of the roles held today, and to such a thing."""
    permission = PERMISSIONS[act]
    if isinstance(by, Operator):
        return permission.operator
    if not isinstance(by, Officer) or not permission.roles & by.roles:
        return False
    return subject is None or _reaches(by, permission, subject)


def _reaches(officer: Officer, permission: Permission, subject: Owned) -> bool:
    how = relation(officer, subject.organisation_id)
    if how is not Relation.STRANGE:
        return how in permission.relations
    level = _level_of_partner(officer, permission, subject)
    return level is not None and level.allows(permission.from_level)


def _level_of_partner(officer: Officer, permission: Permission, subject: Owned) -> Level | None:
    """How far a partner's thing is shared with the officer, where the act is about such things."""
    if permission.shared_as is None or Relation.PARTNER not in permission.relations:
        return None
    if getattr(subject, "partnership_id", None) is None:
        return None
    return officer.level_of(permission.shared_as, cast("Shareable", subject))


def require(by: Actor | None, act: Act, subject: Owned | None = None) -> None:
    """Lets an allowed act pass; about a thing, a refusal does not even say that it exists."""
    if may(by, act, subject):
        return
    if subject is None:
        raise NotPermitted(f"{act.label}: none of your roles allows this")
    raise NotYours


def relation(officer: Officer, organisation_id: UUID | None) -> Relation:
    """How a thing of that organisation stands to the officer."""
    if organisation_id is None:
        return Relation.SHARED
    if organisation_id == officer.organisation.id:
        return Relation.OWN
    return Relation.STRANGE


class Guard(Enum):
    """The four ways in which a page is guarded."""

    PUBLIC = "public"  # anybody, signed in or not
    OWN_RECORD = "own_record"  # one's own record, or that of somebody one speaks for
    OWN_SIGN_IN = "own_sign_in"  # one's own password, second factor and choice of organisation
    ACT = "act"  # officers whose roles allow the act


@dataclass(frozen=True, slots=True)
class Policy:
    """What guards one page."""

    guard: Guard
    act: Act | None = None
    why: str = ""


View = TypeVar("View", bound=Callable[..., Any])


def policy(act: Act) -> Callable[[View], View]:
    """Marks a view as open to officers whose roles allow the act; the middleware holds to it."""
    return _marked(Policy(Guard.ACT, act))


def public(why: str) -> Callable[[View], View]:
    """Marks a view as open to anybody, and says why that is right."""
    return _marked(Policy(Guard.PUBLIC, why=why))


def own_sign_in(view: View) -> View:
    """Marks a view as open to whoever is signed in, about that person's own sign-in only."""
    return _marked(Policy(Guard.OWN_SIGN_IN))(view)


def own_record(view: View) -> View:
    """Marks a view as open to whoever consent or law lets open some person's record."""
    return _marked(Policy(Guard.OWN_RECORD))(view)


def policy_of(view: Callable[..., object]) -> Policy | None:
    """The policy that a view was marked with; None if nobody thought of it."""
    found = getattr(view, "policy", None)
    return found if isinstance(found, Policy) else None


def _marked(found: Policy) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.policy = found  # type: ignore[attr-defined]
        return view

    return mark
