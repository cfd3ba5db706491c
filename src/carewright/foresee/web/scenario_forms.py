"""What the pages of scenarios ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.ui.forms import PlainForm, PoundsField

MOST_BYTES: Final = 200_000


class UponVersion(PlainForm):
    """Answers upon the version of a scenario that was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def moved_to(self, version: int) -> None:
        """Shows the answers again, to be kept upon the version that there is now."""
        self.data = {**{key: self.data.get(key) for key in self.data}, "version": str(version)}


class ScenarioForm(PlainForm):
    """What a scenario is called, and what it is about."""

    name = forms.CharField(
        label=_("What do you call this scenario?"),
        max_length=120,
        help_text=_("Like More telecare and recovery. It stands beside lines of charts."),
    )
    about = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why somebody might do this, for those who read it without you."),
    )


class RewordForm(ScenarioForm, UponVersion):
    """The same, upon the version that was opened."""


class CopyForm(PlainForm):
    """What the copy is called."""

    name = forms.CharField(label=_("What do you call the copy?"), max_length=120)


class BringForm(PlainForm):
    """A scenario as a file."""

    file = forms.FileField(
        label=_("Scenario file"),
        help_text=_("In TOML, as this service and carewright project write and read it."),
    )

    def clean_file(self) -> Any:
        """The file, if it is no larger than a scenario can be."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than a scenario can be"))
        return file


class ShareForm(PlainForm):
    """With which partnership it is shared."""

    partnership = forms.ChoiceField(
        label=_("With whom do you share it?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("What partners may do with it, the terms of the partnership say."),
    )

    def __init__(
        self, *args: Any, partnerships: Sequence[tuple[UUID, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        listed = [(str(key), name) for key, name in partnerships]
        self.fields["partnership"].choices = [*listed, ("nobody", _("With nobody"))]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> UUID | None:
        """The partnership's id; None for nobody."""
        said = self.cleaned_data["partnership"]
        return UUID(said) if said and said != "nobody" else None


class CommentForm(PlainForm):
    """What somebody says of a scenario."""

    words = forms.CharField(
        label=_("Your comment"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stays as you write it, with your name. Name nobody who needs care."),
    )


class SendForm(UponVersion):
    """What those who decide need to know, and who they are."""

    cost = PoundsField(
        label=_("What would it cost a year?"),
        help_text=_("All told. The scheme of delegation says who decides on so much."),
    )
    years = forms.IntegerField(
        label=_("For how many years?"),
        min_value=1,
        max_value=25,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-2"}),
    )
    partnership = forms.ChoiceField(
        label=_("Who decides?"), required=False, widget=forms.RadioSelect, initial="own"
    )

    def __init__(
        self,
        *args: Any,
        partnerships: Sequence[tuple[UUID, str]],
        projected: str = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        cost = self.fields["cost"]
        cost.help_text = f"{cost.help_text} {projected}".strip()
        joint = [(str(key), _("We and our partners in %(name)s") % {"name": name})
                 for key, name in partnerships]  # fmt: skip
        self.fields["partnership"].choices = [("own", _("Our own organisation")), *joint]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        said = answers["partnership"]
        return {
            "version": answers["version"], "annual_value_pence": answers["cost"],
            "term_months": 12 * answers["years"],
            "partnership_id": UUID(said) if said and said != "own" else None,
        }  # fmt: skip
