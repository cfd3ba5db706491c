"""What is asked of somebody who decides, records a minute, answers, or proposes a scheme."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.decide.api import Outcome, Verdict
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm

OUTCOMES = (
    (Outcome.APPROVE.value, _("Approve")),
    (Outcome.DECLINE.value, _("Decline")),
    (Outcome.RETURN.value, _("Send back with questions")),
)
#: A scheme is a page of figures; a larger file is another thing.
MOST_BYTES = 1_000_000


class DecideForm(PlainForm):
    """Approve, decline or send back; whatever is not approved says why."""

    outcome = forms.ChoiceField(
        label=_("What do you decide?"), widget=forms.RadioSelect, choices=OUTCOMES
    )
    reason = forms.CharField(
        label=_("Reasons, or your questions"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "They go on the record. You must give them to decline or to send back; name nobody "
            "who needs care."
        ),
    )

    def clean(self) -> None:
        """Asks for the reasons that a refusal needs, before the rules do."""
        outcome = self.cleaned_data.get("outcome")
        if outcome in (Outcome.DECLINE.value, Outcome.RETURN.value) and not self.cleaned_data.get(
            "reason", ""
        ):
            words = {
                Outcome.DECLINE.value: _("Say why you decline it"),
                Outcome.RETURN.value: _("Say what you need to know"),
            }
            self.add_error("reason", words[outcome])


class MinuteForm(PlainForm):
    """What a committee resolved, and the minute that says so."""

    outcome = forms.ChoiceField(
        label=_("What did the committee resolve?"), widget=forms.RadioSelect, choices=OUTCOMES
    )
    met_on = DateField(label=_("On which day did it meet?"))
    minute_reference = forms.CharField(
        label=_("Reference of the minute"),
        max_length=100,
        help_text=_("As the committee's own papers have it, like Item 51."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    reason = forms.CharField(
        label=_("Resolution as minuted"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("You must give it if the committee did not approve."),
    )


class AgainForm(PlainForm):
    """Whether a decision that members sent back stands, and why."""

    verdict = forms.ChoiceField(
        label=_("Does it stand?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in Verdict],
    )  # fmt: skip
    why = forms.CharField(
        label=_("Why?"), widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It goes on the record, and members read it. Name nobody who needs care."),
    )  # fmt: skip


class MinutedAgainForm(AgainForm):
    """The same, as a committee resolved it."""

    met_on = DateField(label=_("On which day did it meet?"))
    minute_reference = forms.CharField(
        label=_("Reference of the minute"), max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip


class WordsForm(PlainForm):
    """One answer in words, under whatever question the page asks."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), max_length=5_000)

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["words"]
        field.label, field.help_text = label, hint
        field.error_messages["required"] = _("Write your answer")


class ProposeForm(PlainForm):
    """A scheme of delegation as a file, and from when it is to count."""

    file = forms.FileField(
        label=_("Scheme of delegation"),
        help_text=_("A CSV file with the headings of the template."),
    )
    takes_effect_on = DateField(
        label=_("From which day should it count?"),
        help_text=_("Not before a second person has adopted it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].error_messages |= {
            "required": _("Choose the file of the scheme"),
            "empty": _("The file is empty. Save it again from your spreadsheet"),
        }

    def clean_file(self) -> Any:
        """The file, if it can be a scheme at all."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB. Give the CSV alone"))
        return file
