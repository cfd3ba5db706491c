"""What is asked of a publisher of open data."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import PlainForm


class PublisherForm(PlainForm):
    """Under which prefix the organisation publishes."""

    ocid_prefix = forms.CharField(
        label=_("Your prefix"), max_length=11,
        help_text=_("Like ocds-a1b2c3. The Open Contracting Partnership gives every publisher one. "
                    "Keep it: under another, readers take what you published for something else."),
    )  # fmt: skip
