"""The only door of the notify stage."""

from carewright.notify.actions.tell import tell

__all__ = ["tell"]
