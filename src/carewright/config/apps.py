"""Registers the configuration package, for its management commands."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings and start-up."""

    name = "carewright.config"
    label = "config"
