"""Registers the plan stage with Django."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The plan stage."""

    name = "carewright.plan"
    label = "plan"
