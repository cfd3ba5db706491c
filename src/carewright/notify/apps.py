"""Registers the notify stage with Django."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """The notify stage."""

    name = "carewright.notify"
    label = "notify"
