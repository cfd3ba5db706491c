"""What the pages of an import ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import NONE_OF_THESE, ONE_PERSON, Kind, Regime
from carewright.contract.api import SupplierToMatch as Supplier
from carewright.contract.web.forms import choice, day, long_text
from carewright.register import api as register
from carewright.ui.forms import PlainForm
from carewright_engine.tables.kinds import KINDS

#: A drop-down of more names than these helps nobody.
MOST_HEADERS: Final = 400


class GiveForm(PlainForm):
    """A register of contracts as the council has it."""

    file = forms.FileField(
        label=_("Register of contracts"),
        help_text=_("CSV or a spreadsheet, with whatever columns it has. A .gz is fine."),
        error_messages={
            "required": _("Choose the file to read"),
            "empty": _("The file is empty. Export it again"),
        },
    )
    as_at = day(
        _("On which day was it true?"), _("Leave it empty if its name says so."), required=False
    )

    def clean_file(self) -> Any:
        """The file, if it is not larger than the operator allows."""
        file, most = self.cleaned_data["file"], settings.ENVIRONMENT.upload_limit_mb
        if file.size > most * 1_000_000:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Split it, or compress it as .gz")
                % {"most": most}
            )
        return file


class ColumnsForm(PlainForm):
    """Which column of the file holds what."""

    def __init__(self, *args: Any, file: register.Dataset, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        headers = file.headers[:MOST_HEADERS]
        choices = [("", _("None, or find it by its name")), *((name, name) for name in headers)]
        taken = {**file.matched, **file.chosen}
        for field in KINDS[file.kind].fields:
            self.fields[field.meaning] = forms.ChoiceField(
                label=_("Which column holds: %(words)s?") % {"words": field.words},
                choices=choices, initial=taken.get(field.meaning, ""), required=False,
            )  # fmt: skip

    def columns(self) -> Mapping[str, str]:
        """The header chosen for each meaning, where one was."""
        return {meaning: header for meaning, header in self.cleaned_data.items() if header}


class BeginForm(PlainForm):
    """What is said of every row whose own words leave it open."""

    kind = choice(
        _("Of which kind are those whose kind the file does not say?"),
        [kind for kind in Kind if kind not in ONE_PERSON],
    )
    regime = choice(
        _("Under which rules were they bought?"), Regime,
        _("Few registers say. Whoever knows better can put each agreement right."),
    )  # fmt: skip


class MatchForm(PlainForm):
    """Whom a supplier of the file is."""

    answer = forms.ChoiceField(label=_("Which of these is it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, supplier: Supplier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.id, _offer(each)) for each in supplier.offered]
        none = (NONE_OF_THESE, _("None of these: keep the name and number of the file"))
        self.fields["answer"].choices = [*offered, none]  # type: ignore[attr-defined]


def _offer(each: Any) -> str:
    """Corriemoor Care Limited, SP2009000117: the names are alike (91 of 100)."""
    number = "" if each.id.startswith("name:") else f", {each.id}"
    why = "; ".join(filter(None, (*each.reasons, each.caution)))
    return f"{each.name}{number}: {why}"


class SettleForm(PlainForm):
    """What becomes of a row."""

    place = forms.ChoiceField(
        label=_("What becomes of it?"), widget=forms.RadioSelect,
        choices=[
            ("yes", _("It is a contract of its own: make an agreement of it")),
            ("no", _("Put it aside, with its words and a reason")),
        ],
    )  # fmt: skip
    reason = long_text(_("Why is it put aside?"), rows=2)


class UndoForm(PlainForm):
    """Why an import is taken back."""

    reason = long_text(_("Why is the import taken back?"), rows=2, required=True)
    saw = forms.IntegerField(widget=forms.HiddenInput)
