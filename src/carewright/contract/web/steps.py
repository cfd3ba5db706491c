"""The steps by which an agreement is written, run and ended: what each asks, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.contract.api import DayKind, OptionState, Part, Unit
from carewright.contract.web import forms
from carewright.contract.web.fill_in_form import FillInForm, open_facts
from carewright.contract.web.forms import day_after, end_of
from carewright.platform import api as platform
from carewright.platform.api import OfficerRequest
from carewright.register import api as register
from carewright.ui.formats import pounds, written_date
from carewright.ui.forms import PlainForm

SAVED: Final = _("Saved.")
Done = dict[str, Any]
"""Who does it and when; with an intent where something is made."""
Given = tuple[Any, Any]
"""What somebody has answered so far, as a form takes it."""
Asks = Callable[[OfficerRequest, contract.Agreement, Given], PlainForm]
"""Makes the form of a step."""


@dataclass(frozen=True)
class Step:
    """One step: its page, what it asks, and the action that it leads to."""

    title: Any
    button: Any
    form: Asks
    save: Callable[[contract.Agreement, Any, Done], None]
    makes: bool = False  # something new, so that sending it twice must not make two
    said: Any = SAVED


def words_form(
    request: OfficerRequest, found: contract.Agreement | None, given: Given
) -> PlainForm:
    """The words, as they stand if there are any."""
    by = request.officer
    return forms.WordsForm(*given, seen_by=by, initial=_standing(found, by))


def _standing(found: contract.Agreement | None, by: platform.Officer) -> dict[str, Any]:
    if found is None:
        return {}
    words = found.wording
    return {
        **{name: getattr(words, name) for name in forms.PLAIN}, "kind": words.kind.value,
        "regime": words.regime.value, "risk": words.risk.value, "last_day": found.term.last_day,
        "contact": str(words.contact_id or ""),
        "budget_holder": str(words.budget_holder_id or ""),
        "framework": found.called_upon.reference if found.called_upon else "",
        "person": register.person_reference(words.person_id, seen_by=by) if words.person_id else "",
    }  # fmt: skip


def _save_words(found: contract.Agreement, form: forms.WordsForm, done: Done) -> None:
    # What the form does not ask stays as it was.
    wording = replace(found.wording, **form.answers())
    contract.change_words(agreement_id=found.id, wording=wording, **done)


def _price_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    services = [(str(each.id), each.label) for each in found.services]
    return forms.PriceForm(*given, services=services, initial={"starts_on": found.term.starts_on})


def _save_price(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    contract.add_price_line(
        agreement_id=found.id, service_id=UUID(said["service"]), unit=Unit(said["unit"]),
        minutes=said["minutes"] or 0, day_kind=DayKind(said["day_kind"]), zone=said["zone"],
        pence=said["pence"], starts_on=said["starts_on"],
        ends_before=end_of(said["last_day"]), reason=said["reason"], **done,
    )  # fmt: skip


def _save_option(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    contract.add_extension(
        agreement_id=found.id, decide_by=said["decide_by"],
        ends_before=day_after(said["last_day"]), **done,
    )  # fmt: skip


def _plans_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    standing = {
        name: getattr(found, name)
        for name in ("monitoring_plan_on", "exit_plan_on", "contingency_plan_on",
                     "registered_on", "registered_as", "people_counted_on")
    }  # fmt: skip
    standing["people_supported"] = found.wording.people_supported
    return forms.PlansForm(*given, initial=standing)


def _save_plans(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    contract.keep_plans(agreement_id=found.id, kept=contract.Kept(**form.cleaned_data), **done)


_NO_OPTION: Final = "No option to extend it is open any more."


def _next_option(found: contract.Agreement) -> contract.Extension | None:
    return next((each for each in found.extensions if each.state is OptionState.OPEN), None)


def _ask_to_extend(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    option = _next_option(found)
    if option is None:
        raise contract.CannotDo([platform.Blocker("", _NO_OPTION)])
    contract.ask_to_extend(option_id=option.id, reason=form.cleaned_data["reason"], **done)


def _decide_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    options = [
        (str(each.id), _option_named(each))
        for each in found.extensions
        if each.state is OptionState.OPEN
    ]
    return forms.DecideForm(*given, options=options)


def _ask_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    """Says which further term it is about: the next, as one follows the other."""
    form = forms.AskToExtendForm(*given)
    option = _next_option(found)
    form.fields["reason"].help_text = _option_named(option) if option else _NO_OPTION
    return form


def _option_named(each: contract.Extension) -> str:
    last = contract.Term(None, each.ends_before).last_day
    words = {"number": each.number, "day": written_date(last) if last else ""}
    return now_in_words("Option %(number)s: the term would end on %(day)s") % words


def _save_decision(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    contract.decide_extension(
        option_id=UUID(said["option"]), taken=said["taken"] == "yes", reason=said["reason"], **done
    )


def _successor_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    among = contract.possible_successors(found.id, seen_by=request.officer)
    offered = [(str(each.id), f"{each.reference} {each.title}") for each in among]
    standing = str(found.successor.id) if found.successor else ""
    return forms.SuccessorForm(*given, offered=offered, initial={"successor": standing})


def _save_successor(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    chosen = form.cleaned_data["successor"]
    contract.name_successor(
        agreement_id=found.id, successor_id=UUID(chosen) if chosen else None, **done
    )


def _plain(
    form: type[PlainForm],
) -> Callable[[OfficerRequest, contract.Agreement, Given], PlainForm]:
    return lambda request, found, given: form(*given)


def _with_answers(act: Callable[..., object]) -> Callable[[contract.Agreement, Any, Done], None]:
    """A step whose answers are what the action asks, by the same names."""

    def save(found: contract.Agreement, form: PlainForm, done: Done) -> None:
        act(agreement_id=found.id, **form.cleaned_data, **done)

    return save


def _take_out_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    parts = [
        *((f"{Part.PROVIDER}:{each.id}", each.name) for each in found.providers),
        *((f"{Part.SERVICE}:{each.id}", each.label) for each in found.services),
        *((f"{Part.PRICE}:{each.id}", _price_named(each)) for each in found.prices),
    ]
    return forms.TakeOutForm(*given, parts=parts)


def _price_named(each: contract.Price) -> str:
    words = {
        "what": each.priced.label, "price": pounds(each.pence),
        "day": written_date(each.term.starts_on),
    }  # fmt: skip
    return now_in_words("%(what)s: %(price)s from %(day)s") % words


def _take_out(found: contract.Agreement, form: PlainForm, done: Done) -> None:
    part, _colon, part_id = form.cleaned_data["part"].partition(":")
    contract.take_part_out(agreement_id=found.id, part=Part(part), part_id=UUID(part_id), **done)


def _fill_in_form(request: OfficerRequest, found: contract.Agreement, given: Given) -> PlainForm:
    return FillInForm(
        *given, seen_by=request.officer, open_facts=open_facts(found),
        in_advance=found.wording.paid_in_advance,
    )  # fmt: skip


def _fill_in(found: contract.Agreement, form: Any, done: Done) -> None:
    how = form.cleaned_data["how"]
    contract.fill_in(agreement_id=found.id, filled=form.filled(), how=how, **done)


STEPS: Final[dict[str, Step]] = {
    "terms": Step(_("Words of the agreement"), _("Save"), words_form, _save_words),
    "provider": Step(
        _("Add a provider"), _("Add"), _plain(forms.ProviderForm),
        _with_answers(contract.add_provider), makes=True,
    ),
    "service": Step(
        _("Add what is bought"), _("Add"), _plain(forms.ServiceForm),
        _with_answers(contract.add_service), makes=True,
    ),
    "price": Step(
        _("Add a price"), _("Add the price"), _price_form, _save_price, makes=True,
        said=_("The price is kept."),
    ),
    "option": Step(
        _("Add an option to extend"), _("Add"), _plain(forms.OptionForm), _save_option, makes=True
    ),
    "take_out": Step(
        _("Take something out"), _("Take it out"), _take_out_form, _take_out,
        said=_("It is no longer part of the draft."),
    ),
    "fill_in": Step(
        _("Say what the file did not"), _("Save"), _fill_in_form, _fill_in,
    ),
    "plans": Step(_("Plans, public entry and people"), _("Save"), _plans_form, _save_plans),
    "begin": Step(
        _("Begin the agreement"), _("Begin"), _plain(forms.BeginForm),
        _with_answers(contract.begin_agreement), said=_("The agreement is live."),
    ),
    "ask_to_extend": Step(
        _("Ask for the approval to extend"), _("Ask for approval"), _ask_form,
        _ask_to_extend, makes=True, said=_("The approval has been asked for."),
    ),
    "extend": Step(
        _("Decide whether to extend"), _("Record the decision"), _decide_form, _save_decision
    ),
    "ending": Step(
        _("Decide that it ends"), _("It ends"), _plain(forms.ReasonForm),
        _with_answers(contract.decide_to_end),
    ),
    "end": Step(
        _("End the agreement"), _("It is over"), _plain(forms.EndForm),
        _with_answers(contract.end_agreement),
    ),
    "successor": Step(
        _("Name what follows"), _("Save"), _successor_form, _save_successor
    ),
    "take_back": Step(
        _("Take it back to a draft"), _("Ask a second person"), _plain(forms.ReasonForm),
        _with_answers(contract.ask_to_take_back),
        said=_("Another person has to confirm it now."),
    ),
    "keep": Step(
        _("Leave it approved after all"), _("Leave it approved"), _plain(forms.ReasonForm),
        _with_answers(contract.keep_approved), said=_("It stays approved."),
    ),
    "abandon": Step(
        _("Abandon it"), _("Abandon it"), _plain(forms.ReasonForm),
        _with_answers(contract.abandon_agreement), said=_("It is abandoned."),
    ),
}  # fmt: skip
