"""What the pages of templates and letters ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.correspond.api import MOST_AT_ONCE, SubjectKind, TemplateKind
from carewright.platform.api import Retention
from carewright.ui.forms import PlainForm

#: How long letters may be kept; nothing that was sent is forgotten within a week.
KEPT = (Retention.ONE_YEAR, Retention.SIX_YEARS, Retention.SEVEN_YEARS, Retention.PERMANENT)


class WordsForm(PlainForm):
    """The words of a template."""

    title = forms.CharField(
        label=_("Title of what is written"), max_length=200,
        help_text=_("It may name fields, such as {{ provider.name }}."),
    )  # fmt: skip
    body = forms.CharField(
        label=_("Words"), widget=forms.Textarea(attrs={"rows": 16}), strip=False,
        help_text=_(
            "Leave a line empty between paragraphs. # begins a heading, - an item of a list."
        ),
    )  # fmt: skip


class VersionForm(WordsForm):
    """New words, with what has changed."""

    reason = forms.CharField(
        label=_("What has changed, and why?"), widget=forms.Textarea(attrs={"rows": 2})
    )


class TemplateForm(WordsForm):
    """A template with its first words."""

    name = forms.CharField(label=_("Name of the template"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What is it?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in TemplateKind],
    )  # fmt: skip
    subject = forms.ChoiceField(
        label=_("What is it about?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in SubjectKind],
    )  # fmt: skip
    retention = forms.ChoiceField(
        label=_("How long is what is written from it kept?"),
        choices=[(each.value, each.label) for each in KEPT],
    )
    field_order = ("name", "kind", "subject", "retention", "title", "body")


class ChooseForm(PlainForm):
    """About whom or what letters are written."""

    subjects = forms.MultipleChoiceField(
        label=_("Write about"), widget=forms.CheckboxSelectMultiple,
        help_text=_("At most %(n)s at once.") % {"n": MOST_AT_ONCE},
        error_messages={"required": _("Choose at least one")},
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subjects"].choices = offered  # type: ignore[attr-defined]
