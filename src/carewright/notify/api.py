"""The only door of the notify stage."""

from carewright.notify.actions.choose import CannotChoose, choose_how_to_be_told
from carewright.notify.actions.read import mark_all_read
from carewright.notify.actions.send_mail import MailFailed, give_mail_up, send_due_mail
from carewright.notify.actions.tell import tell
from carewright.notify.queries import notifications, unread, wishes
from carewright.notify.rules.kinds import KINDS, MAY_BE_OFF, NewsKind, kind_of
from carewright.notify.rules.mailing import MOVES, DeliveryState, Pace, Wishes

__all__ = [
    "KINDS",
    "MAY_BE_OFF",
    "MOVES",
    "CannotChoose",
    "DeliveryState",
    "MailFailed",
    "NewsKind",
    "Pace",
    "Wishes",
    "choose_how_to_be_told",
    "give_mail_up",
    "kind_of",
    "mark_all_read",
    "notifications",
    "send_due_mail",
    "tell",
    "unread",
    "wishes",
]
