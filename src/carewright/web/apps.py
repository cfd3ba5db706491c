"""Registers the web stage with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web stage."""

    name = "carewright.web"
    label = "web"

    def ready(self) -> None:
        """From the start, the record names what its events are about."""
        from carewright.attest import api as attest
        from carewright.web.subjects import named

        attest.name_subjects_by(named)
