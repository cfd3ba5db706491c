"""Tables of the stage, one file each."""

from carewright.notify.models.notification import Notification

__all__ = ["Notification"]
