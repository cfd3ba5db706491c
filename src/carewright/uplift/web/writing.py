"""A round as it is written: its steps with what was typed, and what they propose together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.forms import Field
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from carewright.contract.api import Chosen, Kind, Unit
from carewright.platform import api as platform
from carewright.ui.dates import DateInputs
from carewright.ui.formats import pounds, written_date
from carewright.ui.forms import PoundsField
from carewright.uplift import api as uplift
from carewright.uplift.api import Answers, RoundFormula, RoundRule, Share, Typed
from carewright.uplift.web.forms import share
from carewright.uplift.web.round_forms import (
    STEP_FORMS,
    FormulaForm,
    Known,
    LeastCostForm,
    RoundStepForm,
    nation_of,
)
from carewright_engine.costing.uplift import Driver
from carewright_engine.values.money import Pence

BY_TIME: Final = (Unit.HOUR, Unit.VISIT)
BY_PLACE: Final = (Unit.DAY, Unit.NIGHT, Unit.WEEK, Unit.SESSION)
#: By which a formula is known again when the round is changed; a settlement's is its own id.
BY_TIME_KEY, BY_PLACE_KEY = "by_time", "by_place"
STEP_NAMES: Final = tuple(STEP_FORMS)
Forms = Mapping[str, Any]


def known_to(officer: platform.Officer, answers: Answers) -> Known:
    """What the steps of a round have to know: settlements, the day of the round and its nation."""
    first = STEP_FORMS["agreements"][1](_bound(answers.get("agreements", {})), known=Known())
    first.is_valid()
    return Known(
        settlements=uplift.settlements(seen_by=officer),
        effective_on=first.cleaned_data.get("effective_on"),
        nation=nation_of(officer.organisation.area_code),
    )


def step_form(
    step: str, known: Known, answers: Answers, given: Any = None, *, fresh: Any = None
) -> RoundStepForm:
    """The step's questions: with what is sent now, with what was typed before, or as they begin."""
    form = STEP_FORMS[step][1]
    if given is not None:
        return form(given, known=known)
    if step in answers:
        return form(_bound(answers[step]), known=known)
    return form(known=known, initial=fresh or {})


def whole(known: Known, answers: Answers) -> Forms:
    """Every step with what was typed in it; one that nobody answered counts as sent empty."""
    forms = {step: step_form(step, known, {step: answers.get(step, {})}) for step in STEP_NAMES}
    for each in forms.values():
        each.is_valid()
    return forms


def to_put_right(forms: Forms) -> str:
    """The first step in which something has to be put right; empty: none."""
    return next((step for step, each in forms.items() if not each.is_valid()), "")


def typed_in(sent: QueryDict, form: RoundStepForm) -> Typed:
    """What was typed in the boxes of the step, by their names; nothing else is kept."""
    boxes = {box for name, field in form.fields.items() for box in _boxes(name, field)}
    return {name: values for name, values in sent.lists() if name in boxes}


def _boxes(name: str, field: Field) -> tuple[str, ...]:
    return field.widget.names(name) if isinstance(field.widget, DateInputs) else (name,)


def proposal(forms: Forms) -> uplift.Proposal:
    """The round as all steps together propose it."""
    which, money = forms["agreements"].cleaned_data, forms["budget"].cleaned_data
    return uplift.Proposal(
        reason=which["reason"], effective_on=which["effective_on"], rule=_rule(forms),
        budget_pence=money["budget_pence"], growth_pence=money["growth_pence"] or 0,
        savings_pence=money["savings_pence"] or 0, answer_by=money["answer_by"],
        asked=forms["providers"].cleaned_data["asked"],
    )  # fmt: skip


def _rule(forms: Forms) -> RoundRule:
    said = forms["agreements"].cleaned_data
    limit, floor = said["weekly_limit"], forms["least-cost"]
    assert isinstance(floor, LeastCostForm)  # noqa: S101
    return RoundRule(
        formulas=_formulas(forms["formula"]),
        chosen=Chosen(
            kinds=tuple(Kind(each) for each in said["kinds"]),
            care_groups=tuple(said["care_groups"]), providers=_each_line(said["providers"]),
            services=_each_line(said["services"]),
        ),
        months_since_negotiated=said["months_since"],
        weekly_limit=None if limit is None else Pence(limit), floor=floor.floor(),
    )  # fmt: skip


