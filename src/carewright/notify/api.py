"""The only door of the notify stage."""

from carewright.notify.actions.calendar import (
    MadeAtOnce,
    end_calendars_of_inactive,
    end_subscription,
    publish_deadlines,
    subscribe_to_deadlines,
)
from carewright.notify.actions.choose import CannotChoose, choose_how_to_be_told
from carewright.notify.actions.read import mark_all_read
from carewright.notify.actions.send_mail import MailFailed, give_mail_up, send_due_mail
from carewright.notify.actions.tell import tell
from carewright.notify.queries import (
    notifications,
    subscriber,
    subscription,
    unread,
    wishes,
    with_unread,
)
from carewright.notify.rules.calendar import Deadline, Published, as_calendar
from carewright.notify.rules.kinds import MAY_BE_OFF, NewsKind
from carewright.notify.rules.mailing import MOVES, DeliveryState, Pace, Wishes

__all__ = [
    "MAY_BE_OFF",
    "MOVES",
    "CannotChoose",
    "Deadline",
    "DeliveryState",
    "MadeAtOnce",
    "MailFailed",
    "NewsKind",
    "Pace",
    "Published",
    "Wishes",
    "as_calendar",
    "choose_how_to_be_told",
    "end_calendars_of_inactive",
    "end_subscription",
    "give_mail_up",
    "mark_all_read",
    "notifications",
    "publish_deadlines",
    "send_due_mail",
    "subscribe_to_deadlines",
    "subscriber",
    "subscription",
    "tell",
    "unread",
    "wishes",
    "with_unread",
]
