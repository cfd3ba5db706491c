"""Tables of the stage, one file each."""

from carewright.notify.models.calendar import CalendarEntry, Subscription
from carewright.notify.models.notification import Delivery, Notification
from carewright.notify.models.preference import Preference

__all__ = ["CalendarEntry", "Delivery", "Notification", "Preference", "Subscription"]
