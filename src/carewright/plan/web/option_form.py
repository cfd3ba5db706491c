"""The questions of one option: the same for all, held against the same criteria."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.plan.api import Criterion, Judged, Leaning, OptionWeighed, Weighing
from carewright.plan.web.forms import StepForm, people, words
from carewright.ui.forms import PoundsField


class OptionForm(StepForm):
    """One option held against the criteria that all of them share."""

    ruled_out = words(
        _("If it is ruled out, why?"), _("Leave this empty to hold it against the criteria."),
        rows=3,
    )  # fmt: skip
    people_moving = people(_("How many people would change provider?"), _("0 is an answer."))
    people_words = words(_("What would that mean for them?"), rows=3)
    annual_pence = PoundsField(label=_("What would it cost in a year?"), required=False)

    def __init__(self, *args: Any, said: OptionWeighed, with_risks: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial=_standing(said), **kwargs)
        self.keeps_people = said.people_moving.is_held_back
        if self.keeps_people:
            del self.fields["people_moving"]
        for each in Criterion:
            self.fields |= _asked_of(each, with_risks=with_risks)

    def weighing(self) -> Weighing:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return Weighing(
            ruled_out=said["ruled_out"], people_moving=said.get("people_moving"),
            people_words=said["people_words"], annual_pence=said["annual_pence"],
            judged={each: self._judged(each) for each in Criterion},
            keeps_people=self.keeps_people,
        )  # fmt: skip

    def _judged(self, criterion: Criterion) -> Judged:
        said = self.cleaned_data
        leaning = said[f"{criterion.value}_leaning"]
        return Judged(
            Leaning(leaning) if leaning else None, said[f"{criterion.value}_benefits"],
            said.get(f"{criterion.value}_risks", ""),
        )  # fmt: skip


def _asked_of(criterion: Criterion, *, with_risks: bool) -> dict[str, forms.Field]:
    """The questions of one criterion; each names it, so that labels are told apart."""
    name, about = criterion.value, {"criterion": criterion.label}
    in_words = _("%(criterion)s: benefits") if with_risks else _("%(criterion)s: in words")
    found: dict[str, forms.Field] = {
        f"{name}_leaning": forms.ChoiceField(
            label=_("%(criterion)s: beside what there is today") % about, required=False,
            choices=[("", _("Not assessed")), *((each.value, each.label) for each in Leaning)],
        ),
        f"{name}_benefits": words(in_words % about, rows=2),
    }  # fmt: skip
    if with_risks:
        found[f"{name}_risks"] = words(_("%(criterion)s: risks") % about, rows=2)
    return found


def _standing(said: OptionWeighed) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruled_out": said.ruled_out, "people_moving": said.people_moving.number,
        "people_words": said.people_words, "annual_pence": said.annual_pence,
    }  # fmt: skip
    for criterion, judged in said.judged.items():
        found[f"{criterion.value}_leaning"] = judged.leaning.value if judged.leaning else ""
        found[f"{criterion.value}_benefits"] = judged.benefits
        found[f"{criterion.value}_risks"] = judged.risks
    return found
