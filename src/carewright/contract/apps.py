"""Registers the contract stage with Django."""

from django.apps import AppConfig


class ContractConfig(AppConfig):
    """The contract stage."""

    name = "carewright.contract"
    label = "contract"
