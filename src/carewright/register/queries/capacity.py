"""What was reported of capacity, for the register's own list and for looking ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from carewright.platform import api as platform
from carewright.register import rows
from carewright.register.models import CapacityReport
from carewright.register.rules.capacity import CapacityFrom, added_up, one_line


def capacity_reports(
    *, seen_by: platform.Officer, on: date, area_code: str = "", support: str = ""
) -> QuerySet[CapacityReport]:
    """The organisation's reports for a list page, each with its `state` on a day."""
    found = CapacityReport.objects.for_organisation(seen_by.organisation.id)
    wanted = {"area_code": area_code, "support": support}
    state = Case(
        When(~Q(taken_back_at=None), then=Value("taken_back")),
        When(planned=True, since__gt=on, then=Value("planned")),
        When(planned=True, then=Value("due")),
        default=Value("there"), output_field=CharField(),
    )  # fmt: skip
    given = {column: value for column, value in wanted.items() if value}
    return found.filter(**given).annotate(state=state)


def capacity_report(report_id: UUID, *, seen_by: platform.Officer) -> rows.CapacityReport:
    """One report; a stranger's does not exist."""
    among = CapacityReport.objects.for_organisation(seen_by.organisation.id)
    found = among.filter(pk=report_id).first()
    if found is None:
        raise platform.NotFound
    return rows.CapacityReport(
        id=found.pk, area_name=found.area_name, support=found.support, measure=found.measure,
        amount=found.amount, since=found.since, planned=found.planned,
        provider_name=found.provider_name, said_by=found.said_by, source=found.source,
        reported_by=found.reported_by_name, reported_at=found.reported_at,
        taken_back_by=found.taken_back_by_name, taken_back_at=found.taken_back_at,
        taken_back_reason=found.taken_back_reason,
    )  # fmt: skip


def areas_of_capacity(*, seen_by: platform.Officer) -> list[tuple[str, str]]:
    """Codes and names of the areas that capacity was reported for, by name."""
    found = CapacityReport.objects.for_organisation(seen_by.organisation.id)
    named = dict(found.order_by().values_list("area_code", "area_name").distinct())
    return sorted(named.items(), key=lambda area: area[1])


def capacities_for(
    area_code: str, *, councils: Collection[str] = (), support: str, seen_by: platform.Officer
) -> list[CapacityFrom]:
    """How much can be provided in an area from which day on, the first day first.

    An area of several councils that nobody reported as a whole takes the sum of its councils,
    if each of them was reported; otherwise nothing is known, and the list is empty.
    """
    standing = CapacityReport.objects.for_organisation(seen_by.organisation.id)
    standing = standing.filter(taken_back_at=None, support=support)
    among = standing.filter(area_code__in={area_code, *councils}).order_by("reported_at", "id")
    by_area: dict[str, list[CapacityReport]] = defaultdict(list)
    for each in among:
        by_area[each.area_code].append(each)
    if own := _line(by_area[area_code]):
        return own
    lines = [_line(by_area[council]) for council in councils]
    return added_up(lines) if all(lines) else []


def _line(reports: Iterable[CapacityReport]) -> list[CapacityFrom]:
    parts: dict[str, list[CapacityFrom]] = defaultdict(list)
    for each in reports:
        parts[each.provider_name].append(CapacityFrom(each.since, each.amount, each.planned))
    whole = parts.pop("", [])
    return one_line(whole, parts.values())
