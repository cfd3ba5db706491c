"""What the pages about people ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm


class PurposeForm(PlainForm):
    """For what an officer needs to look, which the record keeps."""

    purpose = forms.ChoiceField(label=_("What are you doing?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Why do you need to look now?"),
        help_text=_("A few words without names. The person can read your purpose, and when."),
        max_length=300,
    )

    def __init__(self, *args: Any, purposes: tuple[register.Purpose, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [(each.value, each.label) for each in purposes]  # type: ignore[attr-defined]


class AddPersonForm(PlainForm):
    """A person by the case system's reference, with as little else as the work asks for."""

    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("As in the case system, like EL-104233. Never a name or a date of birth."),
        max_length=40,
    )
    area = forms.ChoiceField(label=_("Area where the person lives"), required=False)
    age_band = forms.ChoiceField(
        label=_("Age"), required=False,
        choices=[("", _("Not known")), *((band, band) for band in register.AGE_BANDS)],
    )  # fmt: skip
    care_groups = forms.MultipleChoiceField(
        label=_("Care groups"), required=False, choices=tuple(register.CARE_GROUPS.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    need_level = forms.ChoiceField(
        label=_("Level of need"), required=False,
        choices=[("", _("Not known")), *register.NEED_LEVELS.items()],
        help_text=_("Scotland names four levels. In England a need is eligible or is not."),
    )  # fmt: skip

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Not known")), *areas]  # type: ignore[attr-defined]


class EndAccessForm(PlainForm):
    """Why somebody may no longer open a record; the record and both people are told."""

    reason = forms.CharField(
        label=_("Why does the access end?"), max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "The person reads this, and so does whoever can no longer open the record. Use plain "
            "words and no names."
        ),
    )  # fmt: skip


class LetInForm(PlainForm):
    """Who is let into a record, as what, by what right, and to which parts."""

    name = forms.CharField(label=_("Name of the person you let in"), max_length=200)
    email = forms.EmailField(
        label=_("Their e-mail address"), help_text=_("They sign in with it."), max_length=254
    )
    capacity = forms.ChoiceField(
        label=_("As what?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in platform.Capacity],
    )  # fmt: skip
    ground = forms.ChoiceField(
        label=_("By what right?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in platform.Ground],
    )  # fmt: skip
    may_see = forms.MultipleChoiceField(
        label=_("What may they see?"), widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, each.label) for each in platform.RecordPart],
    )  # fmt: skip
    may_decide = forms.BooleanField(
        label=_("They may say who else sees the record"), required=False
    )
    proof = forms.CharField(
        label=_("Which paper did you see, and where is it kept?"), required=False, max_length=300,
        help_text=_(
            "An order, a certificate, a signed consent, by its number in the case system. Without "
            "a signed consent the person is asked here."
        ),
    )  # fmt: skip
    ends_before = DateField(
        label=_("From which day on no longer?"), required=False,
        help_text=_("Leave it empty if no day is set."),
    )  # fmt: skip
