"""What is asked for an account of how money was used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import Account, UsedFor
from carewright.keep_to.web.forms import day
from carewright.ui.forms import PlainForm, PoundsField

#: As many lines as the page asks; a longer account is added up into these.
LINES: Final = 8


class StatementForm(PlainForm):
    """A year's account: what was received, what it was used for, and what is left."""

    year = forms.IntegerField(
        label=_("In which year did the financial year begin?"), min_value=2000, max_value=2100,
        help_text=_("Like 2025 for 2025/26, which begins on 1 April 2025."),
    )  # fmt: skip
    received_pence = PoundsField(label=_("What did we pay for the year?"))
    total_pence = PoundsField(label=_("What was used in all, as the statement says it?"))
    unspent_pence = PoundsField(
        label=_("What was not used?"), may_be_negative=True,
        help_text=_("Below nought where more was used than we paid."),
    )  # fmt: skip
    to_return_pence = PoundsField(label=_("How much of that is to be returned?"), required=False)
    agreed_overhead_percent = forms.DecimalField(
        label=_("Agreed level of management overhead, in per cent"), min_value=0, max_value=100,
        decimal_places=2, required=False,
    )  # fmt: skip
    accounts_wanted = forms.BooleanField(
        label=_("Audited or examined accounts of the year are wanted"), required=False,
        initial=True,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, LINES + 1):
            self.fields |= _line(n)

    def clean(self) -> None:
        """A line has its words and its amount, or neither."""
        super().clean()
        for n in range(1, LINES + 1):
            words, pence = self.cleaned_data.get(f"words_{n}"), self.cleaned_data.get(f"pence_{n}")
            if pence is not None and not words:
                self.add_error(f"words_{n}", _("Say what the amount was used for"))
            if words and pence is None and f"pence_{n}" not in self.errors:
                self.add_error(f"pence_{n}", _("Enter the amount"))

    def account(self) -> Account:
        """The answers as the rules take them."""
        said = self.cleaned_data
        return Account(
            year=said["year"], lines=tuple(self._lines()), received_pence=said["received_pence"],
            total_pence=said["total_pence"], unspent_pence=said["unspent_pence"],
            to_return_pence=said["to_return_pence"] or 0,
            agreed_overhead_percent=said["agreed_overhead_percent"],
        )  # fmt: skip

    def _lines(self) -> Iterator[UsedFor]:
        said = self.cleaned_data
        for n in range(1, LINES + 1):
            if said[f"words_{n}"]:
                yield UsedFor(said[f"words_{n}"], said[f"pence_{n}"], said[f"overhead_{n}"])


def _line(n: int) -> dict[str, forms.Field]:
    """The three questions of one line; each says which line it belongs to."""
    number = {"n": n}
    return {
        f"words_{n}": forms.CharField(
            label=_("Line %(n)s: used for") % number, max_length=200, required=False
        ),
        f"pence_{n}": PoundsField(label=_("Line %(n)s: amount") % number, required=False),
        f"overhead_{n}": forms.BooleanField(
            label=_("Line %(n)s is management overhead") % number, required=False
        ),
    }


class AccountsForm(PlainForm):
    """When audited accounts came."""

    received_on = day(_("On which day did the accounts come?"))
    document = forms.FileField(label=_("The accounts"), required=False)

    def __init__(self, *args: Any, may_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_file:
            del self.fields["document"]


class ReturnedForm(PlainForm):
    """When unspent money came back."""

    returned_on = day(_("On which day did the money come back?"))
