"""Registers the uplift stage with Django."""

from django.apps import AppConfig


class UpliftConfig(AppConfig):
    """The uplift stage."""

    name = "carewright.uplift"
    label = "uplift"
