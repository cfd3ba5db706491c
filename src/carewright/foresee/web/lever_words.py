"""Levers in plain words, as a page and a report say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, ngettext

from carewright.foresee.web.lever_fields import IN_100, PLAIN, POUNDS, Scale
from carewright.foresee.web.lever_kinds import BANDS, LEVEL_NAMES
from carewright.ui.formats import number
from carewright_engine.demand.scenarios import levers as engine
from carewright_engine.demand.scenarios.evidence import QUALITY_IN_WORDS
from carewright_engine.demand.scenarios.uncertain import Uncertain

SUPPORTS: Final = {"care_at_home": "care at home", "care_home": "care homes"}
UNITS: Final = {"care_at_home": "hours a week", "care_home": "places"}


@dataclass(frozen=True, slots=True)
class LeverWords:
    """One lever as people read it: what it does, whom it reaches, what it rests on."""

    name: str
    does: str
    reaches: str
    evidence: str
    says: str
    levels: tuple[str, ...] = ()

    @property
    def in_one(self) -> str:
        """'Telecare and recovery: 9% fewer hours … from 2027; evidence: …, practice figure'."""
        return f"{self.name}: {self.does}; {self.evidence}"

    @property
    def sentence(self) -> str:
        """What it does, as a sentence of its own."""
        return f"{self.does[0].upper()}{self.does[1:]}."

    @property
    def whole(self) -> str:
        """What it does and whom it reaches."""
        return f"{self.sentence} {self.reaches}." if self.reaches else self.sentence

    @property
    def rests_on(self) -> str:
        """The evidence, as a sentence of its own."""
        return f"{self.evidence[0].upper()}{self.evidence[1:]}. “{self.says}”"


def in_words(lever: engine.Lever, areas: Mapping[str, str] | None = None) -> LeverWords:
    """The lever in words; `areas` are the names of areas by their codes."""
    quality = QUALITY_IN_WORDS[lever.evidence.quality]
    return LeverWords(
        name=lever.name,
        does=f"{_does(lever)} {_when(lever)}",
        reaches=_reaches(lever, areas or {}),
        evidence=gettext("evidence: %(source)s, %(quality)s")
        % {"source": lever.evidence.source, "quality": _not_twice(quality, lever.evidence.source)},
        says=lever.evidence.says,
        levels=_levels(lever) if isinstance(lever, engine.Eligibility) else (),
    )


def _not_twice(quality: str, source: str) -> str:
    """The quality without what the source says already: 'practice figure; evidence needed'."""
    kind, _semicolon, rest = quality.partition("; ")
    return rest if rest and source.casefold().startswith(kind) else quality


def _does(lever: engine.Lever) -> str:
    """What the lever does, with between which numbers it likely lies."""
    match lever:
        case engine.Prevention():
            return _prevention(lever)
        case engine.HoursForEach():
            return gettext("%(change)s hours for each person in %(support)s") % {
                "change": _more_or_fewer(lever.change), "support": SUPPORTS[lever.support]
            }  # fmt: skip
        case engine.Trend():
            return gettext("%(change)s people of each age use %(support)s, year upon year,") % {
                "change": _more_or_fewer(lever.a_year), "support": SUPPORTS[lever.support]
            }  # fmt: skip
        case engine.Charge():
            return _charge(lever)
        case engine.BalanceOfCare():
            return _balance(lever)
        case engine.CarersStop():
            return gettext(
                "the chance that an unpaid carer stops is %(times)s times what it is now, as found "
                "by following people one by one,"
            ) % {"times": _likely(lever.times, PLAIN)}
        case engine.Eligibility():
            return gettext("help begins at “%(then)s” instead of “%(now)s”") % {
                "then": str(LEVEL_NAMES[lever.then_from]).lower(),
                "now": str(LEVEL_NAMES[lever.now_from]).lower(),
            }  # fmt: skip
        case _:
            return _of_supply(lever)


def _charge(lever: engine.Charge) -> str:
    pounds, support = POUNDS.written(lever.pounds_a_week), SUPPORTS[lever.support]
    said = gettext("a charge of %(pounds)s a week for %(support)s") % {
        "pounds": pounds, "support": support
    }  # fmt: skip
    if lever.stop_for_ten_pounds is None:
        return gettext("%(charge)s; who stops is found by following people one by one,") % {
            "charge": said
        }
    return gettext("%(charge)s, at which %(stop)s of people stop for every £10") % {
        "charge": said, "stop": _likely(lever.stop_for_ten_pounds, IN_100)
    }  # fmt: skip


def _balance(lever: engine.BalanceOfCare) -> str:
    share = _likely(lever.share, IN_100)
    if lever.hours_a_week is None:
        return gettext(
            "%(share)s fewer people move to a care home, their hours at home found by following "
            "people one by one,"
        ) % {"share": share}
    return gettext(
        "%(share)s of people who would live in a care home live at home, with %(hours)s hours a "
        "week each,"
    ) % {"share": share, "hours": PLAIN.written(lever.hours_a_week)}


def _of_supply(lever: engine.Lever) -> str:
    match lever:
        case engine.Migration():
            return gettext("people come and go as in “%(variant)s”") % {"variant": lever.variant}
        case engine.UnitCost():
            return gettext(
                "%(support)s costs more each year, as pay (%(part)s of the cost) grows by %(pay)s "
                "and prices by %(prices)s,"
            ) % {
                "support": SUPPORTS[lever.support], "part": IN_100.written(lever.pay_share),
                "pay": _likely(lever.pay_a_year, IN_100),
                "prices": _likely(lever.prices_a_year, IN_100),
            }  # fmt: skip
        case engine.SupplyLimit():
            return gettext(
                "no more than %(most)s %(unit)s in each area, growing by %(growth)s a year,"
            ) % {
                "most": number(lever.most), "unit": UNITS[lever.support],
                "growth": _likely(lever.growth_a_year, IN_100),
            }  # fmt: skip
        case _:
            raise LookupError(f"no words for the lever {type(lever).__name__}")


def _prevention(lever: engine.Prevention) -> str:
    said = {
        "effect": _likely(lever.effect, IN_100), "reach": _in_100(lever.reach),
        "support": SUPPORTS[lever.support],
    }  # fmt: skip
    if lever.on == "each":
        words = gettext("%(effect)s fewer hours for %(reach)s people in %(support)s") % said
    else:
        words = gettext("%(effect)s fewer people in %(support)s, of the %(reach)s reached,") % said
    if not lever.decay:
        return words
    wears = gettext("wearing off by %(decay)s a year,") % {"decay": IN_100.written(lever.decay)}
    return f"{words}, {wears}"


def _when(lever: engine.Lever) -> str:
    years = {"from": lever.from_year, "full": lever.full_from}
    if lever.full_from == lever.from_year:
        return gettext("from %(from)s") % years
    return gettext("from %(from)s, in full from %(full)s") % years


def _reaches(lever: engine.Lever, areas: Mapping[str, str]) -> str:
    """Whom it reaches, where it does not reach everybody."""
    ages = {key: str(text) for key, text in BANDS}
    said = []
    if lever.bands:
        named = _and([ages.get(each, each) for each in lever.bands])
        said.append(gettext("for people aged %(bands)s") % {"bands": named})
    if lever.areas:
        said.append(gettext("in %(areas)s") % {"areas": _and(_places(lever.areas, areas))})
    return gettext("Only %(whom)s") % {"whom": " ".join(said)} if said else ""


def _places(codes: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """The areas by name; those whose names are not known here are counted."""
    known = [names[code] for code in codes if code in names]
    others = len(codes) - len(known)
    if others:
        known.append(ngettext("%(n)s area", "%(n)s areas", others) % {"n": others})
    return known


def _levels(lever: engine.Eligibility) -> tuple[str, ...]:
    if not lever.is_stated:
        return (gettext("Who is helped then, and how much, is found by following people one by "
                        "one."),)  # fmt: skip
    return tuple(
        gettext("%(level)s: %(people)s people for each now, with %(each)s of the average now each")
        % {
            "level": LEVEL_NAMES[level], "people": _likely(lever.people_at[level], PLAIN),
            "each": _likely(lever.each_at[level], PLAIN),
        }
        for level in engine.LEVELS[lever.nation]
    )  # fmt: skip


def _likely(said: Uncertain, scale: Scale) -> str:
    """'9% (5% to 13%)'; the middle alone where it is certain."""
    middle = scale.written(said.middle)
    if said.low == said.high:
        return middle
    between = gettext("%(low)s to %(high)s") % {
        "low": scale.written(said.low), "high": scale.written(said.high)
    }  # fmt: skip
    return f"{middle} ({between})"


def _in_100(said: Uncertain) -> str:
    """'40 in 100', with the range where it is not certain."""
    numbers = Scale(100)
    middle = gettext("%(n)s in 100") % {"n": numbers.written(said.middle)}
    if said.low == said.high:
        return middle
    between = gettext("%(low)s to %(high)s") % {
        "low": numbers.written(said.low), "high": numbers.written(said.high)
    }  # fmt: skip
    return f"{middle} ({between})"


def _more_or_fewer(said: Uncertain) -> str:
    """'5% (3% to 8%) fewer', '2% more'; a range across nought keeps its signs."""
    if said.high <= 0 and said.low < 0:
        turned = Uncertain(low=-said.high, middle=-said.middle, high=-said.low)
        return gettext("%(much)s fewer") % {"much": _likely(turned, IN_100)}
    return gettext("%(much)s more") % {"much": _likely(said, IN_100)}


def _and(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return gettext("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}
