"""What figures rest on: own files before shared ones, later before earlier, and cheap to ask."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import frames
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.test_corrections import put_right

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_worked_out_yet() -> None:
    for kept in (frames._together, frames._corrected, frames._groups):
        kept.cache_clear()


def places(by: platform.Officer) -> dict[str, int]:
    services = register.inputs_for(seen_by=by).frame("service")
    return dict(services.select("service_id", "places").iter_rows())


def test_two_snapshots_stand_beside_each_other(acting: platform.Officer, tmp_path: Path) -> None:
    for year in (2019, 2022):
        files.imported(acting, files.datastore(tmp_path, name=f"store_{year}-03-31.csv"))
    services = register.inputs_for(seen_by=acting).frame("service")
    assert sorted(day.year for day in services["as_at"]) == [2019, 2022]


def test_a_row_of_ones_own_file_stands_before_the_same_row_of_a_shared_one(
    by: platform.Officer, tmp_path: Path
) -> None:
    shared = [{"Registered_Places": "10"}, {"Registered_Places": "11"}]
    files.imported(make.OPERATOR, files.datastore(tmp_path, *shared))
    with platform.acting_for(by.organisation.id):
        files.imported(by, files.datastore(tmp_path, {"Registered_Places": "20"}))
        assert places(by) == {"CS2003000001": 20, "CS2003000002": 11}
        assert register.readings_of("CS2003000001", seen_by=by)[0].values["places"] == 20


def test_asking_again_works_nothing_out_again(
    acting: platform.Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.imported(acting, files.datastore(tmp_path))
    put_right(acting)
    asked: list[pl.DataFrame] = []
    propose = frames.propose_groups
    monkeypatch.setattr(
        frames, "propose_groups", lambda services: asked.append(services) or propose(services)
    )
    first = register.inputs_for(seen_by=acting)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        second = register.inputs_for(seen_by=acting)
    assert len(asked) == 1
    assert second.frame("service") is first.frame("service")
    assert second.frame("provider_group") is first.frame("provider_group")
    assert len(queries) <= 5


def test_another_file_is_seen_at_once(acting: platform.Officer, tmp_path: Path) -> None:
    files.imported(acting, files.datastore(tmp_path))
    assert len(places(acting)) == 1
    files.imported(acting, files.datastore(tmp_path, {}, {}, {}, name="more_2023-03-31.csv"))
    assert register.inputs_for(seen_by=acting).frame("service").height == 4


def test_rows_tell_the_file_that_they_came_from(acting: platform.Officer, tmp_path: Path) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    found = register.dataset(dataset_id, seen_by=acting)
    services = register.inputs_for(seen_by=acting).frame("service")
    assert services["dataset"].to_list() == [found.sha256]
    assert register.dataset_with_digest(found.sha256, seen_by=acting).id == dataset_id
