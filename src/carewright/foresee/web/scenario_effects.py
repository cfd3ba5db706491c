"""All that projections say of one version of a scenario: every kind of support, and their sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web.prices import prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import SUPPORTS, more_money
from carewright.platform import api as platform
from carewright.ui.formats import pounds

#: Costs further apart than this are said to be: one is more than so many times the other.
FAR_APART: Final = 2.0
Read = foresee.Scenario | foresee.SentScenario


@dataclass(frozen=True, slots=True)
class Effect:
    """The newest answer for each kind of support that a lever touches, and what is missing."""

    readings: tuple[Reading, ...]
    missing: tuple[str, ...]  # kinds of support that a lever touches and nobody projected
    untouched: tuple[str, ...]  # kinds of support for which it has no lever
    not_added: str  # why the pounds of all answers have no sum; empty where they have one

    @property
    def is_whole(self) -> bool:
        """Whether its cost is known for all that it touches."""
        return bool(self.readings) and not self.missing and not self.not_added


def effect_of(found: Read, *, seen_by: platform.Officer) -> Effect:
    """What is known of this version. An answer for what no lever touches says nothing of it."""
    touched = [support for support in SUPPORTS if found.read.touches(support)]
    held = foresee.latest_holdings(found, seen_by=seen_by)
    readings = tuple(
        Reading(each.read, each.place)
        for each in held
        if each.read.answer.question.support in touched
    )
    known = {each.answer.question.support for each in readings}
    return Effect(
        readings,
        missing=tuple(each for each in touched if each not in known),
        untouched=tuple(each for each in SUPPORTS if each not in touched),
        not_added=next(_against_adding(readings), ""),
    )


def _against_adding(readings: tuple[Reading, ...]) -> Iterator[str]:
    """What keeps pounds apart: an unknown cost, or another area, other years or other prices."""
    for each in readings:
        if each.outcome.pounds_difference is None:
            yield _("%(one)s was asked for without a cost.") % {"one": named(each)}
    for one, other in pairwise(readings):
        said = {"one": named(one), "other": named(other)}
        if one.answer.question.area.code != other.answer.question.area.code:
            areas = {"here": one.area, "there": other.area}
            yield _("%(one)s is of %(here)s, %(other)s of %(there)s.") % {**said, **areas}
        if one.answer.years != other.answer.years:
            yield _("%(one)s and %(other)s are of different years.") % said
        if not prices(one).add_to(prices(other)):
            words = {"here": prices(one).words, "there": prices(other).words}
            yield _("%(one)s is %(here)s, %(other)s %(there)s.") % {**said, **words}


def named(reading: Reading) -> str:
    """'Projection 9 (home care)'."""
    return f"{reading.row.reference} ({reading.support.name.lower()})"


def together(effect: Effect, year: int) -> float:
    """Pounds a year beside as now: the sum of the middle of every kind of support."""
    fans = [each.outcome.pounds_difference for each in effect.readings]
    return sum(fan.at(year) for fan in fans if fan)


def half_missing(effect: Effect) -> str:
    """What keeps the cost from being told whole; empty where nothing does, or all is missing."""
    if not effect.readings:
        return ""
    said = [
        _("What it changes in %(support)s is missing: nobody has projected this version for them.")
        % {"support": SUPPORTS[each].name.lower()}
        for each in effect.missing
    ]
    if effect.not_added:
        said.append(_("Its cost is not known as one sum: %(why)s") % {"why": effect.not_added})
    return " ".join(said)


# --- the cost that is asked for, beside the one projected ------------------------------------


def offered(effect: Effect) -> str:
    """What projections say it costs, for whoever types a cost: each, their sum, what is missing."""
    priced = [each for each in effect.readings if each.outcome.pounds_difference]
    if not priced:
        return _("No projection of this version has its cost, so there is none to compare with.")
    said = [_offered(each) for each in priced]
    if effect.is_whole and len(effect.readings) > 1:
        first = effect.readings[0]
        said.append(
            _("Together: %(soon)s a year in %(between)s, %(late)s in %(last)s.")
            % _soon_and_late(first, together(effect, first.between), together(effect, first.last))
        )
    return " ".join([*said, half_missing(effect)]).strip()


def _offered(reading: Reading) -> str:
    fan = reading.outcome.pounds_difference
    if fan is None:
        return ""
    return _(
        "%(named)s says, beside as now: %(soon)s a year in %(between)s, %(late)s in %(last)s, "
        "%(prices)s."
    ) % {
        "named": named(reading), "prices": prices(reading).words,
        **_soon_and_late(reading, fan.at(reading.between), fan.at(reading.last)),
    }  # fmt: skip


def _soon_and_late(reading: Reading, soon: float, late: float) -> dict[str, object]:
    return {
        "soon": more_money(soon), "between": reading.between,
        "late": more_money(late), "last": reading.last,
    }  # fmt: skip


def projected_a_year(effect: Effect, years: int) -> float | None:
    """Pounds a year beside as now: the middle, over so many years from the first lever on.

    None where it is not known for all that the scenario touches.
    """
    if not effect.is_whole:
        return None
    reading = effect.readings[0]
    scenario = reading.answer.question.compared[reading.chosen - 1]
    first = min(lever.from_year for lever in scenario.levers)
    within = [together(effect, year) for year in reading.answer.years if 0 <= year - first < years]
    return sum(within) / len(within) if within else None


def far_apart(effect: Effect, pence: int, years: int) -> str:
    """That the cost asked for is far from the one projected; empty where it is not."""
    projected = projected_a_year(effect, years)
    if projected is None:
        return ""
    asked = pence / 100
    low, high = sorted((asked, projected))
    if low > 0 and high <= FAR_APART * low:
        return ""
    references = [each.row.reference for each in effect.readings]
    puts = _("%(one)s puts it") if len(references) == 1 else _("%(one)s and %(other)s put it")
    said = puts % {"one": references[0], "other": references[-1]}
    return _(
        "The cost asked for is %(asked)s a year, while %(puts)s at %(projected)s a year beside as "
        "now, on average over the %(years)s years from the first lever on."
    ) % {
        "asked": pounds(pence, whole=True), "puts": said, "projected": more_money(projected),
        "years": years,
    }  # fmt: skip
