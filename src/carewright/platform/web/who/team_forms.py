"""What the pages on teams, localities, lead officers and training ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.web.who.forms import people
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm


class TeamForm(PlainForm):
    """What a team is called, does, and who leads it."""

    name = forms.CharField(label=_("Name of the team"), max_length=120)
    service_areas = forms.MultipleChoiceField(
        label=_("What does it work on?"), widget=forms.CheckboxSelectMultiple,
        choices=tuple(platform.SERVICE_AREAS.items()),
    )  # fmt: skip
    lead = forms.ChoiceField(label=_("Who leads it?"))
    locality = forms.ChoiceField(label=_("In which locality?"), required=False)

    def __init__(
        self,
        *args: Any,
        colleagues: Sequence[platform.Colleague],
        localities: Sequence[platform.Locality],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].choices = people(colleagues)  # type: ignore[attr-defined]
        named = [("", _("In all of them")), *((str(each.id), each.name) for each in localities)]
        self.fields["locality"].choices = named  # type: ignore[attr-defined]
        if not localities:
            del self.fields["locality"]

    def team(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        locality = said.get("locality")
        return {
            "name": said["name"],
            "service_areas": said["service_areas"],
            "lead_id": UUID(said["lead"]),
            "locality_id": UUID(locality) if locality else None,
        }


class JoinForm(PlainForm):
    """Who is in a team, from when and until when."""

    officer = forms.ChoiceField(label=_("Who?"))
    starts_on = DateField(label=_("First day in the team"))
    ends_before = DateField(
        label=_("First day without them"), required=False,
        help_text=_("Leave it empty if no end is known yet."),
    )  # fmt: skip

    def __init__(self, *args: Any, colleagues: Sequence[platform.Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = people(colleagues)  # type: ignore[attr-defined]

    def membership(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return {
            "officer_id": UUID(said["officer"]),
            "starts_on": said["starts_on"],
            "ends_before": said["ends_before"],
        }


class LocalityForm(PlainForm):
    """A named part of a joint board's area."""

    name = forms.CharField(label=_("Name of the locality"), max_length=120)
    covers = forms.CharField(
        label=_("Which places does it cover?"), max_length=300,
        help_text=_("In words that people there would use."),
    )  # fmt: skip


class LeadForm(PlainForm):
    """Whom the organisation names for a duty."""

    duty = forms.ChoiceField(
        label=_("For which duty?"),
        choices=tuple((each.value, each.label) for each in platform.LeadDuty),
    )
    officer = forms.ChoiceField(label=_("Who?"))
    starts_on = DateField(label=_("From which day?"))

    def __init__(self, *args: Any, colleagues: Sequence[platform.Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = people(colleagues)  # type: ignore[attr-defined]

    def lead(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return {
            "officer_id": UUID(said["officer"]),
            "duty": platform.LeadDuty(said["duty"]),
            "starts_on": said["starts_on"],
        }


class TrainingForm(PlainForm):
    """A course that somebody took, and what shows it."""

    code = forms.ChoiceField(
        label=_("Which course?"),
        choices=tuple((each.code, each.name) for each in platform.COURSES),
    )
    taken_on = DateField(label=_("On which day did it end?"))
    document = forms.FileField(
        label=_("A certificate or letter that shows it"), required=False,
        help_text=_("Name no person in need of care in it."),
    )  # fmt: skip

    def training(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        file = said["document"]
        return {
            "code": said["code"],
            "taken_on": said["taken_on"],
            "document": file,
            "document_name": file.name if file else "",
        }
