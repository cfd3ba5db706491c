"""The steps by which a round goes on: what each asks, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest
from carewright.ui.formats import pounds
from carewright.ui.forms import PlainForm
from carewright.uplift import api as uplift
from carewright.uplift.api import Said
from carewright.uplift.web import forms
from carewright_engine.costing.price_lines import Basis
from carewright_engine.costing.uplift import Floor

MOST_OFFERED: Final = 200
Done = dict[str, Any]
"""Who does it and when."""


SAVED: Final = _("Saved.")


@dataclass(frozen=True)
class Step:
    """One step: its page, what it asks, and the action that it leads to."""

    title: Any
    button: Any
    form: Callable[[OfficerRequest, uplift.Round, Any], PlainForm]
    save: Callable[[uplift.Round, Any, Done], None]
    said: Any = SAVED


def next_april(today: date) -> date:
    """The first day of the next year of councils' money."""
    this_year = date(today.year, 4, 1)
    return this_year if today < this_year else date(today.year + 1, 4, 1)


def below(request: OfficerRequest, found: uplift.Round) -> list[uplift.Line]:
    """The lines below the floor that the officer may see, the first few."""
    lines = uplift.lines_of(found.id, seen_by=request.officer)
    low = lines.filter(new_pence__isnull=False, floor=Floor.BELOW.value)
    return [uplift.line_row(each) for each in low[:MOST_OFFERED]]


def _agree_form(request: OfficerRequest, found: uplift.Round, given: Any) -> PlainForm:
    every = uplift.lines_of(found.id, seen_by=request.officer)
    lines = below(request, found) or [uplift.line_row(each) for each in every[:MOST_OFFERED]]
    offered = [
        (str(each.price_line_id), f"{each.reference}, {each.priced}: {pounds(each.old_pence)}")
        for each in lines
    ]
    return forms.AgreeForm(*given, offered=offered, initial=_raised(lines, request.GET.get("of")))


def _raised(lines: list[uplift.Line], of: str | None) -> dict[str, Any]:
    """The line that was asked about, or the first, raised to its least cost."""
    asked = [each for each in lines if str(each.price_line_id) == of] or lines[:1]
    return {"which": str(asked[0].price_line_id), "pence": asked[0].floor_pence} if asked else {}


def _agree(found: uplift.Round, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    uplift.agree_price(
        round_id=found.id, line_id=UUID(said["which"]), pence=said["pence"],
        source=said["source"], **done,
    )  # fmt: skip


def _apart(found: uplift.Round, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    uplift.set_apart(
        round_id=found.id, agreement=said["agreement"], basis=Basis(said["basis"]),
        why=said["why"], **done,
    )  # fmt: skip


def _reader_form(request: OfficerRequest, found: uplift.Round, given: Any) -> PlainForm:
    """Whoever may check by a role of their own and had no hand in it."""
    roles = platform.PERMISSIONS[Act.CHECK_UPLIFT].roles
    holding = platform.officers_holding(
        roles, organisation_id=request.officer.organisation.id, on=localdate()
    )
    touched = found.touched_by | {request.officer.account_id}
    offered = [
        (str(each.id), f"{each.name}, {each.job_title}")
        for each in holding
        if each.account_id not in touched
    ]
    return forms.ReaderForm(*given, offered=offered)


def _reader(found: uplift.Round, form: PlainForm, done: Done) -> None:
    uplift.choose_reader(round_id=found.id, reader_id=UUID(form.cleaned_data["which"]), **done)


def _send_form(request: OfficerRequest, found: uplift.Round, given: Any) -> PlainForm:
    return forms.SendForm(*given, initial={"answer_by": found.answer_by})


def _send(found: uplift.Round, form: PlainForm, done: Done) -> None:
    uplift.send_to_providers(
        round_id=found.id, answer_by=form.cleaned_data["answer_by"], said_on=localdate(), **done
    )


def _of_providers(
    form: type[forms.OneOf],
) -> Callable[[OfficerRequest, uplift.Round, Any], PlainForm]:
    def asked(request: OfficerRequest, found: uplift.Round, given: Any) -> PlainForm:
        offered = [(str(each.id), each.name) for each in found.providers]
        started = {
            "which": request.GET.get("of", ""), "said_on": localdate(), "paid_on": localdate(),
        }  # fmt: skip
        return form(*given, offered=offered, initial=started)

    return asked


def _answer(found: uplift.Round, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    answer = uplift.Answer(
        said=Said(said["said"]), said_on=said["said_on"], words=said["words"],
        requested_pence=said["requested_pence"], evidence=_file(said["document"]),
    )  # fmt: skip
    uplift.record_answer(round_id=found.id, provider_id=UUID(said["which"]), answer=answer, **done)


def _pay(found: uplift.Round, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    uplift.record_pay(
        round_id=found.id, provider_id=UUID(said["which"]), pence_an_hour=said["pence_an_hour"],
        paid_on=said["paid_on"], source=said["source"], evidence=_file(said["document"]), **done,
    )  # fmt: skip


def _file(given: Any) -> tuple[str, Any] | None:
    return (given.name, given) if given else None


def _plain(form: type[PlainForm]) -> Callable[[OfficerRequest, uplift.Round, Any], PlainForm]:
    return lambda request, found, given: form(*given)


def _with_reason(act: Callable[..., object]) -> Callable[[uplift.Round, Any, Done], None]:
    def save(found: uplift.Round, form: PlainForm, done: Done) -> None:
        act(round_id=found.id, reason=form.cleaned_data["reason"], **done)

    return save


STEPS: Final[dict[str, Step]] = {
    "agree": Step(
        _("Agree another price for a line"), _("Save"), _agree_form, _agree,
        said=_("The price is kept. Preview the round again."),
    ),
    "apart": Step(
        _("Leave an agreement out"), _("Leave it out"), _plain(forms.ApartForm), _apart,
        said=_("It stays out. Preview the round again."),
    ),
    "reader": Step(
        _("Choose a second reader"), _("Send to the second reader"), _reader_form, _reader,
        said=_("The reader has been asked. The lines to work out were drawn."),
    ),
    "call-off": Step(
        _("Ask the reader no longer"), _("Ask no longer"), _plain(forms.WhyForm),
        _with_reason(uplift.call_reader_off), said=_("The reader is asked no longer."),
    ),
    "send": Step(
        _("Tell the providers"), _("They have been told"), _send_form, _send,
        said=_("Every provider has a day by which to answer."),
    ),
    "answer": Step(
        _("Record what a provider says"), _("Record it"), _of_providers(forms.AnswerForm),
        _answer, said=_("The answer is on the record."),
    ),
    "pay": Step(
        _("Record what care workers are paid"), _("Record it"), _of_providers(forms.PayForm),
        _pay, said=_("The pay is on the record."),
    ),
    "open-again": Step(
        _("Open the round again"), _("Open it again"), _plain(forms.WhyForm),
        _with_reason(uplift.open_again), said=_("It is a proposal again."),
    ),
    "withdraw": Step(
        _("Withdraw the round"), _("Withdraw it"), _plain(forms.WhyForm),
        _with_reason(uplift.withdraw_round), said=_("The round is withdrawn."),
    ),
}  # fmt: skip


def step_named(code: str) -> Step:
    """The step of this code."""
    if code not in STEPS:
        raise Http404
    return STEPS[code]
