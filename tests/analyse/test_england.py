"""English areas are read as far as England's directory tells of them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from tests.engine.tables.test_cqc_directory import FULL
from tests.factories import analyse as ask
from tests.factories import register as files

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(by: platform.Officer, tmp_path: Path) -> Path:
    """Two homes and their ratings in one English city."""
    path = tmp_path / "directory_2022-05-01.csv"
    good = {
        "Location ID": "1-1000000002", "Location Name": "Larch House", "Care homes beds": "20",
        "Location Latest Overall Rating": "Good",
    }  # fmt: skip
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(FULL))
        writer.writeheader()
        writer.writerows([FULL, {**FULL, **good}])
    files.imported(by, path)
    return path


def test_an_english_city_reads_as_far_as_the_directory_goes(
    directory: Path, by: platform.Officer, browser: Client
) -> None:
    found = analyse.areas(seen_by=by)
    [city] = [area for area in found.offered if area.kind == "council"]
    assert "England" in {area.name for area in found.offered}
    form = browser.get(reverse("analyse:areas")).content.decode()
    [day] = re.findall(r'<option value="(\d{4}-\d\d-\d\d)"', form)
    about = ask.question(area=city, as_at=ask.date.fromisoformat(day))
    run_id = ask.answered(by, about)
    response = browser.get(reverse("analyse:run", args=[run_id]))
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
    assert response.status_code == 200
    assert "1 of 2 rated homes are good or outstanding overall." in words
    assert "What could not be assessed" in words
    assert "Distances cannot be shown" in words
