"""What pages of sending, scrutiny and meetings ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import OUTCOMES, BodyKind, SourceKind
from carewright.govern.web.forms import FileForm, long_text
from carewright.ui.dates import DateField
from carewright.ui.forms import PlainForm
from carewright.ui.times import TimeField
from carewright_engine.values.local_time import NoSingleMoment, london_moment


class SendForm(PlainForm):
    """A reason that somebody signs where something is missing, and which partners decide too."""

    def __init__(
        self, *args: Any, missing: bool, partnerships: Sequence[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if partnerships:
            listed = [(str(key), name) for key, name in partnerships]
            self.fields["partnership"] = forms.ChoiceField(
                label=_("Do you share the request for approval with partners?"),
                choices=[("", _("With nobody")), *listed],
                required=False,
                help_text=_("They see what is asked. The paper itself is shared on its own page."),
            )
        if missing:
            self.fields["reason"] = long_text(
                _("Why does the paper go on without what is missing?"),
                _("Your name stands with this reason on the front of the paper."),
                rows=3, required=True,
            )  # fmt: skip


class ShareForm(PlainForm):
    """With which partnership a paper is shared."""

    partnership = forms.ChoiceField(
        label=_("With whom do you share the paper?"), widget=forms.RadioSelect,
        help_text=_(
            "What partners may do with it, the terms of the partnership say. Files that are "
            "attached stay with you."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, partnerships: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(str(key), name) for key, name in partnerships]
        choices = [*listed, ("nobody", _("With nobody"))]
        self.fields["partnership"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> UUID | None:
        """The partnership's id; None for nobody."""
        said = self.cleaned_data["partnership"]
        return None if said == "nobody" else UUID(said)


class WithdrawForm(PlainForm):
    """Why a paper is taken back."""

    reason = long_text(_("Why is the paper withdrawn?"), rows=3, required=True)


class CallForm(PlainForm):
    """Why members look at a paper before the decision, or call in what was decided."""

    reason = long_text(
        _("Why should scrutiny look at it first?"),
        _("The decision then waits until scrutiny has ended."), rows=3, required=True,
    )  # fmt: skip


class CannotWaitForm(PlainForm):
    """Why a decision goes on without members' days."""

    reason = long_text(
        _("Why can it not wait?"),
        _("Your name stands beside it, as who agreed for scrutiny."), rows=3, required=True,
    )  # fmt: skip


class AskForm(PlainForm):
    """A member's question."""

    text = long_text(_("Your question"), rows=4, required=True)


class EndForm(PlainForm):
    """What scrutiny recommends."""

    recommendation = long_text(
        _("What does scrutiny recommend?"), _("The decision can then be taken."), rows=5,
        required=True,
    )  # fmt: skip

    def __init__(self, *args: Any, called_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not called_in:
            return
        self.fields["recommendation"].help_text = _("If you send it back, these are your reasons.")
        self.fields["decide_by"] = DateField(
            label=_("Do you send it back to whoever decided it? By which day do they answer?"),
            help_text=_(
                "Leave it empty to let the decision go on. They say whether it stands, and nothing "
                "is carried out before. A decision goes back once."
            ),
            required=False,
        )  # fmt: skip


class AnswerForm(FileForm):
    """An answer with what it rests on."""

    text = long_text(_("Answer"), rows=6, required=True)
    source_kind = forms.ChoiceField(
        label=_("What does the answer rest on?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in SourceKind],
        help_text=_("An answer without a source says so, for all to read."),
    )  # fmt: skip
    source_title = forms.CharField(label=_("Title of the source"), max_length=300, required=False)
    source = forms.CharField(
        label=_("Address of the page or figure"), max_length=500, required=False,
        help_text=_("For a figure: its address here, from /analyse/ on."),
    )  # fmt: skip
    field_order = ("text", "source_kind", "source_title", "source", "file")

    def clean(self) -> None:
        """Says all at once what the rules have against the answer."""
        said = self.cleaned_data
        if "source_kind" not in said:
            return
        for blocker in govern.blockers_to_answer(
            text=said.get("text", ""), kind=SourceKind(said["source_kind"]),
            source=said.get("source", ""), has_document=bool(said.get("file")),
        ):  # fmt: skip
            field = "file" if blocker.field == "document" else blocker.field
            if field not in self.errors:
                self.add_error(field, blocker.says)


class BodyForm(PlainForm):
    """A body that decides together."""

    name = forms.CharField(
        label=_("Name of the body"), max_length=200,
        help_text=_("As the scheme of delegation has it, as in Social Care Committee."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("What is it?"), widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in BodyKind],
    )  # fmt: skip


class WhenForm(PlainForm):
    """Asks for a day and an hour; `starts_at` is the moment at which clocks in London show them."""

    starts_at: datetime

    def clean(self) -> None:
        """Refuses an hour that the clocks skip, or show twice."""
        said = self.cleaned_data
        if not {"day", "hour"} <= said.keys():
            return
        try:
            self.starts_at = london_moment(said["day"], said["hour"])
        except NoSingleMoment as refused:
            self.add_error("hour", str(refused))


class MeetingForm(WhenForm):
    """When and where a body meets."""

    body = forms.ChoiceField(label=_("Which body?"))
    day = DateField(label=_("On which day?"))
    hour = TimeField(label=_("At what time?"), help_text=_("Such as 10.30 am or 14:00."))
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)

    def __init__(self, *args: Any, bodies: list[govern.Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose one")), *((str(each.id), each.name) for each in bodies)
        ]  # fmt: skip


class MoveForm(WhenForm):
    """When a body meets instead, and why."""

    day = DateField(label=_("On which day does it meet instead?"))
    hour = TimeField(label=_("At what time?"), help_text=_("Such as 10.30 am or 14:00."))
    place = forms.CharField(
        label=_("Where?"), max_length=200, required=False, help_text=_("Empty: where it was set.")
    )
    reason = long_text(
        _("Why is it moved?"), _("Members and whoever brought a paper are told."), rows=3,
        required=True,
    )  # fmt: skip


class CancelForm(PlainForm):
    """Why a body does not meet."""

    reason = long_text(
        _("Why is it cancelled?"),
        _("Its papers wait for another meeting. Members and whoever brought them are told."),
        rows=3, required=True,
    )  # fmt: skip


class TakeOffForm(PlainForm):
    """Why a paper is taken off an agenda."""

    reason = long_text(
        _("Why is it taken off?"),
        _("It waits for another meeting. Whoever brought it is told."), rows=3, required=True,
    )  # fmt: skip


class MinuteForm(FileForm):
    """A resolution as it was minuted."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"), widget=forms.RadioSelect,
        help_text=_(
            "“Agreed” is for what the paper recommends. If the body agreed something else, it is "
            "sent back: the paper is changed first, and comes again."
        ),
        choices=[(each.value, OUTCOMES[each]) for each in decide.Outcome],
    )  # fmt: skip
    resolution = long_text(_("The resolution, in the words of the minute"), rows=8, required=True)
    minute_reference = forms.CharField(
        label=_("Reference of the minute"), max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip
    field_order = ("outcome", "resolution", "minute_reference", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("The minute as a document")
