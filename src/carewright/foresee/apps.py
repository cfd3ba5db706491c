"""Registers the foresee stage with Django."""

from django.apps import AppConfig


class ForeseeConfig(AppConfig):
    """The foresee stage."""

    name = "carewright.foresee"
    label = "foresee"
