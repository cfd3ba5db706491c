"""The steps of a decision: what each asks, and what keeps the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.plan.api import FIELDS, Option, Step
from carewright.plan.web import forms
from carewright.plan.web.option_form import OptionForm
from carewright.platform.api import OfficerRequest
from carewright.ui.forms import PlainForm

SAVED: Final = _("Saved.")
Given = tuple[Any, Any]
"""Answers and files, as a form takes them."""
Done = dict[str, Any]
"""Who does it and when; with an intent where something is made."""


@dataclass(frozen=True)
class Asked:
    """A page that asks: its title, its form, the action, and where it leads to."""

    title: Any
    button: Any
    form: Callable[[OfficerRequest, plan.Decision, Given], PlainForm]
    save: Callable[[plan.Decision, Any, Done], None]
    makes: bool = False  # something new, so that sending it twice must not make two
    said: Any = SAVED


def _plain(form: type[PlainForm], step: Step) -> Asked:
    def asks(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
        return form(*given, initial=standing(found, step))

    return Asked(step.label, _("Save"), asks, _keeper(step))


def _keeper(step: Step) -> Callable[[plan.Decision, Any, Done], None]:
    def save(found: plan.Decision, form: Any, done: Done) -> None:
        plan.save_step(decision_id=found.id, step=step, answers=form.cleaned_data, **done)

    return save


def standing(found: plan.Decision, step: Step) -> dict[str, Any]:
    """What was answered so far, as the boxes show it."""
    return {name: _shown(getattr(found, name)) for name in FIELDS[step]}


def _shown(answer: Any) -> Any:
    if isinstance(answer, bool):
        return str(answer)
    if isinstance(answer, plan.Count):
        return answer.number
    return answer.value if isinstance(answer, Option) else answer


def _about(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
    """Whoever may not see how many they are does not write over the number."""
    form = forms.AboutForm(*given, initial=standing(found, Step.ABOUT))
    if found.people_supported.is_held_back:
        del form.fields["people_supported"]
    return form


def _rules(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
    on = found.starts_on or localdate()
    known = [
        (each.row.id, f"{each.row.words} ({each.regime}; {_checked(each)})")
        for each in plan.grounds(found.nation, on=on)
    ]
    return forms.RulesForm(*given, grounds=known, initial=standing(found, Step.RULES))


def _checked(ground: plan.Ground) -> str:
    return now_in_words("read by a person") if ground.row.verified else now_in_words("not verified")


def _advice(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
    wanted = govern.wanted(found.nation, on=localdate())
    known = {each.code for each in found.advice}
    first = next((each.code for each in wanted if each.code not in known), "")
    return forms.AdviceForm(*given, wanted=wanted, initial={"code": first})


def _attach(found: plan.Decision, form: Any, done: Done) -> None:
    plan.attach_advice(decision_id=found.id, **form.said(), **done)


def option_step(option: Option) -> Asked:
    """The page of one option; renewal, where something ends, is asked for its risks as well."""

    def asks(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
        renewal = option is Option.RENEW
        return OptionForm(given[0], said=found.weighed(option), with_risks=renewal)

    def save(found: plan.Decision, form: Any, done: Done) -> None:
        plan.weigh_option(decision_id=found.id, option=option, said=form.weighing(), **done)

    return Asked(option.label, _("Save"), asks, save)


def evidence_step(step: Step) -> Asked:
    """Linking what the answer to a question rests on."""

    def asks(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
        return forms.EvidenceForm(given[0], sources=plan.sources(seen_by=request.officer))

    def save(found: plan.Decision, form: Any, done: Done) -> None:
        plan.add_evidence(decision_id=found.id, step=step, **form.cleaned_data, **done)

    title = now_in_words("Evidence: %s") % step.label
    return Asked(title, _("Link it"), asks, save, makes=True)


def ending_step(cited: Mapping[str, str]) -> Asked:
    """Naming an agreement that ends; a page of agreements hands over what it knows."""

    def asks(request: OfficerRequest, found: plan.Decision, given: Given) -> PlainForm:
        known = {name: cited[name] for name in ("title", "reference", "provider") if name in cited}
        return forms.EndingForm(given[0], initial=known)

    def save(found: plan.Decision, form: Any, done: Done) -> None:
        words = plan.EndingWords(**form.cleaned_data, cited_id=cited_id(cited))
        plan.add_ending(decision_id=found.id, words=words, **done)

    return Asked(_("Name what ends"), _("It ends"), asks, save, makes=True)


def cited_id(cited: Mapping[str, str]) -> UUID | None:
    """The agreement that an address names; what is no id names none."""
    try:
        return UUID(cited.get("agreement", ""))
    except ValueError:
        return None


#: The steps of which each is one form; options have a page each.
STEPS: Final[dict[Step, Asked]] = {
    Step.ABOUT: Asked(Step.ABOUT.label, _("Save"), _about, _keeper(Step.ABOUT)),
    Step.ENDS: _plain(forms.EndsForm, Step.ENDS),
    Step.NEEDS: _plain(forms.NeedsForm, Step.NEEDS),
    Step.ALTERNATIVES: _plain(forms.AlternativesForm, Step.ALTERNATIVES),
    Step.RULES: Asked(Step.RULES.label, _("Save"), _rules, _keeper(Step.RULES)),
    Step.RENEWAL: replace(option_step(Option.RENEW), title=Step.RENEWAL.label),
    Step.ADVICE: Asked(Step.ADVICE.label, _("Add"), _advice, _attach, makes=True),
    Step.ANSWER: _plain(forms.AnswerForm, Step.ANSWER),
}
