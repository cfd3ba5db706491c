"""Registers the ui stage with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The ui stage."""

    name = "carewright.ui"
    label = "ui"
