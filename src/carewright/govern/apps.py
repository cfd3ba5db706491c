"""Registers the govern stage with Django."""

from django.apps import AppConfig


class GovernConfig(AppConfig):
    """The govern stage."""

    name = "carewright.govern"
    label = "govern"
