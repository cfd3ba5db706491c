"""Registers the register stage with Django."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register stage."""

    name = "carewright.register"
    label = "register"
