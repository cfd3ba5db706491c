"""What a scenario comes to, out of the latest projection that holds this version of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web import findings
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import chance, money, rounded, signed
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import pounds
from carewright.ui.rows import Fact, Link, Unknown
from carewright_engine.demand.scenarios.summaries import Fan

#: Costs further apart than this are said to be: one is more than so many times the other.
FAR_APART: Final = 2.0
Read = foresee.Scenario | foresee.SentScenario


@dataclass(frozen=True, slots=True)
class Result:
    """The finding, its figures, and the way to the projection that they are from."""

    heading: str
    facts: tuple[Fact, ...]
    link: Link


def reading_of(found: Read, *, seen_by: platform.Officer) -> Reading | None:
    """The latest projection that holds this version, read at the scenario's place."""
    held = foresee.latest_holding(found, seen_by=seen_by)
    return Reading(held.read, held.place) if held else None


def result(reading: Reading) -> Result:
    """Hours or places, pounds and the gap, each beside as now."""
    outcome, last = reading.outcome, reading.last
    amount = Fact(
        f"{reading.support.column} {last}", f"{reading.say(outcome.amount.at(last))} "
        f"{reading.support.short}", _beside(outcome.difference, last, reading),
    )  # fmt: skip
    words = _("%(reference)s: %(title)s") % {
        "reference": reading.row.reference, "title": reading.row.called
    }  # fmt: skip
    return Result(
        findings.of_one(reading), (amount, _money(reading), _gap(reading)),
        Link(words, f"{reading.address}?of={reading.chosen}"),
    )  # fmt: skip


def _beside(difference: Fan, year: int, reading: Reading) -> str:
    said = [
        signed(rounded(difference.at(year, level), reading.step)) for level in (0.5, 0.025, 0.975)
    ]
    return _("%(middle)s beside as now (95 chances in 100: %(low)s to %(high)s)") % {
        "middle": said[0], "low": said[1], "high": said[2]
    }  # fmt: skip


def _money(reading: Reading) -> Fact:
    outcome, last = reading.outcome, reading.last
    name = _("Pounds %(year)s") % {"year": last}
    if outcome.pounds is None or outcome.pounds_difference is None:
        return Fact(name, _("Not known"), _("The projection was asked for without a cost."))
    beside = _("%(more)s a year beside as now") % {
        "more": _more(outcome.pounds_difference.at(last))
    }
    return Fact(name, _("%(pounds)s a year") % {"pounds": money(outcome.pounds.at(last))}, beside)


def _more(amount: float) -> str:
    return f"+{money(amount)}" if amount > 0 else money(amount)


def _gap(reading: Reading) -> Fact:
    gap, last = reading.outcome.gap, reading.last
    name = _("Gap %(year)s") % {"year": last}
    if gap is None:
        return Fact(name, _("Not known"), _("No capacity was reported."))
    missing = f"{reading.say(gap.size(last))} {reading.support.short}"
    return Fact(name, missing, _("%(odds)s that any is missing") % {"odds": chance(gap.chance[-1])})


def no_result(found: Read, *, by: platform.Officer) -> Unknown:
    """That nobody has projected this version, and where to ask, if it is still the one there is."""
    stands = isinstance(found, foresee.Scenario) or found.version_now == found.version
    link = (_ask(found),) if stands and platform.may(by, Act.RUN_PROJECTION) else ()
    words = _(
        "No projection that you may see holds this version, so hours, pounds and gap are not known."
    )
    return Unknown(words, fill=link)


def _ask(found: Read) -> Link:
    scenario_id = found.id if isinstance(found, foresee.Scenario) else found.scenario_id
    asked = urlencode({"scenario": str(scenario_id)})
    return Link(_("Ask for a projection of it"), f"{reverse('foresee:ask')}?{asked}")


# --- the cost that is asked for, beside the one projected ------------------------------------


def projected_a_year(reading: Reading, years: int) -> float | None:
    """Pounds a year beside as now: the middle, over so many years from the first lever on."""
    fan = reading.outcome.pounds_difference
    if fan is None:
        return None
    scenario = reading.answer.question.compared[reading.chosen - 1]
    first = min(lever.from_year for lever in scenario.levers)
    within = [fan.at(year) for year in reading.answer.years if first <= year < first + years]
    return sum(within) / len(within) if within else None


def offered(reading: Reading | None) -> str:
    """What the projection says it costs, for whoever types a cost."""
    fan = reading.outcome.pounds_difference if reading else None
    if reading is None or fan is None:
        return _("No projection of this version has its cost, so there is none to compare with.")
    return _(
        "%(reference)s says, beside as now: %(soon)s a year in %(between)s, %(late)s in %(last)s."
    ) % {
        "reference": reading.row.reference, "soon": _more(fan.at(reading.between)),
        "between": reading.between, "late": _more(fan.at(reading.last)), "last": reading.last,
    }  # fmt: skip


def far_apart(reading: Reading | None, pence: int, years: int) -> str:
    """That the cost asked for is far from the one projected; empty where it is not."""
    projected = projected_a_year(reading, years) if reading else None
    if reading is None or projected is None:
        return ""
    asked = pence / 100
    low, high = sorted((asked, projected))
    if low > 0 and high <= FAR_APART * low:
        return ""
    return _(
        "The cost asked for is %(asked)s a year, while %(reference)s puts it at %(projected)s a "
        "year beside as now, on average over the %(years)s years from the first lever on."
    ) % {
        "asked": pounds(pence, whole=True), "reference": reading.row.reference,
        "projected": _more(projected), "years": years,
    }  # fmt: skip
