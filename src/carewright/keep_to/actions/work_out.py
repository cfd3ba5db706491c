"""Works out what agreements oblige to and writes what has changed; twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.actions.reach import require_agreement
from carewright.keep_to.queries.kept import SAID, kept_row
from carewright.keep_to.queries.known import known_of
from carewright.keep_to.rules.carrying_over import Change, Key, New, Said, counted, plan
from carewright.keep_to.rules.known import completed, digest_of, law_digest, owed_under
from carewright.keep_to.rules.life_of_a_duty import OPEN
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london
from carewright_engine.rules.facts import ContractFacts

#: Agreements of one transaction: few enough that nobody who marks something done waits long.
AT_ONCE: Final = 200
ROWS_AT_ONCE: Final = 400
CHANGED: Final = (*SAID, "state", "owner")

#: Told how many agreements of how many are done.
News = Callable[[str, int, int], object]


def _unheard(_step: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What a recomputing came to."""

    agreements: int = 0
    new: int = 0
    changed: int = 0

    def __add__(self, other: Worked) -> Worked:
        return Worked(
            self.agreements + other.agreements, self.new + other.new, self.changed + other.changed
        )


def work_out_all(
    *,
    organisation: platform.Organisation,
    by: platform.Actor,
    at: datetime,
    news: News = _unheard,
) -> Worked:
    """Brings every agreement of the organisation up to date whose facts, law or day are others.

    Each two hundred stand or fall by themselves, so that work broken off is carried on with.
    """
    platform.require(by, Act.WORK_OUT_OBLIGATIONS)
    stale = sorted(_stale(organisation, in_london(at).date()))
    worked = Worked()
    for first in range(0, len(stale), AT_ONCE):
        some = stale[first : first + AT_ONCE]
        worked += work_out(agreement_ids=some, organisation=organisation, by=by, at=at)
        news("Working out what is owed", worked.agreements, len(stale))
    return worked


@transaction.atomic(durable=True)
def work_out(
    *,
    agreement_ids: Sequence[UUID],
    organisation: platform.Organisation,
    by: platform.Actor,
    at: datetime,
) -> Worked:
    """Brings some agreements up to date; whoever does the same at once waits and finds it done."""
    platform.require(by, Act.WORK_OUT_OBLIGATIONS)
    return _worked_out(agreement_ids, organisation, by=by, at=at)


@transaction.atomic(durable=True)
def work_out_one(*, agreement_id: UUID, by: platform.Officer, at: datetime) -> Worked:
    """Brings one agreement up to date for an officer who does not wait for the clock."""
    require_agreement(
        agreement_id, by=by, act=Act.WORK_OUT_OBLIGATIONS, on=in_london(at).date()
    )  # fmt: skip
    return _worked_out([agreement_id], by.organisation, by=by, at=at)


def bring_up_to_date(agreement_id: UUID, *, by: platform.Officer, at: datetime) -> None:
    """The same within the transaction of an action that changed what is known."""
    _worked_out([agreement_id], by.organisation, by=by, at=at)


def _worked_out(
    agreement_ids: Sequence[UUID],
    organisation: platform.Organisation,
    *,
    by: platform.Actor,
    at: datetime,
) -> Worked:
    tables = _locked(organisation.id, agreement_ids, at)
    # Read only now: whatever changed while we waited is seen.
    found = contract.owing(
        organisation_id=organisation.id, area_code=organisation.area_code or "",
        among=agreement_ids,
    )  # fmt: skip
    known = known_of(agreement_ids, organisation_id=organisation.id)
    stands = _standing(organisation.id, agreement_ids)
    written = _Written(organisation.id, by.name, at)
    for each in found:
        facts = completed(each.facts, known.get(each.agreement_id))
        owed = owed_under(facts, in_london(at).date()) if each.obliges else ()
        written.take(each, stands.get(each.agreement_id, []), counted(owed, each.over_on))
        table = tables[each.agreement_id]
        table.facts_sha256 = _worked_from(each, facts)
        table.worked_out_on, table.worked_out_at = in_london(at).date(), at
    written.save()
    models.Timetable.objects.bulk_update(
        [tables[each.agreement_id] for each in found],
        ["facts_sha256", "worked_out_on", "worked_out_at"], batch_size=ROWS_AT_ONCE,
    )  # fmt: skip
    worked = Worked(len(found), len(written.new), len(written.history))
    _record(worked, agreement_ids, organisation.id, by=by, at=at)
    return worked


