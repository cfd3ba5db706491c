"""The filters of the peer's list as a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _

from carewright.register.web.lists import COUNTING, SECTORS


class ServiceFilters(forms.Form):
    """What somebody asks of the list, each in the query of the address."""

    default_renderer = DjangoTemplates
    use_required_attribute = False

    q = forms.CharField(label=_("Name, number or provider"), required=False, max_length=100)
    council = forms.ChoiceField(label=_("Council"), required=False)
    sector = forms.ChoiceField(label=_("Who runs it"), required=False)
    counting = forms.ChoiceField(label=_("Counted"), required=False)
    day = forms.ChoiceField(label=_("True on"), required=False)

    def __init__(
        self, *given: Any, councils: list[tuple[str, str]], days: list[tuple[str, str]]
    ) -> None:
        super().__init__(*given)
        offered = {"council": councils, "sector": SECTORS, "counting": COUNTING, "day": days}
        for name, choices in offered.items():
            self.fields[name].choices = [("", _("All")), *choices]
