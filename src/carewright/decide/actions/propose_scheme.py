"""Proposes a version of the scheme of delegation from a file, adopts it, or puts it aside."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from carewright.decide.models import Scheme, SchemeLine
from carewright.decide.queries.schemes import roles_that_decide
from carewright.decide.rules.life_of_a_scheme import SCHEME_MOVES, SchemeState
from carewright.decide.rules.notation import written_roles, written_stage
from carewright.decide.rules.reading_scheme import Reading, read_scheme
from carewright.decide.rules.scheme import SchemeRow
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london, written_date

KIND = "scheme_of_delegation"


class CannotPropose(Exception):
    """The file holds something that cannot be used, so nothing of it is kept."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("The file cannot be used as it stands")
        self.reading = reading


class CannotAdopt(platform.Blocked):
    """The version cannot count; each blocker says why."""

    between = " "


@transaction.atomic(durable=True)
def propose_scheme(
    *,
    file_name: str,
    content: bytes,
    takes_effect_on: date,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps every row of a file as a new version, or none of them."""
    platform.require(by, Act.PROPOSE_SCHEME)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    reading = read_scheme(content, roles=roles_that_decide(by.organisation.kind))
    if not reading.usable:
        raise CannotPropose(reading)
    scheme = Scheme.objects.create(
        organisation_id=by.organisation.id, version=_next_version(by),
        takes_effect_on=takes_effect_on, file_name=file_name[:255],
        proposed_by_id=by.account_id, proposed_by_name=by.name, proposed_at=at,
    )  # fmt: skip
    SchemeLine.objects.bulk_create(_line(scheme, row) for row in reading.rows)
    _record(Act.PROPOSE_SCHEME, scheme, by, at, rows=len(reading.rows))
    once.keep(scheme.pk)
    return scheme.pk


@transaction.atomic(durable=True)
def adopt_scheme(*, scheme_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Makes a version count from its day on; another person than the one who proposed it."""
    scheme = _in_reach(scheme_id, by, Act.ADOPT_SCHEME)
    if blockers := _blockers_to_adopt(scheme, by, in_london(at).date()):
        raise CannotAdopt(blockers)
    try:
        with transaction.atomic():
            _end(scheme, SchemeState.ADOPTED, by, at)
    except IntegrityError:
        day = written_date(scheme.takes_effect_on)
        says = f"Another version takes effect on {day}. Put this one aside and choose another day."
        raise CannotAdopt([Blocker("", says)]) from None
    _record(Act.ADOPT_SCHEME, scheme, by, at)


@transaction.atomic(durable=True)
def put_scheme_aside(*, scheme_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Keeps a proposed version from ever counting."""
    scheme = _in_reach(scheme_id, by, Act.PROPOSE_SCHEME)
    if SchemeState.PUT_ASIDE not in SCHEME_MOVES[SchemeState(scheme.state)]:
        raise CannotAdopt([_over(scheme)])
    _end(scheme, SchemeState.PUT_ASIDE, by, at)
    _record("put_scheme_aside", scheme, by, at)


def _blockers_to_adopt(scheme: Scheme, by: platform.Officer, today: date) -> list[Blocker]:
    found = []
    if SchemeState.ADOPTED not in SCHEME_MOVES[SchemeState(scheme.state)]:
        found.append(_over(scheme))
    if platform.is_same_person(by, scheme.proposed_by_id):
        says = "You proposed this version, so another person has to adopt it."
        found.append(Blocker("", says))
    if scheme.takes_effect_on < today:
        says = "Its day has passed, and powers are not given backwards. Propose it for a later day."
        found.append(Blocker("", says))
    return found


def _over(scheme: Scheme) -> Blocker:
    label = SchemeState(scheme.state).label.lower()
    return Blocker("", f"Version {scheme.version} is not waiting any more: {label}.")


def _next_version(by: platform.Officer) -> int:
    platform.wait_ones_turn(KIND, by.organisation.id)
    own = Scheme.objects.for_organisation(by.organisation.id)
    return (own.aggregate(last=Max("version"))["last"] or 0) + 1


def _line(scheme: Scheme, row: SchemeRow) -> SchemeLine:
    return SchemeLine(
        scheme=scheme, number=row.number, act=row.act.value, framework=row.framework.value,
        over_pence=row.pence.over, up_to_pence=row.pence.up_to,
        over_months=row.months.over, up_to_months=row.months.up_to,
        steps=[written_stage(stage) for stage in row.stages],
        urgent_roles=written_roles(row.urgent_roles), urgent_days=row.urgent_days,
        days_to_decide=row.days_to_decide, cited=row.cited,
        scrutiny_before=row.scrutiny_before, scrutiny_after=row.scrutiny_after,
    )  # fmt: skip


def _in_reach(scheme_id: UUID, by: platform.Officer, act: Act) -> Scheme:
    platform.require(by, act)
    own = Scheme.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=scheme_id).first()
    if found is None:
        raise platform.NotYours
    return found


def _end(scheme: Scheme, state: SchemeState, by: platform.Officer, at: datetime) -> None:
    scheme.state, scheme.ended_by_id = state.value, by.account_id
    scheme.ended_by_name, scheme.ended_at = by.name, at
    scheme.save(update_fields=["state", "ended_by", "ended_by_name", "ended_at"])


def _record(act: str, scheme: Scheme, by: platform.Officer, at: datetime, *, rows: int = 0) -> None:
    platform.audit.record(
        act, KIND, scheme.pk, by=by, at=at, organisation_id=scheme.organisation_id,
        version=scheme.version, takes_effect_on=scheme.takes_effect_on.isoformat(), rows=rows,
    )  # fmt: skip
