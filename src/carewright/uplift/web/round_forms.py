"""The questions of a round, a step at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import Kind
from carewright.register import api as register
from carewright.ui.formats import percent, written_date
from carewright.ui.forms import PlainForm, PoundsField
from carewright.uplift import api as uplift
from carewright.uplift.web.forms import day, per_cent, share, why
from carewright_engine.costing.uplift import Driver, HeldRise, held_rises, held_wages
from carewright_engine.rules.dated import Dated
from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.money import Pence

TYPED: Final = "typed"
NO_FLOOR: Final = ""
WHOLE: Final = 100
_BY_AREA: Final = {
    "S": Nation.SCOTLAND, "E": Nation.ENGLAND, "W": Nation.WALES, "N": Nation.NORTHERN_IRELAND,
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What a step has to know beside what is typed in it."""

    settlements: Sequence[uplift.Settlement] = ()
    effective_on: date | None = None
    nation: Nation | None = None

    def rises(self, driver: Driver) -> tuple[HeldRise, ...]:
        """The rises that are held for the day and the nation of the round."""
        if self.effective_on is None:
            return ()
        return held_rises(driver, on=self.effective_on, nation=self.nation)

    @property
    def wages(self) -> tuple[Dated, ...]:
        """The wages that are held for them."""
        if self.effective_on is None:
            return ()
        return held_wages(on=self.effective_on, nation=self.nation)


def nation_of(area_code: str | None) -> Nation | None:
    """Where an organisation is, by the first letter of its area's code; None: not known."""
    return _BY_AREA.get((area_code or "")[:1])


class RoundStepForm(PlainForm):
    """One step of a round."""

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        self.known = known
        super().__init__(*args, **kwargs)


