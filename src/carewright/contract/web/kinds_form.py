"""What is asked of several agreements whose kind their file did not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import ONE_PERSON, Kind
from carewright.contract.web.forms import choice, long_text
from carewright.ui.forms import PlainForm


class KindsForm(PlainForm):
    """Which of them, which kind, and how somebody knows."""

    agreements = forms.MultipleChoiceField(
        label=_("Which agreements?"), widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one agreement"),
            "invalid_choice": _("Somebody has said the kind of one of them since. Look again"),
        },
    )  # fmt: skip
    kind = choice(_("What kind of agreement is each of them?"), Kind)
    how = long_text(
        _("How do you know?"), _("The agreements themselves, a letter, a person."), rows=2,
        required=True,
    )  # fmt: skip

    def __init__(
        self, *args: Any, offered: Sequence[tuple[str, str]], may_see_people: bool, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        among: Any = self.fields["agreements"]
        among.choices, among.initial = offered, [value for value, _label in offered]
        if not may_see_people:
            kinds: Any = self.fields["kind"]
            kinds.choices = [each for each in kinds.choices if each[0] not in ONE_PERSON]

    @property
    def agreement_ids(self) -> list[UUID]:
        """The ones that are ticked."""
        return [UUID(each) for each in self.cleaned_data["agreements"]]

    @property
    def chosen(self) -> Kind:
        """The kind that each of them is to be."""
        return Kind(self.cleaned_data["kind"])
