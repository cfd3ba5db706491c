"""What should happen when somebody asks for something, from what is declared; and what did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.http.response import HttpResponseBase

from carewright.platform.api import PERMISSIONS, Act, Capacity, Guard, Relation, Role
from tests.routes import Route


class Outcome(Enum):
    """How a request ends for the person who made it."""

    LET_IN = "let in"
    SIGN_IN = "sent to sign in"
    SECOND_FACTOR = "sent to set up a second factor"
    REFUSED = "refused, 403"
    HIDDEN = "not found, 404"
    NOT_SO = "not with this method, 405"
    LIBRARYS_OWN = "past our guard, and the sign-in library decides"
    BROKEN = "broken"


class Signed(Enum):
    """How far somebody has got with signing in."""

    NOT = "not signed in"
    PASSWORD = "signed in by password alone"
    FULLY = "signed in"


@dataclass(frozen=True)
class Visitor:
    """Somebody by what the rules ask of people: how they signed in, and as what."""

    signed: Signed
    role: Role | None = None
    #: For somebody who holds no office, but may open a person's record.
    capacity: Capacity | None = None

    def __str__(self) -> str:
        as_what = self.role or self.capacity
        return as_what.value if as_what else self.signed.value


CLOSED_TO_ALL: Final = {
    # Real organisations are in the tests' database, where nobody practises.
    "platform:practice": Outcome.REFUSED,
    # About a session of one's own, and the one in the address is nobody's.
    "platform:end_sign_in": Outcome.HIDDEN,
    # Opens with a secret, and the one in the address is none.
    "web:feed": Outcome.HIDDEN,
}
#: Under acts whose things may be shared, but about things that never are, or the owner's alone.
NOT_SHARED: Final = frozenset(
    {
        "follow_up:plan",
        "follow_up:review",
        "decide:scheme",
        "decide:scheme_file",
        "follow_up:give_up",
        "govern:meeting",
    }
)
#: Whoever opens a record holds no office to choose.
CHOOSES_AN_OFFICE: Final = "platform:organisations"
#: An advocate sees who was let in by a yes at most, and never says yes for the person.
DECIDED_BY_THE_PERSON: Final = frozenset({"own:agree", "own:withdraw"})


def expected(
    route: Route, method: str, visitor: Visitor, relation: Relation | None
) -> Outcome | None:
    """What the declarations say; None where nothing is declared."""
    policy = route.policy
    if policy is None or (route.methods is None and route.ours):
        return None
    if policy.guard is not Guard.PUBLIC and visitor.signed is Signed.NOT:
        return Outcome.SIGN_IN
    if policy.guard is Guard.OWN_RECORD:
        return _of_a_record(route, method, visitor, relation)
    if policy.act is not None:
        if visitor.signed is Signed.PASSWORD:
            return Outcome.SECOND_FACTOR
        if visitor.role not in PERMISSIONS[policy.act].roles:
            return Outcome.REFUSED
    if not route.ours:
        return Outcome.LIBRARYS_OWN
    if method not in (route.methods or ()):
        return Outcome.NOT_SO
    if policy.act is None or relation is None:
        return _about_nothing(route, method, visitor)
    return Outcome.LET_IN if _reaches(route, policy.act, relation) else Outcome.HIDDEN


def _about_nothing(route: Route, method: str, visitor: Visitor) -> Outcome:
    if visitor.capacity and method == "POST" and route.name == CHOOSES_AN_OFFICE:
        return Outcome.HIDDEN
    return CLOSED_TO_ALL.get(route.name, Outcome.LET_IN)


def _reaches(route: Route, act: Act, relation: Relation) -> bool:
    if relation is Relation.PARTNER and route.name in NOT_SHARED:
        return False
    return relation in PERMISSIONS[act].relations


def _of_a_record(route: Route, method: str, visitor: Visitor, relation: Relation | None) -> Outcome:
    """To whoever may open nobody's record, these pages do not exist; nor do others' records."""
    if visitor.signed is Signed.PASSWORD:
        return Outcome.SECOND_FACTOR
    if visitor.capacity is None:
        return Outcome.HIDDEN
    if method not in (route.methods or ()):
        return Outcome.NOT_SO
    decides = visitor.capacity is not Capacity.ADVOCATE or route.name not in DECIDED_BY_THE_PERSON
    mine = relation in (None, Relation.OWN)
    return Outcome.LET_IN if decides and mine else Outcome.HIDDEN


def observed(response: HttpResponseBase, route: Route) -> Outcome:
    """What came of a request."""
    status, location = response.status_code, response.headers.get("Location", "")
    if status == 302 and location.startswith("/sign-in/?next="):
        return Outcome.SIGN_IN
    if status == 302 and location == "/second-factor/set-up/" and route.ours:
        return Outcome.SECOND_FACTOR
    if not route.ours and status < 500:
        return Outcome.LIBRARYS_OWN
    by_status = {403: Outcome.REFUSED, 404: Outcome.HIDDEN, 405: Outcome.NOT_SO}
    if status in by_status:
        return by_status[status]
    # A form that was not accepted may answer 400: whoever gets that far was let in.
    return Outcome.LET_IN if status <= 400 else Outcome.BROKEN
