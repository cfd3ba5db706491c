"""Registers the attest stage with Django."""

from django.apps import AppConfig


class AttestConfig(AppConfig):
    """The attest stage."""

    name = "carewright.attest"
    label = "attest"
