"""What the pages of directions ask."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.govern import api as govern
from carewright.govern.web.forms import long_text
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm, PoundsField


class DirectionForm(PlainForm):
    """What a body is directed to do, with the money for it and the decision it rests on."""

    title = forms.CharField(label=_("Title"), max_length=200)
    to = forms.ChoiceField(label=_("Which body is directed?"), required=False)
    to_name = forms.CharField(
        label=_("Name of another body"), max_length=200, required=False,
        help_text=_("Only if it is not in the list. It cannot acknowledge the direction here."),
    )  # fmt: skip
    text = long_text(_("What is it directed to do?"), rows=8, required=True)
    functions = long_text(
        _("Which functions does it carry out?"), _("As the integration scheme names them."),
        rows=4, required=True,
    )  # fmt: skip
    money_pence = PoundsField(label=_("Money that goes with it, in pounds"))
    payment = long_text(
        _("How is it paid?"), _("The method and dates of payment, or that none is made."),
        rows=3, required=True,
    )  # fmt: skip
    starts_on = DateField(label=_("From which day?"))
    ends_before = DateField(
        label=_("First day on which it no longer holds"), required=False,
        help_text=_("Leave it empty if it holds until it is replaced or revoked."),
    )  # fmt: skip
    request = forms.ChoiceField(label=_("Which approved decision does it rest on?"))
    replaces = forms.ChoiceField(label=_("Does it replace an earlier direction?"), required=False)
    replaces_how = forms.ChoiceField(
        label=_("What does it do to the earlier direction?"), widget=forms.RadioSelect,
        required=False, choices=[(each.value, each.label) for each in govern.Replacing],
    )  # fmt: skip

    def __init__(
        self, *args: Any, bodies: list[tuple[UUID, str]], decisions: list[tuple[UUID, str]],
        standing: list[tuple[UUID, str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._offer("to", bodies, _("Another body, named below"))
        self._offer("request", decisions, _("Choose one"))
        self._offer("replaces", standing, _("No"))

    @property
    def said(self) -> govern.DirectionSaid:
        """The answers, as the action takes them."""
        given = self.cleaned_data
        how = given["replaces_how"]
        return govern.DirectionSaid(
            title=given["title"], to_id=_key(given["to"]), to_name=given["to_name"],
            text=given["text"], functions=given["functions"], money_pence=given["money_pence"],
            payment=given["payment"], starts_on=given["starts_on"],
            ends_before=given["ends_before"], request_id=UUID(given["request"]),
            replaces_id=_key(given["replaces"]),
            replaces_how=govern.Replacing(how) if how else None,
        )  # fmt: skip

    def _offer(self, field: str, choices: list[tuple[UUID, str]], none: Any) -> None:
        listed = [(str(key), name) for key, name in choices]
        self.fields[field].choices = [("", none), *listed]  # type: ignore[attr-defined]


class ProgressForm(PlainForm):
    """How far the directed body has come."""

    text = long_text(_("What has been done?"), rows=5, required=True)


def _key(answer: str) -> UUID | None:
    return UUID(answer) if answer else None
