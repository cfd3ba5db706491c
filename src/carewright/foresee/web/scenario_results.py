"""What a scenario comes to on a page: each kind of support, their sum, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web import findings
from carewright.foresee.web.asking import key_of
from carewright.foresee.web.prices import prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.scenario_effects import Effect, Read, together
from carewright.foresee.web.wording import SUPPORTS, chance, money, more_money, rounded, signed
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Fact, Link, Unknown
from carewright_engine.demand.scenarios.summaries import Fan


@dataclass(frozen=True, slots=True)
class Result:
    """One kind of support: finding, figures, and the way to the projection that they are from."""

    support: str
    heading: str
    facts: tuple[Fact, ...]
    link: Link


@dataclass(frozen=True, slots=True)
class Results:
    """All kinds of support that the scenario touches, with the sum of their pounds."""

    each: tuple[Result, ...]
    both: tuple[Fact, ...]
    not_added: str
    missing: tuple[Unknown, ...]
    untouched: tuple[str, ...]


def results(effect: Effect, found: Read, *, by: platform.Officer) -> Results:
    """The effect as the pages of a scenario, and of what was sent of it, print it."""
    not_added = ""
    if effect.not_added and len(effect.readings) > 1:
        not_added = _("Their pounds are not added up. %(why)s") % {"why": effect.not_added}
    return Results(
        tuple(_result(each) for each in effect.readings), _both(effect), not_added,
        tuple(_missing(support, effect, found, by) for support in effect.missing),
        tuple(
            _("No lever is for %(support)s: nothing changes there.")
            % {"support": SUPPORTS[each].name.lower()}
            for each in effect.untouched
        ),
    )  # fmt: skip


def _both(effect: Effect) -> tuple[Fact, ...]:
    """The sum of the middles; without an interval, as chances of sums are not sums of chances."""
    if not effect.is_whole or len(effect.readings) < 2:
        return ()
    first = effect.readings[0]
    how = _("sum of the middles of both projections, %(prices)s") % {"prices": prices(first).words}
    return tuple(
        Fact(
            _("Pounds %(year)s, both together") % {"year": year},
            _("%(more)s a year beside as now") % {"more": more_money(together(effect, year))}, how,
        )
        for year in (first.between, first.last)
    )  # fmt: skip


def _result(reading: Reading) -> Result:
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
        f"{reading.support.name}, {reading.area}",
        findings.of_one(reading), (amount, _money(reading), _gap(reading)),
        Link(words, address(reading)),
    )  # fmt: skip


def address(reading: Reading) -> str:
    """The projection, looking at this scenario."""
    return f"{reading.address}?of={reading.chosen}"


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
    beside = _("%(more)s a year beside as now, %(prices)s") % {
        "more": more_money(outcome.pounds_difference.at(last)), "prices": prices(reading).words
    }  # fmt: skip
    return Fact(name, _("%(pounds)s a year") % {"pounds": money(outcome.pounds.at(last))}, beside)


def _gap(reading: Reading) -> Fact:
    gap, last = reading.outcome.gap, reading.last
    name = _("Gap %(year)s") % {"year": last}
    if gap is None:
        return Fact(name, _("Not known"), _("No capacity was reported."))
    missing = f"{reading.say(gap.size(last))} {reading.support.short}"
    return Fact(name, missing, _("%(odds)s that any is missing") % {"odds": chance(gap.chance[-1])})


def _missing(support: str, effect: Effect, found: Read, by: platform.Officer) -> Unknown:
    """That nobody has projected a kind of support that a lever touches, and where to ask for it."""
    words = SUPPORTS[support]
    said = _(
        "A lever of this scenario touches %(support)s, and no projection that you may see holds "
        "this version for them: %(column)s, pounds and gap are not known."
    ) % {"support": words.name.lower(), "column": words.column.lower()}  # fmt: skip
    return Unknown(
        said, title=_("%(support)s: not known") % {"support": words.name},
        fill=tuple(ask_for(support, effect, found, by)),
    )  # fmt: skip


def ask_for(support: str, effect: Effect, found: Read, by: platform.Officer) -> list[Link]:
    """Where to ask, of the area and years of the other half; only of the version there is now."""
    if isinstance(found, foresee.SentScenario):
        scenario_id, stands = found.scenario_id, found.version_now == found.version
    else:
        scenario_id, stands = found.id, not found.put_away_at
    if not stands or not platform.may(by, Act.RUN_PROJECTION):
        return []
    asked = {"scenario": str(scenario_id), "support": support}
    if effect.readings:
        question = effect.readings[0].answer.question
        asked |= {"area": key_of(question.area), "years": str(question.years)}
    words = _("Ask for a projection of %(support)s") % {"support": SUPPORTS[support].name.lower()}
    return [Link(words, f"{reverse('foresee:ask')}?{urlencode(asked)}")]


def see_changes(effect: Effect) -> tuple[Link, ...]:
    """The way to each projection that holds this version, looking at it."""
    return tuple(
        Link(
            _("See what it changes in %(support)s") % {"support": each.support.name.lower()},
            f"{address(each)}#scenarios",
        )
        for each in effect.readings
    )
