"""What the pages on who is who ask."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.api import Colleague
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm

CHOOSE = ("", _("Choose a person"))


def people(colleagues: Sequence[Colleague]) -> list[tuple[str, Any]]:
    """Colleagues to choose from; the job tells two of one name apart."""
    return [CHOOSE, *((str(each.id), f"{each.name}, {each.job_title}") for each in colleagues)]


class CoverForm(PlainForm):
    """Who stands in, from when and until when."""

    absent = forms.ChoiceField(label=_("Who is away?"))
    deputy = forms.ChoiceField(
        label=_("Who stands in?"),
        help_text=_("Somebody who is at work on all of these days."),
    )
    starts_on = DateField(label=_("First day away"))
    ends_before = DateField(label=_("First day back"), help_text=_("Cover ends by itself then."))

    def __init__(
        self, *args: Any, colleagues: Sequence[Colleague], own: UUID | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        if own:
            del self.fields["absent"]
            colleagues = [each for each in colleagues if each.id != own]
        for name in {"absent", "deputy"} & set(self.fields):
            self.fields[name].choices = people(colleagues)  # type: ignore[attr-defined]

    def cover(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return {
            "absent_id": self.own or UUID(answers["absent"]),
            "deputy_id": UUID(answers["deputy"]),
            "starts_on": answers["starts_on"],
            "ends_before": answers["ends_before"],
        }


def _areas() -> list[tuple[str, Any]]:
    return [("", _("None in particular")), *platform.SERVICE_AREAS.items()]


class ContactForm(PlainForm):
    """Whom to ask about what."""

    officer = forms.ChoiceField(label=_("Who?"))
    service_area = forms.ChoiceField(label=_("For which service area?"), required=False)
    provider = forms.ChoiceField(label=_("For which provider?"), required=False)
    is_lead = forms.BooleanField(
        label=_("This is the lead officer"),
        required=False,
        help_text=_("There is one lead officer for each area and provider."),
    )
    team = forms.ChoiceField(label=_("Team"), required=False)
    ask_about = forms.CharField(
        label=_("What to ask about"), required=False, max_length=200,
        help_text=_("For example: a new price, or a worry about a home"),
    )  # fmt: skip
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)

    def __init__(
        self,
        *args: Any,
        colleagues: Sequence[Colleague],
        providers: Sequence[platform.Organisation],
        teams: Sequence[platform.Team],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        at_work = [(each.name, each.name) for each in teams if each.ended_at is None]
        self.fields["team"].choices = [("", _("None in particular")), *at_work]  # type: ignore[attr-defined]
        self.fields["officer"].choices = people(colleagues)  # type: ignore[attr-defined]
        self.fields["service_area"].choices = _areas()  # type: ignore[attr-defined]
        every = [("", _("Every provider")), *((str(each.id), each.name) for each in providers)]
        self.fields["provider"].choices = every  # type: ignore[attr-defined]

    def contact(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = {**self.cleaned_data}
        provider = answers.pop("provider")
        return {
            "officer_id": UUID(answers.pop("officer")),
            "provider_id": UUID(provider) if provider else None,
            **answers,
        }


#: As many levels as the form offers; more would only keep a matter waiting.
LEVELS = 4


class PathForm(PlainForm):
    """Who is asked next, level by level, and how soon each answers."""

    service_area = forms.ChoiceField(label=_("For which service area?"), required=False)

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = [("", _("Everything that has no path of its own")), *platform.SERVICE_AREAS.items()]
        self.fields["service_area"].choices = areas  # type: ignore[attr-defined]
        for level in range(1, LEVELS + 1):
            self.fields[f"officer_{level}"] = forms.ChoiceField(
                label=_("Level %(n)s: who?") % {"n": level},
                required=level == 1,
                choices=people(colleagues),
            )
            self.fields[f"days_{level}"] = forms.IntegerField(
                label=_("Level %(n)s: answers within how many working days?") % {"n": level},
                required=level == 1,
                widget=forms.TextInput(
                    attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}
                ),
            )

    def clean(self) -> dict[str, Any]:
        """A level is a person and a number of days, both or neither."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        for level in range(1, LEVELS + 1):
            who, days = answers.get(f"officer_{level}"), answers.get(f"days_{level}")
            if who and not days and f"days_{level}" not in self.errors:
                says = _("Give the working days within which level %(n)s answers")
                self.add_error(f"days_{level}", says % {"n": level})
            if days and not who and f"officer_{level}" not in self.errors:
                self.add_error(f"officer_{level}", _("Choose who level %(n)s is") % {"n": level})
        return answers

    def steps(self) -> list[platform.StepWanted]:
        """The levels that were given, in their order."""
        answers = self.cleaned_data
        return [
            platform.StepWanted(UUID(answers[f"officer_{n}"]), answers[f"days_{n}"])
            for n in range(1, LEVELS + 1)
            if answers.get(f"officer_{n}") and answers.get(f"days_{n}")
        ]


