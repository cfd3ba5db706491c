"""Returns of costs, and what care homes' returns come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from carewright.cost.models import CostReturn
from carewright.cost.rules.returns import CostLine, Kind, Outcome, does_not_add_up
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright_engine.costing.care_home_lines import TYPES, key_of, lines_among
from carewright_engine.costing.care_homes import HomeCosts, HomeReturn, Model, home_costs
from carewright_engine.costing.what_is_in import Element, Held, UnitCost
from carewright_engine.values.money import Pence, total, whole_pence


@dataclass(frozen=True, slots=True)
class Returned:
    """One return with its lines; amounts in pence over the period."""

    id: UUID
    kind: Kind
    who: str
    service: str
    care_group: str
    type_of_care: str
    starts_on: date
    ends_before: date
    unit: str
    units: Decimal | None
    bed_weeks: Decimal | None
    stated_total_pence: int | None
    lines: tuple[CostLine, ...]
    holds: dict[Element, Held]
    source: str
    recorded_by: str
    recorded_by_account: UUID
    recorded_at: datetime
    checked_by: str
    checked_at: datetime | None
    outcome: Outcome | None
    says: str

    @property
    def computed(self) -> Pence:
        """What the lines add up to."""
        return total(Pence(line.pence) for line in self.lines)

    @property
    def does_not_add_up(self) -> str:
        """What is wrong with the stated total; empty where it is the sum of the lines."""
        return does_not_add_up(self.stated_total_pence, self.lines)

    @property
    def a_unit(self) -> Pence | None:
        """What one unit costs by the lines, rounded once; None where units were not said."""
        return whole_pence(Fraction(self.computed) / Fraction(self.units)) if self.units else None


def returns(*, seen_by: platform.Officer) -> OrganisationQuerySet[CostReturn]:
    """Every return to the officer's organisation, the latest period first, for a list page."""
    own = CostReturn.objects.for_organisation(seen_by.organisation.id)
    return own.order_by("-starts_on", "who", "id")


def cost_return(return_id: UUID, *, seen_by: platform.Officer) -> Returned:
    """One return; a stranger's does not exist."""
    found = returns(seen_by=seen_by).prefetch_related("lines").filter(pk=return_id).first()
    if found is None:
        raise platform.NotFound("There is no such return that you may see")
    return _row(found)


def accepted_returns(kind: Kind, *, seen_by: platform.Officer) -> tuple[Returned, ...]:
    """Those of one kind that a second person accepted: the latest, and recorded last, first."""
    found = returns(seen_by=seen_by).filter(kind=kind.value, outcome=Outcome.ACCEPTED.value)
    latest = found.order_by("-starts_on", "-recorded_at", "id")
    return tuple(_row(each) for each in latest.prefetch_related("lines"))


def care_home_costs(*, seen_by: platform.Officer) -> tuple[HomeCosts, ...]:
    """The cost lines of each type of care, from the latest accepted return of each home."""
    latest: dict[tuple[str, str], HomeReturn] = {}
    for each in accepted_returns(Kind.CARE_HOME, seen_by=seen_by):
        latest.setdefault((each.who.casefold(), each.type_of_care), _home(each))
    types = {of: [home for home in latest.values() if home.type_of_care == of] for of in TYPES}
    return tuple(home_costs(homes, of, _model(homes)) for of, homes in types.items() if homes)


def _model(homes: Iterable[HomeReturn]) -> Model:
    """The lines of one type of care: a residential home leaves no nursing staff out."""
    return Model(lines_among(frozenset(key for home in homes for key in home.costs)))


def unit_cost_of(each: Returned) -> UnitCost | None:
    """An in-house service's cost of one unit, with what it holds; None where it has none."""
    if each.a_unit is None:
        return None
    return UnitCost(
        each.who, each.service, each.unit, each.starts_on, each.a_unit, each.source, each.holds
    )


def _home(each: Returned) -> HomeReturn:
    costs: dict[str, Pence] = {}
    for line in each.lines:
        if key := key_of(line.words):
            costs[key] = Pence(line.pence)
    return HomeReturn(each.who, each.type_of_care, costs, each.units or 0, each.bed_weeks or 0)


def _row(found: CostReturn) -> Returned:
    ordered = sorted(found.lines.all(), key=lambda line: line.place)
    return Returned(
        id=found.pk, kind=Kind(found.kind), who=found.who, service=found.service,
        care_group=found.care_group, type_of_care=found.type_of_care, starts_on=found.starts_on,
        ends_before=found.ends_before, unit=found.unit, units=found.units,
        bed_weeks=found.bed_weeks, stated_total_pence=found.stated_total_pence,
        lines=tuple(CostLine(line.words, line.pence) for line in ordered),
        holds={Element(name): Held(held) for name, held in found.holds.items()},
        source=found.source, recorded_by=found.recorded_by_name,
        recorded_by_account=found.recorded_by_account, recorded_at=found.recorded_at,
        checked_by=found.checked_by_name, checked_at=found.checked_at,
        outcome=Outcome(found.outcome) if found.outcome else None, says=found.says,
    )  # fmt: skip
