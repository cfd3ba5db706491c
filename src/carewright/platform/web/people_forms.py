"""What is asked about people who work here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.web.who.forms import people
from carewright.ui.forms import PlainForm


class WhyForm(PlainForm):
    """Why somebody is let in again or out, for the record."""

    reason = forms.CharField(
        label=_("How do you know, or why?"), max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence that an auditor can check."),
    )  # fmt: skip


class CheckedForm(PlainForm):
    """How somebody made sure that a person is who they say."""

    identity_checked = forms.CharField(
        label=_("How did you make sure that it is this person?"), max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: met at her desk this morning, with her staff card."),
    )  # fmt: skip


class AskResetForm(CheckedForm):
    """Who lost a second factor, and how that is known."""

    officer = forms.ChoiceField(label=_("Who has lost it?"))
    field_order = ("officer", "identity_checked")

    def __init__(self, *args: Any, colleagues: Sequence[platform.Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = people(colleagues)  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return {
            "officer_id": UUID(said["officer"]),
            "identity_checked": said["identity_checked"],
        }


class AnewForm(PlainForm):
    """Password, and the first code of another authenticator app."""

    password = forms.CharField(
        label=_("Password"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    code = forms.CharField(
        label=_("Code from the app"), max_length=10,
        help_text=_("Six digits; a new one comes every 30 seconds"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
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
