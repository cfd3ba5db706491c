"""Each part of the practice data is there whole or not at all, also when its start is killed."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carewright.config import practice, practice_decide
from carewright.config.database import OWNER_MARK
from carewright.decide import models as deciding
from carewright.decide.api import SchemeState
from carewright.platform import api as platform
from tests.factories import platform as make
from tests.robustness.killing import killed_at_a_random_point

pytestmark = pytest.mark.django_db(transaction=True)

SEEDS = range(20 if os.environ.get("CAREWRIGHT_FULL") else 1)
A_PART = "from carewright.config import practice, practice_decide\n"
A_PART += "practice.bring_part(practice_decide)"


class Unplugged(Exception):
    """Somebody pulls the plug."""


def begun_and_unplugged(*, by: platform.Operator, at: datetime) -> None:
    """A part that does all its work, and does not come to its end."""
    practice_decide.fill(by=by, at=at)
    assert deciding.Scheme.objects.count() == len(practice_decide.SCHEMES)
    raise Unplugged


def rows_everywhere() -> dict[str, int]:
    return {each.__name__: each.objects.count() for each in apps.get_models() if each._meta.managed}


def test_a_part_that_fails_leaves_nothing_and_is_taken_up_by_the_next_start(
    tmp_path: Path,
) -> None:
    platform.ensure_practice_officers(by=practice.BY, at=make.NOW)
    before = rows_everywhere()
    with CaptureQueriesContext(connection) as asked, pytest.raises(Unplugged):
        practice.bring_part(SimpleNamespace(fill=begun_and_unplugged))
    assert rows_everywhere() == before
    for seed in SEEDS:
        killed_at_a_random_point(
            A_PART, tmp_path, seed=seed, steps=2 * len(asked), **{OWNER_MARK: "1"}
        )
        assert rows_everywhere() == before
    practice.bring_part(practice_decide)
    adopted = deciding.Scheme.objects.filter(state=SchemeState.ADOPTED.value)
    assert adopted.count() == len(practice_decide.SCHEMES)
    whole = rows_everywhere()
    practice.bring_part(practice_decide)
    assert rows_everywhere() == whole