class EnrolForm(PlainForm):
    """A person who is to work here."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("Work email address"), max_length=254,
        help_text=_("An address of their own. One account serves every organisation."),
    )  # fmt: skip
    job_title = forms.CharField(label=_("Job title"), max_length=200)


class RoleForm(PlainForm):
    """A role, from a day on, until another or for good."""

    role = forms.ChoiceField(label=_("Role"))
    starts_on = DateField(label=_("First day"))
    ends_before = DateField(
        label=_("First day without it"), required=False,
        help_text=_("Leave it empty if no end is known yet."),
    )  # fmt: skip

    def __init__(self, *args: Any, kind: platform.OrganisationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = sorted(platform.ROLES_OF_KIND[kind], key=lambda role: role.label)
        choices = [("", _("Choose a role")), *((role.value, role.label) for role in held)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]


class ReasonForm(PlainForm):
    """Why something ends, in words that the record keeps."""

    reason = forms.CharField(
        label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class TermsForm(PlainForm):
    """Who takes part, what each pays, and how far partners may go with what."""

    starts_on = DateField(label=_("First day"))
    members = forms.MultipleChoiceField(
        label=_("Who takes part?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, others: Sequence[platform.Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = others
        names = [(str(each.id), each.name) for each in others]
        self.fields["members"].choices = names  # type: ignore[attr-defined]
        for kind in platform.SharedKind:
            levels = [("", _("Not shared")), *((each.value, each.label) for each in platform.Level)]
            self.fields[f"kind_{kind.value}"] = forms.ChoiceField(
                label=_("How far may partners go with: %(kind)s?") % {"kind": kind.label.lower()},
                required=False,
                choices=levels,
            )
        self.fields["shares"] = forms.CharField(
            label=_("Shares of a pooled budget"), required=False,
            widget=forms.Textarea(attrs={"rows": 5}),
            help_text=_(
                "Leave it empty if no budget is pooled. Else a line for each member, such as "
                "“Elmshire Council: 55.5”, in percent, 100 together."
            ),
        )  # fmt: skip

    def clean_shares(self) -> dict[str, int]:
        """Each member's share in parts of ten thousand, by its name."""
        found: dict[str, int] = {}
        for line in filter(str.strip, self.cleaned_data["shares"].splitlines()):
            name, _colon, share = line.rpartition(":")
            found[self._known(name)] = self._parts(share)
        return found

    def _known(self, name: str) -> str:
        for each in self.others:
            if each.name.casefold() == name.strip().casefold():
                return str(each.id)
        says = _("There is no organisation called “%(name)s” in the list above")
        raise forms.ValidationError(says % {"name": name.strip()})

    def _parts(self, share: str) -> int:
        try:
            parts = Decimal(share.strip().rstrip("%")) * 100
        except InvalidOperation:
            says = _("Write each share as a number in percent, like 33.33")
            raise forms.ValidationError(says) from None
        if not parts.is_finite() or parts != int(parts):
            raise forms.ValidationError(_("Give at most 2 figures after the point, like 33.33"))
        return int(parts)

    def terms(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        shares = answers["shares"]
        members = list(dict.fromkeys([*answers["members"], *shares]))
        return {
            "starts_on": answers["starts_on"],
            "parts": [platform.Part(UUID(each), shares.get(each)) for each in members],
            "shared": {
                kind: platform.Level(answers[f"kind_{kind.value}"])
                for kind in platform.SharedKind
                if answers[f"kind_{kind.value}"]
            },
        }


class PartnershipForm(TermsForm):
    """A new partnership with its first terms."""

    name = forms.CharField(label=_("Name of the partnership"), max_length=200)
    purpose = forms.CharField(label=_("What it is for"), max_length=500)
    field_order = ("name", "purpose", "starts_on", "members")
