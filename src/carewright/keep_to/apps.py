"""Registers the keep_to stage with Django."""

from django.apps import AppConfig


class KeepToConfig(AppConfig):
    """The keep_to stage."""

    name = "carewright.keep_to"
    label = "keep_to"
