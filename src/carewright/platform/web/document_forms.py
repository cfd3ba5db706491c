"""What the pages about kept files ask."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.platform.api import Retention, kinds_taken_in
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm

RETENTIONS: Final = (
    (Retention.ONE_YEAR.value, _("1 year: working papers")),
    (Retention.SIX_YEARS.value, _("6 years: contracts and what led to them, in England")),
    (Retention.SEVEN_YEARS.value, _("7 years: money, and decisions about it")),
    (Retention.WHILE_IN_USE.value, _("While in use: nobody has said how long yet")),
    (Retention.PERMANENT.value, _("For good: minutes, strategies, published papers")),
)


class FileForm(PlainForm):
    """A file of a kind that is taken in."""

    file = forms.FileField(label=_("File"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.help_text = _("%(kinds)s, at most 50 MB.") % {"kinds": kinds_taken_in()}
        field.error_messages |= {
            "required": _("Choose the file"),
            "empty": _("The file is empty. Save it again"),
        }


class GiveForm(FileForm):
    """A new document, and how long it is kept."""

    retention = forms.ChoiceField(
        label=_("How long is it kept after its newest version?"),
        help_text=_("Nothing goes by itself. When the time has run out, a director decides."),
        widget=forms.RadioSelect,
        choices=RETENTIONS,
    )


class VersionForm(FileForm):
    """A later version, and why there is one."""

    reason = forms.CharField(
        label=_("What has changed, and why?"), widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(PlainForm):
    """Why something is done that the record will be asked about."""

    reason = forms.CharField(label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}))


class KeepForm(ReasonForm):
    """Until when a document is kept after all, and why."""

    until = DateField(label=_("Keep it until"))
