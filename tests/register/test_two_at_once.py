"""Two people who do the same at the same moment: one does it, the other reads a sentence."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from carewright.register.actions import import_dataset
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act gave or raised, each on a connection of its own."""

    def run(act: Callable[[], object]) -> object:
        try:
            return act()
        except Exception as raised:
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def importing(dataset_id: UUID, by: platform.Officer) -> None:
    with platform.acting_for(by.organisation.id):
        register.import_dataset(dataset_id=dataset_id, by=by, at=make.NOW)


def test_of_two_who_import_the_same_file_at_once_one_does_and_the_other_is_told(
    by: platform.Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = files.datastore(tmp_path)
    both = [files.read(by, file), files.read(by, file)]
    # Both have found that nobody imported it before, when either writes: the database decides.
    neither_yet = Barrier(2, timeout=20)
    move = import_dataset.move

    def move_together(*given: object) -> None:
        neither_yet.wait()
        move(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(import_dataset, "move", move_together)
    said = at_once(*(lambda each=each: importing(each, by) for each in both))
    (told,) = [each for each in said if each is not None]
    assert isinstance(told, register.AlreadyImported)
    assert str(told).endswith("Nothing has changed.")
    assert models.ServiceReading.objects.count() == 1
    states = sorted(models.Dataset.objects.values_list("state", flat=True))
    assert states == ["imported", "read"]


def test_of_two_who_import_one_reading_at_once_one_does_and_the_other_is_told(
    by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, files.many_services(tmp_path, 300))
    said = at_once(*[lambda: importing(dataset_id, by)] * 2)
    assert sorted(type(each).__name__ for each in said) == ["AlreadyImported", "NoneType"]
    assert models.ServiceReading.objects.count() == 300


def test_of_two_who_put_one_value_right_at_once_the_later_stands_and_both_are_kept(
    by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))

    def put_right(value: str) -> None:
        with platform.acting_for(by.organisation.id):
            register.correct_value(
                service_id="CS2003000001", as_at=date(2022, 3, 31), column="places",
                new_value=value, reason="The manager told us by letter", by=by, at=make.NOW,
            )  # fmt: skip

    said = at_once(*(lambda value=value: put_right(value) for value in ("40", "41", "42")))
    assert said == [None, None, None]
    assert models.Correction.objects.count() == 3
    assert models.Correction.objects.filter(withdrawn_at=None).count() == 1


def test_of_two_who_confirm_one_group_at_once_the_later_stands(by: platform.Officer) -> None:
    def confirm(is_one: bool) -> None:
        with platform.acting_for(by.organisation.id):
            register.confirm_group(
                group_id="group:rowan:1", group_name="Rowan", is_one=is_one, reason="Known",
                by=by, at=make.NOW,
            )  # fmt: skip

    assert at_once(*(lambda one=one: confirm(one) for one in (True, False))) == [None, None]
    assert models.GroupDecision.objects.filter(withdrawn_at=None).count() == 1
