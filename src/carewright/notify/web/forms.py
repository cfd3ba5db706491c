"""What the page about being told asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from carewright.notify.api import MAY_BE_OFF, Pace, Wishes
from carewright.ui.forms import PlainForm
from carewright.ui.times import TimeField

PACES = (
    (Pace.AT_ONCE.value, _("At once")),
    (Pace.DAILY.value, _("Once a day, all together")),
    (Pace.NEVER.value, _("Not at all: I look at my desk")),
)


class WishesForm(PlainForm):
    """How soon, at which hours, about what and in which language somebody is told."""

    pace = forms.ChoiceField(
        label=_("When do you want mail?"), choices=PACES, widget=forms.RadioSelect
    )
    digest_at = TimeField(
        label=_("When in the day, if it comes once a day?"), help_text=_("Like 8 am or 08:00")
    )
    quiet_from = TimeField(
        label=_("No mail from"), required=False,
        help_text=_("Like 7 pm or 19:00. Leave both empty for mail at any hour."),
    )  # fmt: skip
    quiet_until = TimeField(label=_("until"), required=False, help_text=_("Like 7 am or 07:00"))
    wanted = forms.MultipleChoiceField(
        label=_("Mail about"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(kind.value, kind.label) for kind in MAY_BE_OFF],
        help_text=_("Decisions, and what is overdue, always come by mail."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    @classmethod
    def answers_of(cls, wishes: Wishes) -> dict[str, Any]:
        """The form as it stands before anybody changes it."""
        return {
            "pace": wishes.pace.value,
            "digest_at": f"{wishes.digest_at:%H:%M}",
            "quiet_from": wishes.quiet_from and f"{wishes.quiet_from:%H:%M}",
            "quiet_until": wishes.quiet_until and f"{wishes.quiet_until:%H:%M}",
            "wanted": [kind.value for kind in MAY_BE_OFF if kind.value not in wishes.off],
            "language": wishes.language,
        }

    def clean(self) -> dict[str, Any]:
        """Quiet hours begin and end, or there are none."""
        answers: dict[str, Any] = super().clean() or {}
        if (answers.get("quiet_from") is None) != (answers.get("quiet_until") is None):
            missing = "quiet_until" if answers.get("quiet_until") is None else "quiet_from"
            if missing not in self.errors:
                self.add_error(missing, _("Give both times, or neither"))
        return answers

    def wishes(self) -> Wishes:
        """The choices as the stage keeps them."""
        answers = self.cleaned_data
        return Wishes(
            pace=Pace(answers["pace"]), digest_at=answers["digest_at"],
            quiet_from=answers["quiet_from"], quiet_until=answers["quiet_until"],
            off=frozenset(kind.value for kind in MAY_BE_OFF) - set(answers["wanted"]),
            language=answers["language"],
        )  # fmt: skip