@dataclass
class _Written:
    """What is written at once for some agreements: new rows, changed ones and their history."""

    organisation_id: UUID
    by_name: str
    at: datetime
    new: list[models.Obligation] = field(default_factory=list)
    changed: dict[UUID, models.Obligation] = field(default_factory=dict)
    history: list[models.ObligationChange] = field(default_factory=list)

    def take(
        self,
        owing: contract.Owing,
        stands: Sequence[models.Obligation],
        wanted: Mapping[Key, Said],
    ) -> None:
        """Compares what stands of one agreement with what its rules want."""
        planned = plan([kept_row(each) for each in stands], wanted, kept_since=owing.kept_since)
        self.new += [self._made(each, owing) for each in planned.new]
        rows = {each.pk: each for each in stands}
        for change in planned.changes:
            self._change(rows[change.id], change)
        self._follow_contact(stands, owing.contact_id)

    def save(self) -> None:
        """Writes all of it."""
        obligations = models.Obligation.objects
        obligations.bulk_create(self.new, batch_size=ROWS_AT_ONCE)
        if self.changed:
            obligations.bulk_update(self.changed.values(), CHANGED, batch_size=ROWS_AT_ONCE)
        models.ObligationChange.objects.bulk_create(self.history, batch_size=ROWS_AT_ONCE)

    def _made(self, each: New, owing: contract.Owing) -> models.Obligation:
        rule, nth = each.key
        return models.Obligation(
            organisation_id=self.organisation_id, agreement_id=owing.agreement_id, rule=rule,
            nth=nth, state=each.state.value, owner_id=owing.contact_id, first_at=self.at,
            **asdict(each.said),
        )  # fmt: skip

    def _change(self, row: models.Obligation, change: Change) -> None:
        for name, value in asdict(change.said).items():
            setattr(row, name, value)
        row.state = change.state.value
        self.changed[row.pk] = row
        self.history.append(models.ObligationChange(
            organisation_id=self.organisation_id, obligation=row, kind=change.kind.value,
            day_before=change.day_before, day_after=change.said.last_day, why=change.why,
            by_name=self.by_name, at=self.at,
        ))  # fmt: skip

    def _follow_contact(self, stands: Sequence[models.Obligation], contact_id: UUID | None) -> None:
        """What nobody was handed is whose the agreement is."""
        for row in stands:
            follows = not row.handed_on and row.state in OPEN and row.owner_id != contact_id
            if follows:
                row.owner_id = contact_id
                self.changed[row.pk] = row


def _stale(organisation: platform.Organisation, today: date) -> Iterator[UUID]:
    """Agreements whose facts or law are other than those worked from, or worked out before today.

    An agreement that nobody has worked out yet is one of them.
    """
    own = models.Timetable.objects.for_organisation(organisation.id)
    worked = {e.agreement_id: (e.facts_sha256, e.worked_out_on) for e in own.iterator()}
    known = known_of(None, organisation_id=organisation.id)
    for each in contract.owing(
        organisation_id=organisation.id, area_code=organisation.area_code or ""
    ):
        facts = completed(each.facts, known.get(each.agreement_id))
        never = not each.obliges and each.agreement_id not in worked
        if not never and worked.get(each.agreement_id) != (_worked_from(each, facts), today):
            yield each.agreement_id


def _worked_from(each: contract.Owing, facts: ContractFacts) -> str:
    """A digest of what is owed under an agreement; of what obliges to nothing there is none."""
    return digest_of(facts, each.over_on) if each.obliges else ""


def _locked(
    organisation_id: UUID, agreement_ids: Iterable[UUID], at: datetime
) -> dict[UUID, models.Timetable]:
    """The timetables, each made where there is none, and locked in one order."""
    wanted = sorted(agreement_ids)
    models.Timetable.objects.bulk_create(
        [models.Timetable(organisation_id=organisation_id, agreement_id=each) for each in wanted],
        ignore_conflicts=True,
    )
    own = models.Timetable.objects.for_organisation(organisation_id)
    found = own.filter(agreement_id__in=wanted).order_by("agreement_id").select_for_update()
    return {each.agreement_id: each for each in found}


def _standing(
    organisation_id: UUID, agreement_ids: Sequence[UUID]
) -> Mapping[UUID, list[models.Obligation]]:
    own = models.Obligation.objects.for_organisation(organisation_id)
    among = own.filter(agreement_id__in=agreement_ids).order_by("pk")
    found: dict[UUID, list[models.Obligation]] = {}
    for each in among.select_for_update():
        found.setdefault(each.agreement_id, []).append(each)
    return found


def _record(
    worked: Worked, agreement_ids: Sequence[UUID], organisation_id: UUID, *,
    by: platform.Actor, at: datetime,
) -> None:  # fmt: skip
    """One event for some agreements; none where nothing has changed. Each row has its history."""
    if not worked.new and not worked.changed:
        return
    platform.audit.record(
        Act.WORK_OUT_OBLIGATIONS, "organisation", organisation_id, by=by, at=at,
        organisation_id=organisation_id, new=worked.new, changed=worked.changed,
        agreements=[str(each) for each in agreement_ids], law=law_digest(),
    )  # fmt: skip
