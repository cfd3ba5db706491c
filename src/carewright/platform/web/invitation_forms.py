"""What is asked of inviters and of the invited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.api import WHAT_ROLES_DO, OrganisationKind, Role
from carewright.ui.forms import PlainForm


class InviteForm(PlainForm):
    """Who is invited, and to do what."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("Work email address"), max_length=254,
        help_text=_("Make sure of it: whoever reads mail there gets in."),
    )  # fmt: skip
    job_title = forms.CharField(label=_("Job title"), max_length=200, required=False)
    roles = forms.MultipleChoiceField(label=_("Roles"), widget=forms.CheckboxSelectMultiple)

    def offer(self, roles: frozenset[Role]) -> None:
        """Sets the roles to choose from."""
        ordered = sorted(roles, key=lambda role: role.label)
        choices = [(each.value, f"{each.label}: {WHAT_ROLES_DO[each]}") for each in ordered]
        self.fields["roles"].choices = choices  # type: ignore[attr-defined]

    def invitation(self) -> dict[str, Any]:
        """The answers as the invitation takes them."""
        return {**self.cleaned_data, "roles": [Role(code) for code in self.cleaned_data["roles"]]}


class InviteOfficerForm(InviteForm):
    """Somebody who is to work for the organisation itself."""

    def __init__(self, *args: Any, kind: OrganisationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(platform.ROLES_OF_KIND[kind])


class InviteProviderForm(InviteForm):
    """The first person of a provider, and how the inviter knows that there is such a provider."""

    provider_name = forms.CharField(label=_("Provider’s registered name"), max_length=200)
    provider_number = forms.CharField(
        label=_("Company or charity number"), max_length=20,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "spellcheck": "false"}),
        help_text=_("Of Companies House or a charity register, like 01234567 or SC012345."),
    )  # fmt: skip
    proof = forms.CharField(
        label=_("How did you check it?"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Where you looked the number up, when, and how you know that this person acts for them."
        ),
    )  # fmt: skip
    field_order = ("provider_name", "provider_number", "proof", "name", "email", "job_title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = platform.ROLES_OF_KIND[OrganisationKind.PROVIDER] - {Role.SYSTEM_ADMINISTRATOR}
        self.offer(kept)
        self.fields["roles"].help_text = _("They also let in the others of their organisation.")


class FirstPasswordForm(PlainForm):
    """A password that nobody else knows, typed twice."""

    password1 = forms.CharField(
        label=_("New password"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. Three words that nobody would guess."),
    )  # fmt: skip
    password2 = forms.CharField(
        label=_("The same password again"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def clean(self) -> None:
        """Both must be the same."""
        first, second = (self.cleaned_data.get(name) for name in ("password1", "password2"))
        if first and second and first != second:
            self.add_error("password2", _("Type the same password in both boxes"))
