"""Registers the correspond stage with Django."""

from django.apps import AppConfig


class CorrespondConfig(AppConfig):
    """The correspond stage."""

    name = "carewright.correspond"
    label = "correspond"
