"""What the scheme of delegation says on a day: of an approval that was given, of a signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.contract.rules.signing import Found, Signing, authority_of, signatures_wanted
from carewright.contract.rules.still_approved import blockers_by_the_scheme
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, RequestState, SchemeRow, SchemeState, Wanted
from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.ui.formats import in_london


@dataclass(frozen=True, slots=True)
class Signatory:
    """An officer who signed, and what the scheme of that day gave them."""

    name: str
    job_title: str
    said: Found
    signatures_wanted: int


def blockers_to_carry_out(
    request_id: UUID | None, wanted: Wanted, *, by: platform.Officer, at: datetime
) -> list[Blocker]:
    """Why what was to be approved is not carried out now, with every reason.

    Nobody approved it, it is held or may be called in, or the facts and the scheme of the day
    give it to somebody else than approved it.
    """
    if request_id is None:
        return [Blocker("", "Nobody has been asked to approve it")]
    given = decide.approval(request_id, seen_by=by)
    if against := given.blockers_to_carry_out(at):
        return [Blocker("", each.says) for each in against]
    version, rows = _scheme_on(in_london(at).date(), wanted.act, by)
    return blockers_by_the_scheme(given, wanted, version=version, row=decide.row_for(rows, wanted))


def is_approved(
    request_id: UUID | None, *, seen_by: platform.Officer, by_day: date | None = None
) -> bool:
    """Whether the approval that was asked for has been given, on a day at the latest."""
    if request_id is None:
        return False
    request = decide.approval(request_id, seen_by=seen_by)
    if request.state is not RequestState.APPROVED or request.ended_at is None:
        return False
    return by_day is None or in_london(request.ended_at).date() <= by_day


def signatory(
    officer_id: UUID,
    *,
    annual_pence: int,
    term_months: int,
    in_framework: bool,
    approved: bool,
    signed_on: date,
    by: platform.Officer,
) -> Signatory:
    """What an officer of the organisation could sign on a day; a stranger's does not exist.

    `approved` says whether what is signed had been approved by that day.
    """
    try:
        officer = platform.enrolled_officer(officer_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None
    roles = frozenset(each.role for each in officer.roles if each.covers(signed_on))
    wanted = Wanted(DecidedAct.CONTRACT_SIGNATURE, annual_pence, term_months, in_framework)
    version, rows = _scheme_on(signed_on, wanted.act, by)
    row = decide.row_for(rows, wanted)
    said = authority_of(
        Signing(annual_pence, term_months, in_framework, signed_on, roles, approved),
        version=version, row=row, rows=rows,
    )  # fmt: skip
    return Signatory(officer.name, officer.job_title, said, signatures_wanted(row) if row else 1)


def _scheme_on(
    day: date, act: DecidedAct, by: platform.Officer
) -> tuple[int | None, list[SchemeRow]]:
    """The version in force on the day, with its rows for the act."""
    adopted = [s for s in decide.schemes(seen_by=by) if s.state is SchemeState.ADOPTED]
    scheme = decide.in_force(adopted, day)
    if scheme is None:
        return None, []
    return scheme.version, [row for row in scheme.rows if row.act is act]
