"""What the page says of a real council, from files as they were published."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carewright.analyse.web.ledger import ledger
from carewright.analyse.web.reading import Reading
from carewright.analyse.web.sections import sections
from carewright.analyse.web.summary import summary
from carewright_engine.provision.analyse import analyse_area
from carewright_engine.provision.areas import area_named
from carewright_engine.provision.questions import Question
from carewright_engine.reports.area_pictures import pictures_of
from carewright_engine.reports.gathering import gather

pytestmark = [pytest.mark.realdata, pytest.mark.slow]

FILES = (
    "care_inspectorate/care_inspectorate_datastore_2016-03-31.csv.gz",
    "care_inspectorate/care_inspectorate_datastore_2019-03-31.csv.gz",
    "care_inspectorate/care_inspectorate_datastore_2022-03-31.csv.gz",
    "population/scotland_pop_mid2020_by_datazone_sex_single_year.csv.gz",
    "geography/lookup_dz11_council_healthboard.csv",
    "geography/centroids_dz11.csv.gz",
)


@pytest.fixture(scope="module")
def fife(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Care homes for older people in Fife on 31 March 2022."""
    folder = tmp_path_factory.mktemp("published")
    for name in FILES:
        (folder / Path(name).name).symlink_to(real_data / name)
    inputs = gather(folder).inputs
    asked = Question(area_named(inputs, "Fife"), date(2022, 3, 31), "care_homes", "older_people")
    answer = analyse_area(inputs, asked)
    return Reading(answer, pictures_of(answer), UUID(int=1))


def test_the_ledger_of_fife(fife: Reading) -> None:
    said = {line.name: f"{line.figure} {line.unit} {line.words}" for line in ledger(fife)}
    assert said["Type"] == (
        "61 of 71 homes are run privately. Fife Council runs 8 and voluntary bodies 2."
    )
    assert said["Quality"] == (
        "32 of 70 graded homes are good or better on every question. It was 55 of 72 in 2019."
    )
    assert said["Capacity"] == (
        "2,950 places or 85 for every 1,000 people aged 75 and over. Scotland has 79."
    )
    assert said["Cost"].startswith("Not known")
    assert said["Access"].startswith("96%")
    assert said["Market"].startswith("637 HHI Not concentrated.")


def test_what_fife_comes_to(fife: Reading) -> None:
    assert summary(fife) == (
        "Fife has slightly more places than Scotland for its older people, close to where they "
        "live. Fewer homes are good or better than three years before. Prices are not known."
    )


def test_every_dimension_of_fife_has_its_finding_and_its_picture(fife: Reading) -> None:
    drawn = {part.name: part for part in sections(fife)}
    assert drawn["type"].heading == "Six homes in seven are run privately"
    for name in ("type", "quality", "capacity", "accessibility", "market", "gap"):
        blocks = [block for row in drawn[name].rows for cell in row.cells for block in cell]
        assert any(block.kind == "chart" for block in blocks), name


def test_every_council_of_the_nation_has_its_tile(fife: Reading) -> None:
    tiles = fife.chart("rates", place=1)
    assert tiles is not None
    assert len(tiles.figure.table.rows) == 32
