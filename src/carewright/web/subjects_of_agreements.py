"""What the record says of agreements and of all that hangs on them, each by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from carewright.contract import api as contract
from carewright.cost import api as cost
from carewright.keep_to import api as keep_to
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import api as uplift
from carewright.vary import api as vary
from carewright.web.naming import Ids, Kind, Thing


def _agreements(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in contract.agreements(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each} {each.title}")


def _imports(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in contract.imports(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.file_name)


def _rounds(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in uplift.rounds(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each} {each.reason}")


def _variations(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    found = vary.variations_near(officer).filter(pk__in=ids)
    for each in found.select_related("agreement"):
        yield Thing(each.pk, f"{each.agreement} {each} {each.reason}")


def _exits(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in vary.exits_near(officer).filter(pk__in=ids).select_related("agreement"):
        yield Thing(each.pk, f"{each.agreement} {each}")


def _exemptions(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in vary.exemptions_near(officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each} {each.title}")


def _obligations(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in keep_to.obligations(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each.agreement} {each}")


def _briefings(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    """Each version, on the page of its agreement's briefing."""
    found = keep_to.versions_of_briefings(seen_by=officer).filter(pk__in=ids)
    for each in found.select_related("agreement"):
        yield Thing(each.pk, f"{each.agreement} {each.agreement.title}, {each}", each.agreement_id)


def _statements(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in keep_to.statements(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each.agreement} {each.agreement.title}, {each}")


def _grants(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in keep_to.applications(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each}: {each.purpose}")


def _returns(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in cost.returns(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, str(each))


#: By the kinds of subjects that events name.
KINDS_OF_AGREEMENTS: Final = {
    "agreement": Kind(Act.SEE_AGREEMENTS, "contract:agreement", _agreements),
    "import": Kind(Act.SEE_AGREEMENTS, "contract:import", _imports),
    "uplift_round": Kind(Act.SEE_UPLIFTS, "uplift:round", _rounds),
    "variation": Kind(Act.SEE_AGREEMENTS, "vary:variation", _variations),
    "exit": Kind(Act.SEE_AGREEMENTS, "vary:exit", _exits),
    "exemption": Kind(Act.SEE_AGREEMENTS, "vary:exemption", _exemptions),
    "obligation": Kind(Act.SEE_OBLIGATIONS, "keep_to:obligation", _obligations),
    "briefing": Kind(Act.READ_BRIEFING, "keep_to:briefing", _briefings),
    "statement": Kind(Act.SEE_STATEMENTS, "keep_to:statement", _statements),
    "grant_application": Kind(Act.SEE_GRANTS, "keep_to:application", _grants),
    "cost_return": Kind(Act.SEE_COSTS, "cost:return", _returns),
}
