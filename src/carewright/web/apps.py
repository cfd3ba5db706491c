"""Registers the web stage with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web stage."""

    name = "carewright.web"
    label = "web"
