"""Tables point downwards, say what personal data they hold, and how long they are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from carewright.platform import api as platform
from tests.architecture.stages import ORDER


def our_models() -> list[type[Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("carewright.")]


def stage_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


def keys_between_stages() -> Iterator[tuple[type[Model], ForeignKey]]:
    for model in our_models():
        for field in model._meta.get_fields():
            target = getattr(field, "remote_field", None) and field.related_model
            if not isinstance(field, ForeignKey) or not isinstance(target, type):
                continue
            if target.__module__.startswith("carewright.") and stage_of(target) != stage_of(model):
                yield model, field


def test_a_foreign_key_never_points_to_a_higher_stage() -> None:
    upward = [
        f"{model.__name__}.{key.name}"
        for model, key in keys_between_stages()
        if ORDER.index(stage_of(key.related_model)) < ORDER.index(stage_of(model))
    ]
    assert upward == []


def test_a_key_to_another_stage_opens_no_way_back() -> None:
    ways_back = [
        f"{model.__name__}.{key.name}"
        for model, key in keys_between_stages()
        if not key.remote_field.hidden
    ]
    assert ways_back == []


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m.__name__)
def test_every_table_declares_its_personal_data_and_its_retention(model: type[Model]) -> None:
    assert isinstance(model.personal_data, platform.PersonalData), model
    assert isinstance(model.retention, platform.Retention), model


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m.__name__)
def test_every_constraint_has_a_name_that_says_what_must_hold(model: type[Model]) -> None:
    for constraint in model._meta.constraints:
        assert "_" in constraint.name, f"{model.__name__}: {constraint.name}"
        assert not constraint.name.endswith("_uniq"), f"{model.__name__}: {constraint.name}"
