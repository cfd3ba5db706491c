"""What the pages of uplift rounds ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import Chosen, Kind, Unit
from carewright.register import api as register
from carewright.ui.dates import DateField
from carewright.ui.formats import written_date
from carewright.ui.forms import PlainForm, PoundsField
from carewright.uplift import api as uplift
from carewright.uplift.api import FloorInputs, RoundFormula, RoundRule, Said, Share
from carewright_engine.costing.price_lines import Basis
from carewright_engine.costing.uplift import Driver
from carewright_engine.values.money import Pence

EARLIEST: Final = date(2015, 1, 1)
LATEST: Final = date(2100, 12, 31)
BY_TIME: Final = (Unit.HOUR, Unit.VISIT)
BY_PLACE: Final = (Unit.DAY, Unit.NIGHT, Unit.WEEK, Unit.SESSION)
#: By which a formula is known again when the round is changed; a settlement's is its own id.
BY_TIME_KEY, BY_PLACE_KEY = "by_time", "by_place"
Units = tuple[Unit, ...]
Choices = list[tuple[str, Any]]


def day(label: Any, hint: Any = "", **options: Any) -> DateField:
    """A day within the life of any round."""
    return DateField(label=label, help_text=hint, earliest=EARLIEST, latest=LATEST, **options)


def per_cent(label: Any, hint: Any = "", **options: Any) -> forms.DecimalField:
    """A share or a rise, typed in per cent."""
    limits = {"min_value": Decimal(-100), "max_value": Decimal(1000), **options}
    return forms.DecimalField(label=label, help_text=hint, decimal_places=2, **limits)


def share(given: Decimal | None) -> Decimal:
    """0.0673 of 6.73 per cent."""
    return (given or Decimal(0)) / 100


def why(label: Any, hint: Any = "", *, required: bool = True) -> Any:
    """A question that takes more than a line."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, widget=area, required=required)


