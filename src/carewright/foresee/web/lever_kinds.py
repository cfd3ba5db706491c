"""The kinds of lever that a form offers, and how each of their fields is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from carewright_engine.demand.scenarios.levers import LEVERS, Lever

Words = str | Promise


@dataclass(frozen=True)
class LeverKind:
    """A kind as somebody chooses it; `fixed` are values that choosing it has settled."""

    slug: str
    model: type[Lever]
    title: Words
    does: Words
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def like(self) -> Words:
        """An example of what such a lever is called."""
        return EXAMPLES[self.slug]


@dataclass(frozen=True, slots=True)
class Wording:
    """A question and what helps to answer it."""

    label: Words
    hint: Words = ""

    @property
    def asked(self) -> dict[str, Any]:
        """As a field of a form takes it."""
        return {"label": self.label, "help_text": self.hint}


def _kind(word: str, does: Words) -> LeverKind:
    model, title = LEVERS[word]
    return LeverKind(word, model, title, does)


def _threshold(nation: str, title: Words, does: Words) -> LeverKind:
    return LeverKind(
        f"eligibility-{nation}", LEVERS["eligibility"][0], title, does, {"nation": nation}
    )


KINDS: Final = (
    _kind("prevention", _("People manage with less, or need no support at all.")),
    _kind("hours_for_each", _("Each person has more or fewer hours a week.")),
    _threshold(
        "scotland", _("Who is helped: Scotland’s four levels of need"),
        _("Help begins at a higher or lower level of need (National Eligibility Framework)."),
    ),
    _threshold(
        "england", _("Who is helped: England’s three tests"),
        _("Help goes to people below the three tests of the Care Act too, or no longer does. The "
          "tests: needs come from an impairment or illness; two or more of ten outcomes are out of "
          "reach because of them; and that has a significant impact on wellbeing."),
    ),
    _kind("charge", _("A charge, or a higher one: some people go without.")),
    _kind("balance_of_care", _("People live at home who would live in a care home.")),
    _kind("carers_stop", _("More unpaid carers stop, or fewer do.")),
    _kind("trend", _("Illness or use at each age grows or shrinks from year to year.")),
    _kind("migration", _("More or fewer people come and go than is projected.")),
    _kind("unit_cost", _("Pay and prices change what an hour or a place costs.")),
    _kind("supply_limit", _("No more than so much can be supplied.")),
)  # fmt: skip
BY_SLUG: Final = {kind.slug: kind for kind in KINDS}

#: A name that somebody might give a lever of each kind.
EXAMPLES: Final[Mapping[str, Words]] = {
    "prevention": _("Like Telecare and recovery."),
    "hours_for_each": _("Like Shorter visits once people recover."),
    "eligibility-scotland": _("Like Help from moderate need on."),
    "eligibility-england": _("Like Help below the tests too."),
    "charge": _("Like £20 a week for home care."),
    "balance_of_care": _("Like Home instead of a care home."),
    "carers_stop": _("Like Breaks that keep carers going."),
    "trend": _("Like Healthier at each age."),
    "migration": _("Like More people move in."),
    "unit_cost": _("Like Pay rises with the wage floor."),
    "supply_limit": _("Like No more care workers than now."),
}  # fmt: skip

#: Questions by the name of the field; of one kind only, by kind and name.
WORDINGS: Final[Mapping[str, Wording]] = {
    "name": Wording(_("What do you call this lever?")),
    "support": Wording(_("Which support does it change?")),
    "from_year": Wording(
        _("From which financial year?"), _("By its first: 2027 means April 2027 to March 2028.")
    ),
    "full_from": Wording(
        _("In full from which financial year?"),
        _("It grows evenly until then. Give the same year if it works in full at once."),
    ),
    "effect": Wording(
        _("With the help, how much less do people need?"),
        _("Parts in 100: of their hours, or of the people who no longer need the support."),
    ),
    "reach": Wording(
        _("How many of the people get the help?"), _("Of every 100 who would use the support.")
    ),
    "on": Wording(_("What does it change?")),
    "decay": Wording(
        _("How much of the effect wears off each year?"),
        _("Parts in 100, once the lever works in full; 0 if it lasts."),
    ),
    "change": Wording(
        _("How do the hours for each person change?"),
        _("Parts in 100; fewer hours with a minus sign, like -5."),
    ),
    "a_year": Wording(
        _("By how much does it change each year?"), _("Parts in 100; a minus sign for less.")
    ),
    "pounds_a_week": Wording(_("How much do people pay a week?")),
    "stop_for_ten_pounds": Wording(
        _("How many stop for every £10 a week, if you know?"),
        _("Of every 100 who use the support. Leave it empty to follow people one by one "
          "instead: each person’s ageing, need and help are then simulated year by year."),
    ),
    "share": Wording(
        _("How many live at home instead?"), _("Of every 100 who would live in a care home.")
    ),
    "hours_a_week": Wording(
        _("How many hours a week does each of them need at home, if you know?"),
        _("Leave it empty to follow people one by one "
          "instead: each person’s ageing, need and help are then simulated year by year."),
    ),
    "times": Wording(
        _("How many times as likely is an unpaid carer to stop?"),
        _("1 is as now, 2 is twice as likely, 0.5 half as likely."),
    ),
    "now_from": Wording(_("At which level does help begin now?")),
    "then_from": Wording(_("At which level would help begin?")),
    "people_at": Wording(
        _("%(level)s need: how many people would use the support?"),
        _(
            "For each person who uses it now, so 0.5 is half as many people. Leave all levels "
            "empty to follow people one by one instead: each person’s ageing, need and help are "
            "then simulated year by year."
        ),
    ),
    "each_at": Wording(
        _("%(level)s need: how much would each of them have?"),
        _("Beside the average now, so 0.5 is half the hours."),
    ),
    "variant": Wording(
        _("Which variant of the projection of population?"),
        _("The nation’s net migration times 1.5 or 0.5; moves between councils stay."),
    ),
    "pay_share": Wording(_("How much of the cost is pay?"), _("Parts in 100.")),
    "pay_a_year": Wording(
        _("By how much does pay grow each year?"), _("Parts in 100; the wage floor drives it.")
    ),
    "prices_a_year": Wording(_("By how much do other prices grow each year?"), _("Parts in 100.")),
    "most": Wording(
        _("What is the most that can be supplied?"),
        _("Hours a week, or places, in each area that the lever reaches."),
    ),
    "growth_a_year": Wording(
        _("By how much does the limit grow each year?"), _("Parts in 100; a minus sign for less.")
    ),
    "areas": Wording(_("In which areas?"), _("Tick none if it reaches every area.")),
    "bands": Wording(_("For people of which ages?"), _("Tick none if it reaches every age.")),
    "source": Wording(
        _("Where does the size of the effect come from?"),
        _("The study, evaluation or report, with its year."),
    ),
    "says": Wording(_("What does it say?"), _("The finding itself, in a sentence or two.")),
    "quality": Wording(_("How good is this evidence?")),
}  # fmt: skip

CHOICES: Final[Mapping[str, tuple[tuple[str, Words], ...]]] = {
    "support": (("care_at_home", _("Care at home")), ("care_home", _("Care homes"))),
    "on": (
        ("each", _("How many hours each person needs")),
        ("people", _("How many people need the support")),
    ),
    "variant": (
        ("high migration", _("High migration")), ("low migration", _("Low migration")),
        ("principal", _("As projected")),
    ),
}  # fmt: skip

LEVEL_NAMES: Final[Mapping[str, Words]] = {
    "low": _("Low"), "moderate": _("Moderate"), "substantial": _("Substantial"),
    "critical": _("Critical"), "below_the_tests": _("Below the tests"),
    "meets_the_tests": _("Meets the tests"),
}  # fmt: skip
#: Age bands in which use of support is published and projected.
BANDS: Final = (
    ("18-64", _("18 to 64")), ("65-74", _("65 to 74")), ("75-84", _("75 to 84")),
    ("85+", _("85 and over")),
)  # fmt: skip


def kind_of(lever: Mapping[str, Any]) -> LeverKind:
    """The kind under which a lever that was kept is asked again."""
    word = lever["lever"]
    return BY_SLUG[f"eligibility-{lever['nation']}" if word == "eligibility" else word]
