"""Tables of the stage, one file each."""

from carewright.notify.models.notification import Delivery, Notification
from carewright.notify.models.preference import Preference

__all__ = ["Delivery", "Notification", "Preference"]
