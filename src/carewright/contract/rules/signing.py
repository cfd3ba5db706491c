"""Who may sign for the organisation: the scheme of delegation that counted on the day decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carewright.contract.rules.words import Authority, Kind
from carewright.decide.api import DecidedAct, SchemeRow
from carewright.platform.api import Role
from carewright.ui.formats import pounds, written_date


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature as the scheme sees it: the act's figures, the signatory's roles on the day."""

    annual_pence: int
    term_months: int
    in_framework: bool
    signed_on: date
    roles: frozenset[Role]
    approved: bool  # the award itself was approved as the scheme has it


@dataclass(frozen=True, slots=True)
class Found:
    """Whether the signatory could bind the organisation, and by what."""

    authority: Authority
    says: str


def act_of(kind: Kind) -> DecidedAct:
    """Under which act of the scheme an agreement of the kind is approved."""
    if kind is Kind.GRANT:
        return DecidedAct.GRANT
    if kind in (Kind.SPOT, Kind.INDIVIDUAL_SERVICE_FUND):
        return DecidedAct.PLACEMENT
    return DecidedAct.AWARD


def authority_of(
    signing: Signing, *, version: int | None, row: SchemeRow | None, rows: Iterable[SchemeRow]
) -> Found:
    """What the version of the scheme says of the signature; `rows` are all of the act's."""
    day, value = written_date(signing.signed_on), pounds(signing.annual_pence, whole=True)
    if version is None:
        return Found(Authority.LACKED, f"No scheme of delegation was in force on {day}")
    if row is None:
        return Found(
            Authority.LACKED, f"Version {version} gives nobody the power to sign {value} a year"
        )
    roles = signing_roles(row, rows)
    cited = f"version {version}, row {row.number}"
    if not roles & signing.roles:
        wanted = " or ".join(sorted(role.label.lower() for role in roles)) or "nobody"
        return Found(Authority.LACKED, f"The scheme ({cited}) gives {value} a year to: {wanted}")
    if not signing.approved:
        return Found(Authority.LACKED, f"The approval that the scheme ({cited}) wants is missing")
    held = " and ".join(sorted(role.label.lower() for role in roles & signing.roles))
    return Found(Authority.HELD, f"As {held}, up to {value} a year ({cited})")


def signing_roles(row: SchemeRow, rows: Iterable[SchemeRow]) -> frozenset[Role]:
    """Whose hand binds: the last officers of the row.

    Where only a committee decides last, it does not sign itself: whoever may sign most of what
    officers decide alone signs for it.
    """
    if last := _last_officers(row):
        return last
    alone = [each for each in rows if _last_officers(each)]
    largest = max(alone, key=lambda each: (each.pence.up_to is None, each.pence.up_to or 0),
                  default=None)  # fmt: skip
    return _last_officers(largest) if largest else frozenset()


def signatures_wanted(row: SchemeRow) -> int:
    """How many persons have to sign."""
    return max((part.persons for part in row.stages[-1] if part.roles), default=1)


def _last_officers(row: SchemeRow) -> frozenset[Role]:
    """The roles of the last stage; empty where a committee takes it."""
    if any(part.committee for part in row.stages[-1]):
        return frozenset()
    return frozenset().union(*(part.roles for part in row.stages[-1]))
