"""The list of invitations, declared once."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from carewright.platform.api import InvitationKind, InvitationState
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

TAGS: Final = {
    InvitationState.OPEN: Tag(str(_("Not answered yet")), "wait"),
    InvitationState.EXPIRED: Tag(str(_("Not answered in time")), "soon"),
    InvitationState.ACCEPTED: Tag(str(_("Accepted")), "good"),
    InvitationState.WITHDRAWN: Tag(str(_("Withdrawn")), "none"),
}

invitation_address = addresses("platform:invitation")


def state_tag(state: InvitationState) -> Tag:
    """Where an invitation stands, in words with a colour."""
    return TAGS[state]


INVITATIONS: Final = Listing(
    name="invitations",
    caption=_("Invitations"),
    columns=(
        ListColumn("name", _("Name"), sort="name", link=lambda row: invitation_address(row.id)),
        ListColumn("email", _("Email"), under="name"),
        ListColumn("kind", _("As"), value=lambda row: row.kind.label),
        ListColumn("what", _("Roles or provider")),
        ListColumn("invited_by", _("Invited by"), sort="invited_by"),
        ListColumn("sent_at", _("Sent"), kind="datetime", sort="sent_at"),
        ListColumn("state", _("State"), kind="tag", value=lambda row: TAGS[row.state]),
    ),
    filters=(
        ListFilter("q", _("Name, email or provider"), fields=("name", "email", "provider_name")),
        ListFilter(
            "kind", _("As"), "select",
            choices=tuple(
                (each.value, each.label)
                for each in (InvitationKind.OFFICER, InvitationKind.PROVIDER)
            ),
        ),
        ListFilter(
            "state", _("State"), "select",
            choices=tuple((state.value, tag.text) for state, tag in TAGS.items()),
        ),
    ),
    sort="-sent_at",
    counted=lambda how_many: count_of(how_many, "%(n)s invitation", "%(n)s invitations"),
)  # fmt: skip
