"""What is asked about people who work here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.ui.forms import PlainForm


class WhyForm(PlainForm):
    """Why somebody is let in again or out, for the record."""

    reason = forms.CharField(
        label=_("How do you know, or why?"), max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence that an auditor can check."),
    )  # fmt: skip


class GroupForm(PlainForm):
    """A group of the employer's sign-in, and the role that it gives."""

    group = forms.CharField(
        label=_("Group"), max_length=200,
        help_text=_("Exactly as the sign-in names it; some name groups by a long number."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Role"))
    administrator_declared = forms.BooleanField(
        label=_("This group may give the role of system administrator"), required=False
    )

    def __init__(self, *args: Any, kind: platform.OrganisationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = sorted(platform.ROLES_OF_KIND[kind], key=lambda role: role.label)
        choices = [("", "---------"), *((role.value, role.label) for role in offered)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]