class RoundForm(PlainForm):
    """A whole round: which agreements, how much, from when, and no less than what."""

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
    wage_rise = per_cent(_("Rise of the wage floor, in per cent"))
    wage_source = forms.CharField(label=_("Where is that published?"), max_length=300)
    prices_rise = per_cent(_("Rise of the prices index, in per cent"))
    prices_source = forms.CharField(label=_("Where is that published, and for when?"),
                                    max_length=300)  # fmt: skip
    hour_wages = per_cent(_("Hours and visits: share of wages, in per cent"), min_value=0,
                          max_value=100)  # fmt: skip
    hour_prices = per_cent(
        _("Hours and visits: share that follows prices, in per cent"),
        _("What is left of 100 does not rise."), min_value=0, max_value=100,
    )  # fmt: skip
    settlement = forms.ChoiceField(
        label=_("National settlement"), required=False,
        help_text=_("It raises prices of its unit in place of the shares on this page."),
    )  # fmt: skip
    place_wages = per_cent(_("Weeks and nights: share of wages, in per cent"), min_value=0,
                           max_value=100, required=False)  # fmt: skip
    place_prices = per_cent(_("Weeks and nights: share that follows prices, in per cent"),
                            min_value=0, max_value=100, required=False)  # fmt: skip
    months_since = forms.IntegerField(
        label=_("Leave out prices agreed in so many months before"), min_value=0, max_value=60,
        required=False,
    )  # fmt: skip
    weekly_limit = PoundsField(
        label=_("Leave out weeks dearer than"), required=False,
        help_text=_("They are looked at one by one."),
    )  # fmt: skip
    wage = PoundsField(
        label=_("Care worker’s pay an hour, for the least cost"), required=False,
        help_text=_("Empty: no price is held against a least cost."),
    )  # fmt: skip
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
    floor_source = forms.CharField(label=_("Where do these figures come from?"), max_length=300,
                                   required=False)  # fmt: skip
    budget_pence = PoundsField(
        label=_("Budget for the year"), required=False,
        help_text=_("For all that is chosen above, growth and savings included."),
    )  # fmt: skip
    growth_pence = PoundsField(label=_("Growth in hours, in the year"), required=False)
    savings_pence = PoundsField(label=_("Savings agreed, in the year"), required=False)

    def __init__(self, *args: Any, settlements: list[uplift.Settlement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.settlements = {str(each.id): each for each in settlements}
        named = [(key, _offered(each)) for key, each in self.settlements.items()]
        offered = [("", _("None: by the shares on this page")), *named]
        self.fields["settlement"].choices = offered  # type: ignore[attr-defined]

    def clean_settlement(self) -> uplift.Settlement | None:
        """The settlement itself, if it has begun by the day of the round."""
        settled = self.settlements.get(self.cleaned_data["settlement"])
        day = self.cleaned_data.get("effective_on")
        if settled and day and settled.effective_on > day:
            raise forms.ValidationError(_("This settlement begins after the day of the round"))
        return settled

    def proposal(self) -> uplift.Proposal:
        """The round as it is proposed."""
        said = self.cleaned_data
        return uplift.Proposal(
            reason=said["reason"], effective_on=said["effective_on"], rule=self._rule(),
            budget_pence=said["budget_pence"], growth_pence=said["growth_pence"] or 0,
            savings_pence=said["savings_pence"] or 0,
        )  # fmt: skip

    def _rule(self) -> RoundRule:
        said = self.cleaned_data
        limit = said["weekly_limit"]
        return RoundRule(
            formulas=self._formulas(),
            chosen=Chosen(
                kinds=tuple(Kind(each) for each in said["kinds"]),
                care_groups=tuple(said["care_groups"]), providers=_each_line(said["providers"]),
                services=_each_line(said["services"]),
            ),
            months_since_negotiated=said["months_since"],
            weekly_limit=None if limit is None else Pence(limit), floor=self._floor(),
        )  # fmt: skip

    def _formulas(self) -> tuple[RoundFormula, ...]:
        said = self.cleaned_data
        settled: uplift.Settlement | None = said["settlement"]
        taken = () if settled is None else (settled.unit,)
        by_time = self._shares(said["hour_wages"], said["hour_prices"])
        found = [_by_shares(BY_TIME_KEY, _("Hours and visits"), BY_TIME, taken, by_time)]
        if said["place_wages"] or said["place_prices"]:
            by_place = self._shares(said["place_wages"], said["place_prices"])
            words = _("Weeks, nights, days and sessions")
            found.append(_by_shares(BY_PLACE_KEY, words, BY_PLACE, taken, by_place))
        if settled is not None:
            whole = (Share(Driver.FIXED, Decimal(1), settled.rise, settled.source),)
            found.append(RoundFormula(str(settled.id), settled.name, taken, whole))
        # What none of them covers stays out, and says so.
        return tuple(each for each in found if each.units)

    def _shares(self, wages: Decimal | None, prices: Decimal | None) -> tuple[Share, ...]:
        said = self.cleaned_data
        rest = 1 - share(wages) - share(prices)
        return (
            Share(Driver.WAGE_FLOOR, share(wages), share(said["wage_rise"]), said["wage_source"]),
            Share(Driver.PRICES, share(prices), share(said["prices_rise"]), said["prices_source"]),
            Share(Driver.FIXED, rest, Decimal(0), ""),
        )

    def _floor(self) -> FloorInputs | None:
        said = self.cleaned_data
        if not said["wage"]:
            return None
        return FloorInputs(
            wage=Pence(said["wage"]), travel_minutes=said["travel_minutes"] or Decimal(0),
            on_pay=share(said["on_pay"]), other_on_costs=share(said["other_on_costs"]),
            mileage=Pence(said["mileage"] or 0), running_costs=Pence(said["running_costs"] or 0),
            surplus=share(said["surplus"]), source=said["floor_source"],
        )  # fmt: skip


def _offered(settled: uplift.Settlement) -> str:
    words = str(_("%(name)s: %(rise)s on prices by the %(unit)s, from %(day)s"))
    return words % {
        "name": settled.name, "rise": f"{settled.rise:.2%}", "unit": settled.unit.label.lower(),
        "day": written_date(settled.effective_on),
    }  # fmt: skip


def _by_shares(
    key: str, words: Any, units: Units, taken: Units, shares: tuple[Share, ...]
) -> RoundFormula:
    """A formula for units of which a settlement has taken none."""
    return RoundFormula(key, str(words), tuple(e for e in units if e not in taken), shares)


def _each_line(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


class OneOf(PlainForm):
    """A form that first asks which of a few things it is about."""

    which = forms.ChoiceField(label=_("Which?"))

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = offered  # type: ignore[attr-defined]


class AgreeForm(OneOf):
    """A price settled for one line outside the formulas."""

    which = forms.ChoiceField(label=_("For which line?"))
    pence = PoundsField(label=_("Price from the day of the round on"))
    source = why(_("Who agreed it, and why?"))


class ApartForm(PlainForm):
    """An agreement whose prices somebody else sets."""

    agreement = forms.CharField(label=_("Which agreement?"), max_length=20,
                                help_text=_("Like C-0417."))  # fmt: skip
    basis = forms.ChoiceField(
        label=_("Who sets its prices?"), widget=forms.RadioSelect,
        choices=[(Basis.FIXED.value, _("The contract fixes them for its term")),
                 (Basis.NATIONAL.value, _("A national agreement sets them"))],
    )  # fmt: skip
    why = why(_("Where is that agreed?"))


class ReaderForm(OneOf):
    """Who reads the round a second time."""

    which = forms.ChoiceField(
        label=_("Who will check?"),
        help_text=_("Nobody who had a hand in the round, nor who stands in for them."),
    )


class SendForm(PlainForm):
    """Every provider is told, and given a day."""

    answer_by = day(_("By which day do providers answer?"))


def document(hint: Any) -> forms.FileField:
    """What a provider shows for what it says; judged by its kind and size before it is kept."""
    return forms.FileField(label=_("A document that shows it"), required=False, help_text=hint)


class AnswerForm(OneOf):
    """What a provider says."""

    which = forms.ChoiceField(label=_("Which provider?"))
    said = forms.ChoiceField(
        label=_("What does it say?"), widget=forms.RadioSelect,
        choices=[(Said.REQUESTED.value, _("It asks for a price before it has the figures")),
                 (Said.ACCEPTED.value, _("It accepts")), (Said.DISPUTED.value, _("It disputes")),
                 (Said.SETTLED.value, _("A dispute was settled"))],
    )  # fmt: skip
    said_on = day(_("On which day?"))
    words = why(_("Why, and on what evidence?"), required=False)
    requested_pence = PoundsField(
        label=_("Price that it asks for"), required=False,
        help_text=_("Of the line with most spend."),
    )  # fmt: skip
    document = document(
        _("The second reader and whoever approves see it. Name nobody in need of care in it.")
    )


class PayForm(OneOf):
    """What a provider says it pays its care workers."""

    which = forms.ChoiceField(label=_("Which provider?"))
    pence_an_hour = PoundsField(label=_("Pay of a care worker an hour"))
    paid_on = day(_("As of which day?"))
    source = forms.CharField(label=_("Where does it say so?"), max_length=300,
                             help_text=_("Its return of 30 September 2026"))  # fmt: skip
    document = document(_("Name no person in need of care in its name."))


class FloorForm(OneOf):
    """A director's reason for a price below the least cost."""

    which = forms.ChoiceField(label=_("Which line?"))
    reason = why(_("Why does this price stand below the least cost of care?"))


class WhyForm(PlainForm):
    """Why something is done."""

    reason = why(_("Why?"))


class SendBackForm(PlainForm):
    """What the second reader wants changed."""

    words = why(_("What has to change?"))


class SettlementForm(PlainForm):
    """A rise that was settled for the whole country."""

    name = forms.CharField(label=_("What is it called?"), max_length=200)
    unit = forms.ChoiceField(label=_("For which unit?"),
                             choices=[(each.value, each.label) for each in Unit])  # fmt: skip
    rise = per_cent(_("Rise, in per cent"), min_value=Decimal("-50"), max_value=Decimal(100))
    effective_on = day(_("From which day?"))
    agreed_on = day(_("When was it agreed?"))
    source = forms.CharField(label=_("Where is it published?"), max_length=300)


class ReadingForm(PlainForm):
    """The prices that the second reader comes to; the boxes stay empty until they fill them."""

    def __init__(self, *args: Any, lines: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, label in enumerate(lines, start=1):
            self.fields[f"line_{place}"] = PoundsField(
                label=label, error_messages={"required": _("Enter the price of every line")}
            )

    @property
    def prices(self) -> list[int]:
        """What was worked out, in the order of the lines; pence a unit."""
        return [self.cleaned_data[name] for name in self.fields]
