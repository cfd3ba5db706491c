"""Registers the follow_up stage with Django."""

from django.apps import AppConfig


class FollowUpConfig(AppConfig):
    """The follow_up stage."""

    name = "carewright.follow_up"
    label = "follow_up"
