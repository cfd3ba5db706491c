"""What the pages on who is who ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from carewright.platform.api import Colleague
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm

CHOOSE = ("", _("Choose a person"))


def given(request: HttpRequest) -> Any:
    """What somebody has answered; None for who has not been asked yet."""
    return request.POST if request.method == "POST" else None


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
