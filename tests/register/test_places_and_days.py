"""What a list of services offers to choose follows the files that count, and whose they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from carewright.platform import api as platform
from carewright.register import api as register
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db
FIFE = (files.FIFE, "Fife")


def test_an_imported_file_names_its_councils_and_its_day(
    acting: platform.Officer, tmp_path: Path
) -> None:
    files.imported(acting, files.datastore(tmp_path))
    offered = register.places_and_days(seen_by=acting)
    assert offered == register.PlacesAndDays(councils=(FIFE,), days=(date(2022, 3, 31),))
    assert register.councils_with_services(seen_by=acting) == [FIFE]
    assert register.days_with_services(seen_by=acting) == [date(2022, 3, 31)]


def test_the_latest_day_comes_first(acting: platform.Officer, tmp_path: Path) -> None:
    for day in ("2019-03-31", "2022-03-31", "2021-03-31"):
        named = {"ServiceName": f"As on {day}"}
        files.imported(acting, files.datastore(tmp_path, named, name=f"store_{day}.csv"))
    days = register.places_and_days(seen_by=acting).days
    assert days == (date(2022, 3, 31), date(2021, 3, 31), date(2019, 3, 31))


def test_a_file_that_was_taken_back_offers_nothing_any_more(
    acting: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.imported(acting, files.datastore(tmp_path))
    assert register.places_and_days(seen_by=acting).councils == (FIFE,)
    register.undo_import(dataset_id=dataset_id, reason="Wrong year", by=acting, at=make.NOW)
    assert register.places_and_days(seen_by=acting).councils == ()


def test_a_file_of_another_organisation_offers_nothing(
    by: platform.Officer, tmp_path: Path
) -> None:
    with platform.acting_for(by.organisation.id):
        files.imported(by, files.datastore(tmp_path))
        assert register.places_and_days(seen_by=by).councils == (FIFE,)
    stranger = make.commissioner()
    with platform.acting_for(stranger.organisation.id):
        assert register.places_and_days(seen_by=stranger).councils == ()
