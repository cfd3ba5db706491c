"""Kinds of service and care groups, as the register's files name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from carewright_engine.provision.kinds_of_care import CARE_GROUPS, KIND_BY_KEY

SERVICES: Final = {key: kind.name for key, kind in KIND_BY_KEY.items()}
GROUPS: Final = {key: f"{words[0].upper()}{words[1:]}" for key, words in CARE_GROUPS.items()}


def services_in_words(keys: Iterable[str]) -> str:
    """'Care at home, Day and other support'."""
    return ", ".join(SERVICES.get(each, each) for each in keys)


def groups_in_words(keys: Iterable[str]) -> str:
    """'Older people, Adults (group not said)'."""
    return ", ".join(GROUPS.get(each, each) for each in keys)
