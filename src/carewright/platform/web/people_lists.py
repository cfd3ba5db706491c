"""The list of people who work here, declared once."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from carewright.platform.api import ResetState, SignInStanding
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag

COLOURS: Final[dict[SignInStanding, State]] = {
    SignInStanding.LEFT: "none",
    SignInStanding.DISABLED: "late",
    SignInStanding.LOCKED: "late",
    SignInStanding.SOON_DISABLED: "soon",
    SignInStanding.NO_SECOND_FACTOR: "wait",
    SignInStanding.IN_USE: "good",
}

RESET_COLOURS: Final[dict[ResetState, State]] = {
    ResetState.ASKED: "soon",
    ResetState.CONFIRMED: "wait",
    ResetState.USED: "good",
    ResetState.EXPIRED: "none",
    ResetState.WITHDRAWN: "none",
}

reset_address = addresses("platform:factor_reset")
staff_address = addresses("platform:staff_member")


def standing_tag(standing: SignInStanding) -> Tag:
    """How it stands with a sign-in, in words with a colour."""
    return Tag(standing.label, COLOURS[standing])


def reset_tag(state: ResetState) -> Tag:
    """How far a reset has come, in words with a colour."""
    return Tag(state.label, RESET_COLOURS[state])


FACTOR_RESETS: Final = Listing(
    name="lost-second-factors",
    caption=_("Lost second factors"),
    columns=(
        ListColumn(
            "name", _("Who lost it"), sort="name",
            link=lambda row: reset_address(row.id),
        ),
        ListColumn("job_title", _("Job"), under="name"),
        ListColumn("asked_at", _("Asked for"), kind="datetime", sort="asked_at"),
        ListColumn("asked_by", _("By"), under="asked_at"),
        ListColumn("confirmed_at", _("Confirmed"), kind="datetime"),
        ListColumn("confirmed_by", _("Second person"), under="confirmed_at"),
        ListColumn("state", _("State"), kind="tag", value=lambda row: reset_tag(row.state)),
    ),
    filters=(
        ListFilter("q", _("Name or job"), fields=("name", "job_title")),
        ListFilter(
            "state", _("State"), "select",
            choices=tuple((each.value, each.label) for each in ResetState),
        ),
    ),
    counted=lambda how_many: count_of(how_many, "%(n)s reset", "%(n)s resets"),
    nothing=_("Nobody has lost a second factor."),
)  # fmt: skip

STAFF: Final = Listing(
    name="sign-ins",
    caption=_("Sign-ins"),
    columns=(
        ListColumn("name", _("Name"), sort="name", link=lambda row: staff_address(row.id)),
        ListColumn("email", _("Email"), under="name"),
        ListColumn("job_title", _("Job"), sort="job_title"),
        ListColumn("roles", _("Roles"), value="role_words"),
        ListColumn(
            "signed_in_at", _("Last sign-in"), kind="datetime", sort="signed_in_at",
            missing=_("Not yet"),
        ),
        ListColumn(
            "standing", _("Sign-in"), kind="tag", value=lambda row: standing_tag(row.standing)
        ),
        ListColumn(
            "disabled_from", _("Disabled if not used by"), kind="date", sort="disabled_from"
        ),
    ),
    filters=(
        ListFilter("q", _("Name, email or job"), fields=("name", "email", "job_title")),
        ListFilter(
            "standing", _("Sign-in"), "select",
            choices=tuple((each.value, each.label) for each in SignInStanding),
        ),
    ),
    sort="name",
    counted=lambda how_many: count_of(how_many, "%(n)s person", "%(n)s people"),
)  # fmt: skip
