"""What a person chooses before an analysis: area, kind of care, care group and day."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import PlainForm
from carewright_engine.provision.kinds_of_care import KINDS

CARE_GROUPS: Final = (
    ("", _("All groups")),
    ("older_people", _("Older people")),
    ("learning_disability", _("People with a learning disability")),
    ("mental_health", _("People with mental health problems")),
    ("physical_sensory", _("People with a physical or sensory disability")),
    ("substance_use", _("People who use alcohol or drugs")),
    ("carers", _("Unpaid carers")),
    ("children", _("Children")),
    ("adults", _("Adults, group not said")),
)
KIND_CHOICES: Final = (
    ("", _("Every kind, side by side")),
    *((kind.key, kind.name) for kind in KINDS),
)


class QuestionForm(PlainForm):
    """One question to the analysis. Areas and days are those that imported files speak of."""

    area = forms.ChoiceField(label=_("Area"))
    kind = forms.ChoiceField(label=_("Kind of care"), required=False, choices=KIND_CHOICES)
    care_group = forms.ChoiceField(label=_("Care group"), required=False, choices=CARE_GROUPS)
    as_at = forms.ChoiceField(label=_("As registered on"))

    def __init__(
        self,
        *args: object,
        areas: list[tuple[str, str]],
        days: list[tuple[str, str]],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = areas  # type: ignore[attr-defined]
        self.fields["as_at"].choices = days  # type: ignore[attr-defined]