def _formulas(form: FormulaForm) -> tuple[RoundFormula, ...]:
    said = form.cleaned_data
    settled: uplift.Settlement | None = said["settlement"]
    taken = () if settled is None else (settled.unit,)
    by_time = _shares(form, said["hour_wages"], said["hour_prices"])
    found = [_by_shares(BY_TIME_KEY, _("Hours and visits"), BY_TIME, taken, by_time)]
    if said["place_wages"] or said["place_prices"]:
        by_place = _shares(form, said["place_wages"], said["place_prices"])
        words = _("Weeks, nights, days and sessions")
        found.append(_by_shares(BY_PLACE_KEY, words, BY_PLACE, taken, by_place))
    if settled is not None:
        whole = (Share(Driver.FIXED, Decimal(1), settled.rise, settled.source),)
        found.append(RoundFormula(str(settled.id), settled.name, taken, whole))
    # What none of them covers stays out, and says so.
    return tuple(each for each in found if each.units)


def _shares(form: FormulaForm, wages: Decimal | None, prices: Decimal | None) -> tuple[Share, ...]:
    rest = 1 - share(wages) - share(prices)
    return (
        form.rise_of("wage", Driver.WAGE_FLOOR, share(wages)),
        form.rise_of("prices", Driver.PRICES, share(prices)),
        Share(Driver.FIXED, rest, Decimal(0), ""),
    )


def _by_shares(
    key: str, words: str, units: tuple[Unit, ...], taken: tuple[Unit, ...],
    shares: tuple[Share, ...],
) -> RoundFormula:  # fmt: skip
    """A formula for units of which a settlement has taken none."""
    return RoundFormula(key, words, tuple(e for e in units if e not in taken), shares)


def _each_line(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def _bound(typed: Typed) -> MultiValueDict[str, str]:
    return MultiValueDict({name: list(values) for name, values in typed.items()})


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer, as a summary shows it."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step of the summary, with the way back to it."""

    title: str
    href: str
    answers: tuple[Answered, ...]


def answered(form: RoundStepForm) -> tuple[Answered, ...]:
    """The questions of a step that somebody answered, in words."""
    told = ((str(each.label), _in_words(each, form)) for each in form)
    return tuple(Answered(question, answer) for question, answer in told if answer)


def _in_words(each: BoundField, form: RoundStepForm) -> str:
    said = form.cleaned_data.get(each.name)
    choices = getattr(each.field, "choices", None)
    if choices is not None:
        typed = each.value() or []
        chosen = {typed} if isinstance(typed, str) else set(typed)
        return "; ".join(str(words) for key, words in choices if str(key) in chosen)
    if said is None or said == "":
        return ""
    if isinstance(each.field, PoundsField):
        return pounds(said)
    return written_date(said) if isinstance(said, date) else str(said)


def as_typed(answers: Mapping[str, Any], known: Known) -> Answers:
    """Standing answers by their question as they would be typed, for a round that is changed."""
    return {
        step: dict(_typed(form(known=known), answers)) for step, (_, form) in STEP_FORMS.items()
    }


def _typed(form: RoundStepForm, answers: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    for name, field in form.fields.items():
        stands = answers.get(name)
        if stands is None:
            continue
        if isinstance(field.widget, DateInputs):
            parts = field.widget.format_value(stands)
            yield from zip(_boxes(name, field), ([part] for part in parts), strict=True)
        elif isinstance(stands, list):
            yield name, [str(each) for each in stands]
        else:
            yield name, [_box(field, stands)]


def _box(field: Any, stands: Any) -> str:
    if isinstance(field, PoundsField):
        return f"{Decimal(stands) / 100:.2f}"
    return str(stands)
