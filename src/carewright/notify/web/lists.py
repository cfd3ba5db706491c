"""The list of what an officer was told."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.notify.api import DeliveryState, NewsKind
from carewright.ui.formats import written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Tag


def kind_in_words(news: Any) -> str:
    """The kind of the news, as the choices have it."""
    return str(NewsKind(news.kind).label)


def for_whom(news: Any) -> str:
    """Whose news it is, where the reader stands in for somebody."""
    if not news.stands_in_for:
        return ""
    words = now_in_words("For %(name)s, for whom you stand in")
    return words % {"name": news.stands_in_for}


def read_tag(news: Any) -> Tag:
    """Read or not."""
    return Tag(now_in_words("Read"), "none") if news.read_at else Tag(now_in_words("New"), "soon")


def mail_words(news: Any) -> str:
    """How far the mail has come."""
    if news.mail_due_at is None:
        return now_in_words("On your desk only")
    if news.delivery is None:
        due = written_datetime(news.mail_due_at)
        return now_in_words("Goes out on %(when)s") % {"when": due}
    if news.delivery.state == DeliveryState.SENT:
        sent = written_datetime(news.delivery.sent_at)
        return now_in_words("Sent on %(when)s") % {"when": sent}
    if news.delivery.state == DeliveryState.GIVEN_UP:
        return now_in_words("No mail could be sent")
    return now_in_words("On its way; it is tried again")


NOTICES = Listing(
    name="notices",
    caption=_("What you were told"),
    columns=(
        ListColumn("title", _("News"), sort="title", link=lambda news: news.link),
        ListColumn("kind", _("Kind"), value=kind_in_words, under="title"),
        ListColumn("stands_in_for", _("For"), value=for_whom, under="title"),
        ListColumn("told_at", _("When"), kind="datetime", sort="told_at"),
        ListColumn("read", _("Read"), kind="tag", value=read_tag),
        ListColumn("mail", _("E-mail"), value=mail_words),
    ),
    filters=(
        ListFilter("q", _("Words"), fields=("title",)),
        ListFilter(
            "read", _("Read"), kind="select", choices=(("new", _("New")), ("read", _("Read"))),
            narrow=lambda rows, value: rows.filter(read_at__isnull=value == "new"),
        ),
    ),
    sort="-told_at",
    nothing=_("You have not been told anything yet."),
)  # fmt: skip
