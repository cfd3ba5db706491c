"""The register of exemptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from carewright.contract import api as contract
from carewright.contract.api import Regime
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.vary import rows
from carewright.vary.models import Exemption, Reliance
from carewright.vary.rules.exempting import has_lapsed
from carewright.vary.rules.lives import ExemptionState
from carewright.vary.rules.words import Scope
from carewright_engine.rules import facts as law
from carewright_engine.rules.exemption_grounds import (
    ExemptionGround,
    every_exemption_ground,
    exemption_grounds,
)
from carewright_engine.rules.reading import NotInForce, held_on


def exemptions(*, seen_by: platform.Officer, on: date) -> list[rows.Exemption]:
    """All of the organisation, the latest first, lapsed and withdrawn ones among them."""
    found = list(exemptions_near(seen_by).order_by("-number"))
    reliances = _reliances(found, seen_by)
    return [_row(each, reliances.get(each.pk, ()), on) for each in found]


def exemption(exemption_id: UUID, *, seen_by: platform.Officer, on: date) -> rows.Exemption:
    """One of them; a stranger's does not exist."""
    found = exemptions_near(seen_by).filter(pk=exemption_id).first()
    if found is None:
        raise platform.NotFound("There is no such exemption that you may see")
    return _row(found, _reliances([found], seen_by).get(found.pk, ()), on)


def exemptions_of(
    agreement_id: UUID, *, seen_by: platform.Officer, on: date
) -> tuple[rows.Exemption, ...]:
    """Those on which one agreement relies."""
    near = exemptions_near(seen_by).filter(reliances__agreement_id=agreement_id)
    return tuple(_row(each, (), on) for each in near.distinct().order_by("-number"))


def exemptions_near(officer: platform.Officer) -> OrganisationQuerySet[Exemption]:
    """The organisation's own."""
    return Exemption.objects.for_organisation(officer.organisation.id)


def grounds(
    regime: Regime, *, seen_by: platform.Officer, on: date
) -> tuple[ExemptionGround, ...]:  # fmt: skip
    """On what the regime lets something be bought without competition, on a day."""
    nation = contract.nation_of(regime, seen_by.organisation.area_code or "")
    return exemption_grounds(law.Regime(regime.value), nation, on)


def ground_of(found: Exemption) -> ExemptionGround | None:
    """The row of law on which it stands, as of its first day."""
    try:
        return held_on(every_exemption_ground(), found.ground, found.starts_on)
    except NotInForce:
        return None


def request_of(found: Exemption, *, seen_by: platform.Officer) -> UUID | None:
    """The request for approval that decides on it: its paper's where it has one."""
    if found.paper_id is None:
        return found.request_id
    asked = decide.approvals_about(govern.PAPER, found.paper_id, seen_by=seen_by)
    approved = [each.id for each in asked if each.state is RequestState.APPROVED]
    return approved[0] if approved else None


def _reliances(
    found: Iterable[Exemption], seen_by: platform.Officer
) -> dict[UUID, tuple[rows.Reliance, ...]]:
    """By exemption; one person's placement only for whoever may see people."""
    among = contract.agreements(seen_by=seen_by)
    lines = Reliance.objects.filter(exemption__in=list(found), agreement__in=among)
    grouped: dict[UUID, tuple[rows.Reliance, ...]] = {}
    for each in lines.select_related("agreement", "variation").order_by("recorded_at", "id"):
        line = rows.Reliance(
            each.agreement_id, str(each.agreement), each.agreement.title, each.pence,
            str(each.variation or ""),
        )  # fmt: skip
        grouped[each.exemption_id] = (*grouped.get(each.exemption_id, ()), line)
    return grouped


def _row(found: Exemption, reliances: tuple[rows.Reliance, ...], on: date) -> rows.Exemption:
    ground = ground_of(found)
    return rows.Exemption(
        id=found.pk, reference=str(found), state=ExemptionState(found.state),
        scope=Scope(found.scope), title=found.title, regime=Regime(found.regime),
        ground=found.ground, ground_words=ground.words if ground else found.ground,
        ground_source=ground.source if ground else "",
        ground_verified=ground.verified if ground else False,
        why=found.why, alternatives=found.alternatives, value_pence=found.value_pence,
        used_pence=found.used_pence, starts_on=found.starts_on, ends_before=found.ends_before,
        people_affected=found.people_affected, request_id=found.request_id,
        paper_id=found.paper_id, told_on=found.told_on, told_how=found.told_how,
        withdrawn_why=found.withdrawn_why, written_by=found.written_by_name,
        written_by_account=found.written_by_account, written_at=found.written_at,
        reliances=reliances, has_lapsed=has_lapsed(found.ends_before, on),
    )  # fmt: skip
