"""Registers the cost stage with Django."""

from django.apps import AppConfig


class CostConfig(AppConfig):
    """The cost stage."""

    name = "carewright.cost"
    label = "cost"
