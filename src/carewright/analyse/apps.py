"""Registers the analyse stage with Django."""

from django.apps import AppConfig


class AnalyseConfig(AppConfig):
    """The analyse stage."""

    name = "carewright.analyse"
    label = "analyse"
