"""`carewright project` on practice files: a folder for each area, or one line that says why not."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from carewright_engine.cli.commands import app

FILES = (
    "population/practice_pop_mid2020_by_council_sex_single_year.csv",
    "population/practice_pop_est_proj_by_sex_age_2011on.csv.gz",
    "population/practice_mortality_qx_per100k_2020based.csv.gz",
    "population/practice_fertility_assumption_2020based.csv",
    "asc_stats/practice_care_at_home_phs.csv.gz",
    "phs/phs_carehome_trend.csv",
    "geography/centroids_ltla24.csv",
    "geography/lookup_dz11_iz11_council_names.csv.gz",
)
EXAMPLES = Path("docs/examples/scenarios")
USUAL = ("--through", "2022-03-31", "--years", "5", "--draws", "60")


@pytest.fixture(scope="module")
def files(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("need")
    for name in FILES:
        (folder / Path(name).name).write_bytes((practice / name).read_bytes())
    return folder


def test_every_area_gets_its_folder_and_the_nation_is_the_sum_of_its_councils(
    files: Path, tmp_path: Path
) -> None:
    scenarios = [f"--scenario={each}" for each in sorted(EXAMPLES.glob("*.toml"))]
    done = CliRunner().invoke(
        app, ["project", str(files), "--areas", "all", "--out", str(tmp_path), *USUAL, *scenarios]
    )
    assert done.exit_code == 0, done.output
    assert {each.name for each in tmp_path.iterdir()} == {
        "elmshire", "oakshire", "scotland", "strathalder",
    }  # fmt: skip
    page = (tmp_path / "elmshire" / "report.html").read_text()
    assert "If people are helped as they are now, Elmshire will need about" in page
    assert "Help more people" in page
    totals = {each.name: _people_now(each) for each in tmp_path.iterdir()}
    assert totals.pop("scotland") == pytest.approx(sum(totals.values()), abs=1)
    assert (tmp_path / "elmshire" / "tables.xlsx").stat().st_size > 5000


def _people_now(folder: Path) -> float:
    with (folder / "tables" / "people_by_age.csv").open() as file:
        return sum(
            float(row["women 2020"]) + float(row["men 2020"]) for row in csv.DictReader(file)
        )


def test_care_homes_are_projected_in_places(files: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app,
        ["project", str(files), "--areas", "Elmshire", "--support", "care_home",
         "--out", str(tmp_path), *USUAL],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert re.search(r"about [\d,]+ places in 2026", done.output)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--areas", "Elmshire", "--years", "26"], "years is 26; it must be from 5 to 25."),
        (["--areas", "Elmshire", "--support", "meals"], "support is meals; it must be one of"),
        (["--areas", "Elmshire", "--years", "30"], "--years is 30; it must be from 5 to 25."),
        (["--areas", "Elmshire", "--cost", "-5"], "--cost is -5 pounds; it must be above £0"),
        (["--areas", "Elmshire", "--cost-low", "5"], "--cost-low is 5 pounds; it must be left out"),
        (["--areas", "Elmshire", "--through", "2199-01-01"], "--through is 2199-01-01; it must be"),
        (["--areas", "Elmshire", "--fit-from", "1999"], "--fit-from is 1999; it must be from"),
        (["--areas", "Nowhere"], "No area is called “Nowhere”"),
        (["--areas", "Elmshire", "--through", "2016-01-01"], "No count of care at home"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_field_and_the_range(
    files: Path, tmp_path: Path, options: list[str], words: str
) -> None:
    done = CliRunner().invoke(app, ["project", str(files), "--out", str(tmp_path / "x"), *options])
    assert done.exit_code == 1
    assert words in done.output
    assert not (tmp_path / "x").exists()
    assert "single_year" not in done.output  # no file of people was read for it


def written(folder: Path, **changed: object) -> str:
    """A scenario file with one lever, as an option."""
    lever = {"lever": "hours_for_each", "name": "Shorter", "from_year": 2025, "full_from": 2026,
             "change": -0.05, **changed}  # fmt: skip
    lines = [f"{name} = {json.dumps(value)}" for name, value in lever.items() if value is not None]
    file = folder / "tried.toml"
    evidence = '[levers.evidence]\nsource = "A trial"\nsays = "It helped"\nquality = "local"\n'
    file.write_text('name = "Tried"\n[[levers]]\n' + "\n".join(lines) + f"\n{evidence}")
    return f"--scenario={file}"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"from_year": 2019}, "lever 1 (“Shorter”), from_year is 2019; it must be 2022 or later."),
        ({"areas": ["S12000047"]}, "areas is S12000047; it must be one of S12900001, or left out"),
        ({"support": "day_care"}, "support is day_care; it must be one of care_at_home, care_home"),
        ({"support": "care_home"}, "levers is for care homes only; it must be one or more for"),
        ({"change": -2}, "tried.toml, lever 1, change is"),
    ],
)
def test_a_lever_that_cannot_be_pulled_is_refused_before_any_file_of_people_is_read(
    files: Path, tmp_path: Path, changed: dict[str, object], words: str
) -> None:
    said = ["project", str(files), "--areas", "Elmshire", "--out", str(tmp_path / "x"), *USUAL]
    done = CliRunner().invoke(app, [*said, written(tmp_path, **changed)])
    assert done.exit_code == 1
    assert words in done.output
    assert "single_year" not in done.output
    assert not (tmp_path / "x").exists()


def test_a_lever_among_others_for_what_no_file_counts_is_noted_and_left_out(
    files: Path, tmp_path: Path
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in FILES:
        if "carehome" not in name:
            (few / Path(name).name).symlink_to(files / Path(name).name)
    option = written(tmp_path)
    evidence = {"source": "A trial", "says": "It helped", "quality": "local"}
    file = tmp_path / "tried.toml"
    file.write_text(
        file.read_text() + '[[levers]]\nlever = "balance_of_care"\nname = "Home instead"\n'
        "from_year = 2025\nfull_from = 2026\nshare = 0.1\nhours_a_week = 20\n[levers.evidence]\n"
        + "".join(f'{name} = "{value}"\n' for name, value in evidence.items())
    )
    said = ["project", str(few), "--areas", "Elmshire", "--out", str(tmp_path / "x"), *USUAL]
    done = CliRunner().invoke(app, [*said, option])
    assert done.exit_code == 0, done.output
    assert "Note. “Tried”: its lever “Home instead” cannot act" in done.output
    assert "lever “Home instead”" in (tmp_path / "x" / "report.html").read_text()


def test_a_lever_without_evidence_is_refused_by_its_field(files: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.toml"
    bare.write_text(
        'name = "Bare"\n[[levers]]\nlever = "hours_for_each"\nname = "Shorter"\n'
        "from_year = 2025\nfull_from = 2026\nchange = -0.05\n"
    )
    done = CliRunner().invoke(
        app, ["project", str(files), "--areas", "Elmshire", "--scenario", str(bare),
              "--out", str(tmp_path)],
    )  # fmt: skip
    assert done.exit_code == 1
    assert "lever 1, evidence is missing; it must be given." in done.output


def test_the_same_draws_narrow_a_difference_at_least_ten_times(files: Path) -> None:
    done = CliRunner().invoke(
        app, ["common-draws", str(files), "--area", "Elmshire", "--through", "2022-03-31",
              "--years", "5", "--draws", "200"],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    found = re.search(r"variance is ([\d,]+) times smaller", done.output)
    assert found is not None
    assert int(found.group(1).replace(",", "")) >= 10


def test_a_cost_of_an_hour_gives_pounds_and_one_out_of_order_is_refused(
    files: Path, tmp_path: Path
) -> None:
    said = ["project", str(files), "--areas", "Elmshire", "--out", str(tmp_path), *USUAL]
    done = CliRunner().invoke(app, [*said, "--cost", "24.5", "--cost-high", "26"])
    assert done.exit_code == 0, done.output
    found = json.loads((tmp_path / "projection.json").read_text())
    assert found["question"]["cost"]["high"] == 2600
    assert found["outcomes"][0]["pounds"]["values"][0][0] > 0
    refused = CliRunner().invoke(app, [*said, "--cost", "24.5", "--cost-low", "30"])
    assert refused.exit_code == 1
    assert "low, middle and high in this order" in refused.output


def test_looking_back_sets_each_council_beside_what_was_projected(files: Path) -> None:
    said = ["look-back", str(files), "--known", "2021-03-31", "--through", "2022-03-31"]
    done = CliRunner().invoke(app, [*said, "--draws", "60"])
    assert done.exit_code == 0, done.output
    assert re.search(r"Elmshire +people +2021/22", done.output)
    assert "People 2021/22: of 3 councils" in done.output
    early = CliRunner().invoke(app, [*said[:3], "1990-03-31", *said[4:]])
    assert early.exit_code == 1
