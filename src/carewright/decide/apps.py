"""Registers the decide stage with Django."""

from django.apps import AppConfig


class DecideConfig(AppConfig):
    """The decide stage."""

    name = "carewright.decide"
    label = "decide"
