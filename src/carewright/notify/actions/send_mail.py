"""Sends an officer what is due by e-mail, and writes down how far each mail has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.notify import models, queries
from carewright.notify.rules.kinds import DIGEST_SUBJECT, NewsKind
from carewright.notify.rules.mailing import MOVES, DeliveryState, Wishes
from carewright.platform import api as platform
from carewright.ui.formats import written_datetime


class MailFailed(Exception):
    """The mail server did not take a mail; it is tried again."""


def send_due_mail(*, officer_id: UUID, by: platform.Operator, at: datetime) -> int:
    """Sends what is due and whatever failed before; how many mails went.

    A mail is begun and sent in two transactions, as a mail server knows none: a crash between
    sends it again, under the same message id, by which readers of mail know it again.
    """
    _begin(officer_id, at)
    open_states = [DeliveryState.WAITING.value, DeliveryState.FAILED.value]
    waiting = models.Delivery.objects.filter(officer_id=officer_id, state__in=open_states)
    failed, sent = "", 0
    for delivery_id in waiting.order_by("begun_at").values_list("id", flat=True):
        failed = _send(delivery_id, at) or failed
        sent += not failed
    if failed:
        raise MailFailed(failed)
    return sent


@transaction.atomic(durable=True)
def give_mail_up(*, officer_id: UUID, by: platform.Operator, at: datetime) -> None:
    """Ends the attempts; the news stays on the desk, and the list says that no mail came."""
    found = models.Delivery.objects.select_for_update().filter(officer_id=officer_id)
    for each in found.filter(state=DeliveryState.FAILED.value):
        _move(each, DeliveryState.GIVEN_UP)
        each.save()


@transaction.atomic(durable=True)
def _begin(officer_id: UUID, at: datetime) -> None:
    """Gathers what is due into one mail."""
    due = models.Notification.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        officer_id=officer_id, delivery=None, mail_due_at__lte=at
    )
    news = list(due)
    if news:
        begun = models.Delivery.objects.create(
            organisation_id=news[0].organisation_id, officer_id=officer_id, begun_at=at
        )
        models.Notification.objects.filter(pk__in=[n.pk for n in news]).update(delivery=begun)


@transaction.atomic(durable=True)
def _send(delivery_id: UUID, at: datetime) -> str:
    """Sends one mail; the words of what went wrong, if anything did."""
    found = models.Delivery.objects.select_for_update().get(pk=delivery_id)
    if found.state not in {DeliveryState.WAITING, DeliveryState.FAILED}:
        return ""
    found.attempts += 1
    try:
        officer = platform.officer(found.officer_id, on=localdate(at))
    except platform.NotFound:
        found.problem = "The officer has left"
        _move(found, DeliveryState.GIVEN_UP)
    else:
        _try(found, officer, at)
    found.save()
    return found.problem if found.state == DeliveryState.FAILED else ""


def _try(found: models.Delivery, officer: platform.Officer, at: datetime) -> None:
    try:
        mail_of(found, officer).send()
    except OSError as problem:  # what a mail server or the way to it says no with
        # Its words may repeat an address, so only its kind is kept.
        found.problem = type(problem).__name__
        if found.state == DeliveryState.WAITING:
            _move(found, DeliveryState.FAILED)
    else:
        found.problem, found.sent_at = "", at
        _move(found, DeliveryState.SENT)


def _move(found: models.Delivery, to: DeliveryState) -> None:
    if to not in MOVES[DeliveryState(found.state)]:
        raise ValueError(f"A mail that is {found.state} cannot become {to.value}")
    found.state = to.value


def mail_of(found: models.Delivery, officer: platform.Officer) -> EmailMessage:
    """The mail in the officer's language; its subject says nothing of what it is about."""
    news = list(found.notifications.order_by("told_at"))
    chosen = queries.wishes_of([officer.id]).get(officer.id, Wishes())
    with translation.override(chosen.language):
        return EmailMessage(
            subject=_subject(news),
            body=_body(news, officer),
            to=[officer.email],
            headers={
                "Message-ID": f"<{found.pk}@carewright>",
                "Auto-Submitted": "auto-generated",
            },
        )


def _subject(news: Sequence[models.Notification]) -> str:
    kinds = {NewsKind(each.kind) for each in news}
    if len(kinds) == 1:
        return f"Carewright: {kinds.pop().subject}"
    return f"Carewright: {DIGEST_SUBJECT}"


def _for_whom(each: models.Notification) -> str:
    if not each.stands_in_for:
        return ""
    return _("For %(name)s, for whom you stand in") % {"name": each.stands_in_for} + "\n"


def _body(news: Sequence[models.Notification], officer: platform.Officer) -> str:
    count = ngettext("%(n)s thing is new:", "%(n)s things are new:", len(news)) % {"n": len(news)}
    lines = [
        f"{each.title}\n{_for_whom(each)}{written_datetime(each.told_at)}\n{settings.PUBLIC_ADDRESS}{each.link}"
        for each in news
    ]
    foot = _("You act for %(organisation)s. Choose what you are told:") % {
        "organisation": officer.organisation.name
    }
    return "\n\n".join([count, *lines, f"{foot}\n{settings.PUBLIC_ADDRESS}/notices/choose/\n"])
