"""The steps of a variation that ask something."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import OfficerRequest
from carewright.ui.forms import PlainForm
from carewright.vary import api as vary
from carewright.vary.api import VariationWords, What
from carewright.vary.web.forms import (
    AssignForm,
    LawForm,
    ReasonForm,
    SignForm,
    VaryForm,
    day_after,
)
from carewright.vary.web.stepping import Done, Step

Both = tuple[vary.Variation, contract.Agreement]
#: Answers that go into the words of a variation as they are.
PLAIN: Final = (
    "reason", "starts_on", "scope", "price_effect", "people_effect", "people_affected",
    "notice_days", "own_notice_days", "payment_terms", "new_provider", "new_provider_number",
    "diligence_on", "consent_on", "people_told_on",
)  # fmt: skip


def form_for(
    request: OfficerRequest,
    agreement: contract.Agreement,
    touches: tuple[What, ...],
    initial: dict[str, Any],
    told: Mapping[str, bool],
    given: tuple[Any, Any],
) -> LawForm:
    """The questions of a change of terms, or of an assignment, with what its regime asks."""
    assignment = What.PROVIDER in touches
    regime = agreement.wording.regime
    area = request.officer.organisation.area_code or ""
    nation = contract.nation_of(regime, area)
    asked = vary.questions(regime, nation, localdate(), assignment=assignment)
    if not assignment:
        return VaryForm(given[0], asked=asked, told=told, initial=initial)
    providers = [(str(each.id), each.name) for each in agreement.providers]
    return AssignForm(given[0], asked=asked, told=told, initial=initial, providers=providers)


def words_in(form: LawForm) -> VariationWords:
    """What was answered."""
    said = form.cleaned_data
    touches = tuple(What(each) for each in said.get("touches", [What.PROVIDER.value]))
    leaves = said.get("leaving_party")
    return VariationWords(
        **{name: said[name] for name in PLAIN if name in said}, touches=touches,
        change_pence=said.get("change_pence") or 0, ends_before=day_after(said.get("last_day")),
        leaving_party=UUID(leaves) if leaves else None, answers=form.answers(),
    )  # fmt: skip


def _change_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    found, agreement = both
    words = found.words
    initial = {name: getattr(words, name) for name in PLAIN}
    initial |= {
        "touches": [each.value for each in words.touches],
        "change_pence": words.change_pence or None,
        "last_day": words.ends_before and words.ends_before - timedelta(days=1),
        "leaving_party": str(words.leaving_party or ""),
    }
    return form_for(request, agreement, words.touches, initial, words.answers, given)


def _save_change(both: Both, form: Any, done: Done) -> None:
    vary.change_variation(variation_id=both[0].id, words=words_in(form), **done)


def _sign_form(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    today = localdate()
    return SignForm(
        *given, colleagues=platform.colleagues(seen_by=request.officer),
        initial={"our_day": today, "their_day": today},
    )  # fmt: skip


def _save_signatures(both: Both, form: Any, done: Done) -> None:
    said = dict(form.cleaned_data)
    given = said.pop("copy")
    copy = vary.SignedCopy(given.name, given) if given else None
    officer_id, second = UUID(said.pop("officer_id")), said.pop("second_officer_id")
    vary.sign_variation(
        variation_id=both[0].id, officer_id=officer_id,
        second_officer_id=UUID(second) if second else None, copy=copy, **said, **done,
    )  # fmt: skip


def _reason(request: OfficerRequest, both: Both, given: tuple[Any, Any]) -> PlainForm:
    return ReasonForm(given[0])


STEPS: Final = {
    "change": Step(_("Change its words"), _("Save"), _change_form, _save_change),
    "sign": Step(
        _("Record the signatures"), _("Record the signatures"), _sign_form, _save_signatures,
        said=_("Both signatures are on the record."),
    ),
    "back": Step(
        _("Take it back, or set it aside"), _("Ask a second person"), _reason,
        lambda both, form, done: _with_reason(vary.ask_variation_back, both, form, done),
        said=_("Another person has to confirm it now."),
    ),
    "keep": Step(
        _("Leave it as it is after all"), _("Leave it as it is"), _reason,
        lambda both, form, done: _with_reason(vary.keep_variation, both, form, done),
        said=_("It stays as it is."),
    ),
    "withdraw": Step(
        _("Withdraw it"), _("Withdraw it"), _reason,
        lambda both, form, done: _with_reason(vary.withdraw_variation, both, form, done),
        said=_("It is withdrawn."),
    ),
}  # fmt: skip


def _with_reason(act: Any, both: Both, form: Any, done: Done) -> None:
    act(variation_id=both[0].id, reason=form.cleaned_data["reason"], **done)
