"""Registers the platform stage with Django."""

from django.apps import AppConfig


class PlatformConfig(AppConfig):
    """The platform stage."""

    name = "carewright.platform"
    label = "platform"
