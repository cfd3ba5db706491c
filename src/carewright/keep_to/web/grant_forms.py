"""What is asked about grants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import Asked, Standing
from carewright.keep_to.web.forms import day, long_text
from carewright.ui.forms import PlainForm, PoundsField

Choices = Sequence[tuple[str, str]]


class ApplyForm(PlainForm):
    """What a body asks for."""

    applicant = forms.CharField(label=_("Who asks?"), max_length=300)
    purpose = long_text(_("What is the money for?"))
    received_on = day(_("On which day did it come?"))
    asked_pence = PoundsField(label=_("How much is asked for?"))
    full_cost_pence = PoundsField(label=_("What does the work cost in full?"))
    overhead_pence = PoundsField(label=_("How much of that is its share of overheads?"))

    def asked(self) -> Asked:
        """The answers as the rules take them."""
        return Asked(**self.cleaned_data)


class DecideForm(PlainForm):
    """Whether it is agreed, and which grant came of it."""

    agreed = forms.ChoiceField(
        label=_("Is it agreed?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    reason = long_text(_("Why?"))
    agreement = forms.ChoiceField(label=_("Which grant came of it?"), required=False)

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreement"].choices = [("", _("None yet")), *offered]  # type: ignore[attr-defined]

    @property
    def grant(self) -> UUID | None:
        """The agreement that was chosen."""
        chosen = self.cleaned_data.get("agreement")
        return UUID(chosen) if chosen else None


class CheckForm(PlainForm):
    """How a grant stands to one undertaking."""

    undertaking = forms.ChoiceField(label=_("Which undertaking?"))
    standing = forms.ChoiceField(
        label=_("How does the grant stand to it?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in Standing],
    )  # fmt: skip
    told = forms.DecimalField(
        label=_("How many weeks or months were given?"), min_value=0, max_value=1_000,
        decimal_places=2, required=False,
        help_text=_("Weeks of consultation, or months of notice. Else leave it empty."),
    )  # fmt: skip
    reason = long_text(_("Why is there an exception?"), rows=2, required=False)

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["undertaking"].choices = [("", _("Choose one")), *offered]  # type: ignore[attr-defined]