class AgreementsForm(RoundStepForm):
    """Why and from when prices rise, and of which agreements."""

    reason = why(
        _("Why do prices rise?"), _("Providers read this, and it stands beside each price.")
    )
    effective_on = day(_("From which day?"))
    kinds = forms.MultipleChoiceField(
        label=_("Which kinds of agreement?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, each.label) for each in Kind],
        help_text=_("Tick none for all of them."),
    )  # fmt: skip
    care_groups = forms.MultipleChoiceField(
        label=_("For whom?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=list(register.CARE_GROUPS.items()), help_text=_("Tick none for everybody."),
    )  # fmt: skip
    providers = why(_("Which providers?"), _("One a line, by name or number. Empty: all of them."),
                    required=False)  # fmt: skip
    services = why(_("Which services?"), _("One a line, as agreements name them. Empty: all."),
                   required=False)  # fmt: skip
    months_since = forms.IntegerField(
        label=_("Leave out prices agreed in so many months before"), min_value=0, max_value=60,
        required=False,
    )  # fmt: skip
    weekly_limit = PoundsField(
        label=_("Leave out weeks dearer than"), required=False,
        help_text=_("They are looked at one by one."),
    )  # fmt: skip


class FormulaForm(RoundStepForm):
    """How much prices rise: the published rises, and the shares of a price that follow them."""

    wage_from = forms.ChoiceField(label=_("How much does the wage floor rise?"),
                                  widget=forms.RadioSelect)  # fmt: skip
    wage_rise = per_cent(_("Another rise of the wage floor, in per cent"), required=False)
    wage_source = forms.CharField(label=_("Where is that published?"), max_length=300,
                                  required=False)  # fmt: skip
    wage_why = forms.CharField(label=_("Why is it not one that is held?"), max_length=300,
                               required=False)  # fmt: skip
    prices_from = forms.ChoiceField(label=_("How much do other prices rise?"),
                                    widget=forms.RadioSelect)  # fmt: skip
    prices_rise = per_cent(_("Another rise of prices, in per cent"), required=False)
    prices_source = forms.CharField(label=_("Where is that rise of prices published?"),
                                    max_length=300, required=False)  # fmt: skip
    prices_why = forms.CharField(label=_("Why is it none of the indices that are held?"),
                                 max_length=300, required=False)  # fmt: skip
    hour_wages = per_cent(_("Hours and visits: share of wages, in per cent"), min_value=0,
                          max_value=100)  # fmt: skip
    hour_prices = per_cent(
        _("Hours and visits: share that follows prices, in per cent"),
        _("What is left of 100 does not rise."), min_value=0, max_value=100,
    )  # fmt: skip
    place_wages = per_cent(_("Weeks and nights: share of wages, in per cent"), min_value=0,
                           max_value=100, required=False)  # fmt: skip
    place_prices = per_cent(_("Weeks and nights: share that follows prices, in per cent"),
                            min_value=0, max_value=100, required=False)  # fmt: skip
    settlement = forms.ChoiceField(
        label=_("National settlement"), required=False,
        help_text=_("It raises prices of its unit in place of the shares on this page."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {
            "wage": {each.key: each for each in self.known.rises(Driver.WAGE_FLOOR)},
            "prices": {each.key: each for each in self.known.rises(Driver.PRICES)},
        }
        for name, held in self.held.items():
            offered = [(key, offered_rise(each)) for key, each in held.items()]
            field: Any = self.fields[f"{name}_from"]
            field.choices = [*offered, (TYPED, _("Another figure, typed below"))]
            if not held:
                field.help_text = _("No rise is held for %s.") % written_date(
                    self.known.effective_on
                )
            self.initial.setdefault(f"{name}_from", next(iter(held), TYPED))
        self.settlements = {str(each.id): each for each in self.known.settlements}
        named = [(key, offered_settlement(each)) for key, each in self.settlements.items()]
        choices: Any = self.fields["settlement"]
        choices.choices = [("", _("None: by the shares on this page")), *named]

    def clean_settlement(self) -> uplift.Settlement | None:
        """The settlement itself, if it has begun by the day of the round."""
        settled = self.settlements.get(self.cleaned_data["settlement"])
        begins = self.known.effective_on
        if settled and begins and settled.effective_on > begins:
            raise forms.ValidationError(_("This settlement begins after the day of the round"))
        return settled

    def clean(self) -> dict[str, Any]:
        """A rise that is typed says where it is published and why none of those held is taken."""
        said: dict[str, Any] = super().clean() or {}
        for name in self.held:
            if said.get(f"{name}_from") == TYPED:
                for part in ("rise", "source", "why"):
                    if said.get(f"{name}_{part}") in (None, ""):
                        self.add_error(f"{name}_{part}", _missing(f"{name}_{part}"))
        for name in ("hour", "place"):
            if (said.get(f"{name}_wages") or 0) + (said.get(f"{name}_prices") or 0) > WHOLE:
                says = _("The shares of wages and of prices together must make 100% at most")
                self.add_error(f"{name}_prices", says)
        return said

    def rise_of(self, name: str, driver: Driver, weight: Decimal) -> uplift.Share:
        """The share of a price that follows what was chosen, with its source and flag."""
        said = self.cleaned_data
        held = self.held[name].get(said[f"{name}_from"])
        if held is not None:
            source, verified = f"{held.words} ({held.source})", held.verified
            return uplift.Share(driver, weight, held.rise, source[:300], verified, held.key)
        return uplift.Share(
            driver, weight, share(said[f"{name}_rise"]), said[f"{name}_source"],
            why=said[f"{name}_why"],
        )  # fmt: skip


def _missing(name: str) -> Any:
    return {
        "wage_rise": _("Enter the rise of the wage floor"),
        "wage_source": _("Say where the rise of the wage floor is published"),
        "wage_why": _("Say why you take none of the rises that are held"),
        "prices_rise": _("Enter the rise of prices"),
        "prices_source": _("Say where the rise of prices is published"),
        "prices_why": _("Say why you take none of the indices that are held"),
        "wage": _("Enter the pay an hour"),
        "floor_source": _("Say where these figures come from"),
        "pay_why": _("Say why you take none of the wages that are held"),
    }[name]


class LeastCostForm(RoundStepForm):
    """What an hour of care costs an employer at least, below which no price should be."""

    wage_of = forms.ChoiceField(label=_("A care worker’s pay an hour, for the least cost"),
                                required=False, widget=forms.RadioSelect)  # fmt: skip
    wage = PoundsField(label=_("Another pay an hour"), required=False)
    pay_why = forms.CharField(label=_("Why is it none of the wages that are held?"),
                              max_length=300, required=False)  # fmt: skip
    travel_minutes = forms.DecimalField(
        label=_("Paid minutes of travel for each hour of care"), min_value=0, max_value=120,
        decimal_places=1, required=False,
    )  # fmt: skip
    on_pay = per_cent(_("National Insurance and pension, in per cent of pay"), required=False)
    other_on_costs = per_cent(_("Holiday, training and sickness, in per cent of pay"),
                              required=False)  # fmt: skip
    mileage = PoundsField(label=_("Mileage for each hour of care"), required=False)
    running_costs = PoundsField(label=_("Running costs for each hour of care"), required=False)
    surplus = per_cent(_("Surplus, in per cent of costs"), required=False)
    floor_source = forms.CharField(label=_("Where do the other figures come from?"),
                                   max_length=300, required=False)  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {each.id: each for each in self.known.wages}
        field: Any = self.fields["wage_of"]
        field.choices = [
            (NO_FLOOR, _("None: no price is held against a least cost")),
            *((key, offered_wage(each)) for key, each in self.held.items()),
            (TYPED, _("Another figure, typed below")),
        ]

    def clean(self) -> dict[str, Any]:
        """A pay that is typed says why; figures without a source are nobody's."""
        said: dict[str, Any] = super().clean() or {}
        wanted = [] if said.get("wage_of") == NO_FLOOR else ["floor_source"]
        if said.get("wage_of") == TYPED:
            wanted += ["wage", "pay_why"]
        for name in wanted:
            if said.get(name) in (None, ""):
                self.add_error(name, _missing(name))
        return said

    def floor(self) -> uplift.FloorInputs | None:
        """The inputs of the least cost; None: nothing is held against one."""
        said = self.cleaned_data
        if said["wage_of"] == NO_FLOOR:
            return None
        held = self.held.get(said["wage_of"])
        pay = offered_wage(held) if held else said["pay_why"]
        return uplift.FloorInputs(
            wage=Pence(held.pence if held else said["wage"]),
            travel_minutes=said["travel_minutes"] or Decimal(0), on_pay=share(said["on_pay"]),
            other_on_costs=share(said["other_on_costs"]), mileage=Pence(said["mileage"] or 0),
            running_costs=Pence(said["running_costs"] or 0), surplus=share(said["surplus"]),
            source=said["floor_source"], pay=pay, wage_key=held.id if held else "",
        )  # fmt: skip


class BudgetForm(RoundStepForm):
    """What money there is in the year, and by when providers are asked to answer."""

    budget_pence = PoundsField(
        label=_("Budget for the year"), required=False,
        help_text=_("For all that is chosen in the first step, growth and savings included."),
    )  # fmt: skip
    growth_pence = PoundsField(label=_("Growth in hours, in the year"), required=False)
    savings_pence = PoundsField(label=_("Savings agreed, in the year"), required=False)
    answer_by = day(
        _("By which day shall providers answer?"),
        _("Last day for their answers, before the new prices begin."), required=False,
    )  # fmt: skip

    def clean_answer_by(self) -> date | None:
        """Before the first day of the new prices."""
        answer_by: date | None = self.cleaned_data["answer_by"]
        begins = self.known.effective_on
        if answer_by and begins and answer_by >= begins:
            raise forms.ValidationError(_("Choose a day before the new prices begin"))
        return answer_by


class AskedForm(RoundStepForm):
    """What providers are asked to say and to show."""

    asked = why(
        _("What are providers asked to show?"),
        _("It stands in their letter. Such as what they pay care workers, or last year’s accounts. "
          "Empty: only whether they accept."),
        required=False,
    )  # fmt: skip


def offered_rise(each: HeldRise) -> str:
    """The rise with its source, and whether anybody has checked it."""
    words = now_in_words("%(rise)s. %(words)s. %(source)s (%(checked)s)")
    return words % {
        "rise": percent(each.rise, 2), "words": each.words, "source": each.source,
        "checked": checked(each.verified),
    }  # fmt: skip


def offered_wage(each: Dated) -> str:
    """The wage with its source, and whether anybody has checked it."""
    words = now_in_words("%(wage)s since %(since)s. %(words)s. %(source)s (%(checked)s)")
    return words % {
        "wage": each.shown, "since": written_date(each.starts_on), "words": each.words,
        "source": each.source,
        "checked": checked(each.verified),
    }  # fmt: skip


def checked(verified: bool) -> str:
    """Whether a person has read a value in its source."""
    return now_in_words("checked") if verified else now_in_words("not checked by anybody")


def offered_settlement(settled: uplift.Settlement) -> str:
    """A settlement by its name, its rise and its unit."""
    words = now_in_words("%(name)s: %(rise)s on prices by the %(unit)s, from %(day)s")
    return words % {
        "name": settled.name, "rise": percent(settled.rise, 2),
        "unit": settled.unit.label.lower(), "day": written_date(settled.effective_on),
    }  # fmt: skip


STEP_FORMS: Final[Mapping[str, tuple[Any, type[RoundStepForm]]]] = {
    "agreements": (_("Which agreements, and from when"), AgreementsForm),
    "formula": (_("How much prices rise"), FormulaForm),
    "least-cost": (_("What care costs at least"), LeastCostForm),
    "budget": (_("Budget and dates"), BudgetForm),
    "providers": (_("What providers are asked"), AskedForm),
}
