"""Registers the vary stage with Django."""

from django.apps import AppConfig


class VaryConfig(AppConfig):
    """The vary stage."""

    name = "carewright.vary"
    label = "vary"
