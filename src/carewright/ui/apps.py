"""Registers the ui stage with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The ui stage."""

    name = "carewright.ui"
    label = "ui"

    def ready(self) -> None:
        """From the start, every form speaks plain English."""
        from carewright.ui.messages import speak_plainly

        speak_plainly()
