"""The questions of an exemption."""

from __future__ import annotations

from typing import Any, Final

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import Regime
from carewright.platform.api import OfficerRequest
from carewright.ui.forms import PlainForm
from carewright.vary import api as vary
from carewright.vary.api import Scope
from carewright.vary.web.forms import (
    ExemptionForm,
    ReasonForm,
    RelyForm,
    ToldForm,
    day_after,
)
from carewright.vary.web.stepping import Done, Step

PLAIN: Final = (
    "title", "ground", "why", "alternatives", "value_pence", "starts_on", "people_affected"
)  # fmt: skip


def exemption_form(request: OfficerRequest, given: tuple[Any, Any]) -> ExemptionForm:
    """With the grounds of every regime that count today, by the regime that knows them."""
    grounds = [
        (row.id, f"{regime.label}: {row.words}")
        for regime in Regime
        for row in vary.grounds(regime, seen_by=request.officer, on=localdate())
    ]
    return ExemptionForm(given[0], grounds=grounds, initial={"starts_on": localdate()})


def words_in(form: ExemptionForm) -> vary.ExemptionWords:
    """What was answered."""
    said = form.cleaned_data
    ends = day_after(said["last_day"])
    return vary.ExemptionWords(
        **{name: said[name] for name in PLAIN}, scope=Scope(said["scope"]),
        regime=Regime(said["regime"]), ends_before=ends or said["starts_on"],
    )  # fmt: skip


def _rely_form(
    request: OfficerRequest, found: vary.Exemption, given: tuple[Any, Any]
) -> PlainForm:  # fmt: skip
    return RelyForm(given[0], seen_by=request.officer)


def _save_reliance(found: vary.Exemption, form: PlainForm, done: Done) -> None:
    said = form.cleaned_data
    vary.rely_on_exemption(
        exemption_id=found.id, agreement_id=said["agreement"], pence=said["pence"], **done
    )


def _save_told(found: vary.Exemption, form: PlainForm, done: Done) -> None:
    vary.tell_providers(exemption_id=found.id, **form.cleaned_data, **done)


def _save_withdrawal(found: vary.Exemption, form: PlainForm, done: Done) -> None:
    vary.withdraw_exemption(exemption_id=found.id, reason=form.cleaned_data["reason"], **done)


STEPS: Final = {
    "rely": Step(
        _("Name an agreement that relies on it"), _("It relies on it"), _rely_form, _save_reliance
    ),
    "told": Step(
        _("Record that providers were told"), _("Save"),
        lambda request, found, given: ToldForm(given[0], initial={"told_on": localdate()}),
        _save_told,
    ),
    "withdraw": Step(
        _("Withdraw it"), _("Withdraw it"), lambda request, found, given: ReasonForm(given[0]),
        _save_withdrawal,
    ),
}  # fmt: skip
