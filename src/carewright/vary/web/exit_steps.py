"""The steps of an end that ask something."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import OfficerRequest
from carewright.ui.forms import PlainForm
from carewright.vary import api as vary
from carewright.vary.api import StepKind
from carewright.vary.web.forms import CountForm, EndForm, NotesForm, ReasonForm, StepForm
from carewright.vary.web.stepping import Done, Step

Both = tuple[vary.Exit, contract.Agreement]
_TUPE: Final = {True: "yes", False: "no", None: ""}


def _step_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    return StepForm(given[0], colleagues=platform.colleagues(seen_by=request.officer))


def _save_step(both: Both, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    vary.add_exit_step(
        exit_id=both[0].id, kind=StepKind(said["kind"]), action=said["action"],
        owner_id=UUID(said["owner_id"]), due_on=said["due_on"], **done,
    )  # fmt: skip


def _count_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    return CountForm(given[0], initial={"counted_on": localdate()})


def _save_count(both: Both, form: PlainForm, done: Done) -> None:
    vary.count_who_is_left(exit_id=both[0].id, **form.cleaned_data, **done)


def _notes_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    found = both[0]
    stands = {"handover": found.handover, "data_return": found.data_return}
    return NotesForm(given[0], initial={**stands, "tupe": _TUPE[found.tupe]})


def _save_notes(both: Both, form: PlainForm, done: Done) -> None:
    said = dict(form.cleaned_data)
    tupe = {"yes": True, "no": False}.get(said.pop("tupe"))
    vary.note_exit(exit_id=both[0].id, tupe=tupe, **said, **done)


def _end_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    return EndForm(given[0], initial={"last_day": both[0].last_day})


def _save_end(both: Both, form: PlainForm, done: Done) -> None:
    vary.end_by_plan(exit_id=both[0].id, last_day=form.cleaned_data["last_day"], **done)


def _save_withdrawal(both: Both, form: PlainForm, done: Done) -> None:
    vary.withdraw_exit(exit_id=both[0].id, reason=form.cleaned_data["reason"], **done)


def _save_asking_back(both: Both, form: PlainForm, done: Done) -> None:
    vary.ask_exit_back(exit_id=both[0].id, reason=form.cleaned_data["reason"], **done)


def _save_keeping(both: Both, form: PlainForm, done: Done) -> None:
    vary.keep_exit(exit_id=both[0].id, reason=form.cleaned_data["reason"], **done)


STEPS: Final = {
    "step": Step(
        _("Add a step"), _("Add the step"), _step_form, _save_step, makes=True,
        said=_("The step is kept. Its owner has been told."),
    ),
    "count": Step(_("Count who is left"), _("Save the count"), _count_form, _save_count),
    "notes": Step(_("Handover, records and care workers"), _("Save"), _notes_form, _save_notes),
    "end": Step(
        _("It is over"), _("It is over"), _end_form, _save_end, said=_("The agreement is over.")
    ),
    "back": Step(
        _("Undo the end"), _("Ask a second person"),
        lambda request, both, given: ReasonForm(given[0]), _save_asking_back,
        said=_("Another person has to confirm it now."),
    ),
    "keep": Step(
        _("Let it end all the same"), _("Let it end"),
        lambda request, both, given: ReasonForm(given[0]), _save_keeping,
    ),
    "withdraw": Step(
        _("It does not end after all"), _("Withdraw the plan"),
        lambda request, both, given: ReasonForm(given[0]), _save_withdrawal,
    ),
}  # fmt: skip
