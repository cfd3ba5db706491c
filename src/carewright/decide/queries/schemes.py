"""Schemes of delegation, and what each of their rows says."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.decide import rows
from carewright.decide.models import Scheme, SchemeLine
from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.life_of_a_scheme import SchemeState
from carewright.decide.rules.notation import read_roles, read_stage
from carewright.decide.rules.scheme import Bounds, SchemeRow, in_force
from carewright.platform import api as platform


def scheme(scheme_id: UUID, *, seen_by: platform.Officer) -> rows.Scheme:
    """One version of the scheme of the officer's organisation."""
    own = Scheme.objects.for_organisation(seen_by.organisation.id)
    found = own.prefetch_related("lines").filter(pk=scheme_id).first()
    if found is None:
        raise platform.NotFound("There is no such scheme that you may see")
    return scheme_row(found)


def schemes(*, seen_by: platform.Officer) -> list[rows.Scheme]:
    """Every version of the organisation's scheme, the latest first."""
    own = Scheme.objects.for_organisation(seen_by.organisation.id).prefetch_related("lines")
    return [scheme_row(found) for found in own.order_by("-version")]


def scheme_in_force(organisation_id: UUID, *, on: date) -> Scheme | None:
    """The version that counts in the organisation on a day."""
    own = Scheme.objects.for_organisation(organisation_id)
    return in_force(own.filter(state=SchemeState.ADOPTED.value), on)


def scheme_row(found: Scheme) -> rows.Scheme:
    """The version as others see it."""
    lines = sorted(found.lines.all(), key=lambda line: line.number)
    return rows.Scheme(
        id=found.pk, organisation_id=found.organisation_id, version=found.version,
        takes_effect_on=found.takes_effect_on, state=SchemeState(found.state),
        file_name=found.file_name, proposed_by_account=found.proposed_by_id,
        proposed_by=found.proposed_by_name, proposed_at=found.proposed_at,
        ended_by=found.ended_by_name, ended_at=found.ended_at,
        rows=tuple(line_row(line) for line in lines),
    )  # fmt: skip


def line_row(line: SchemeLine) -> SchemeRow:
    """A row of the scheme as the rules know it."""
    return SchemeRow(
        number=line.number,
        act=DecidedAct(line.act),
        pence=Bounds(line.over_pence, line.up_to_pence),
        months=Bounds(line.over_months, line.up_to_months),
        framework=Framework(line.framework),
        stages=tuple(read_stage(cell) for cell in line.steps),
        urgent_roles=read_roles(line.urgent_roles) if line.urgent_roles else frozenset(),
        urgent_days=line.urgent_days,
        days_to_decide=line.days_to_decide,
        cited=line.cited,
        scrutiny_before=line.scrutiny_before,
        scrutiny_after=line.scrutiny_after,
    )


def roles_that_decide(kind: platform.OrganisationKind) -> frozenset[platform.Role]:
    """The roles that a scheme of such an organisation may give powers to."""
    may = platform.PERMISSIONS[platform.Act.DECIDE_REQUEST].roles
    return may & platform.ROLES_OF_KIND[kind]
