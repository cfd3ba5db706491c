"""From a file that a regulator publishes to the report that a committee reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
Rows = list[dict[str, str]]
#: Who looks from where, and at which council: a seat each.
WHO: Final = {
    DESK: ("Isla Rowan", "Elmshire"),
    TELEPHONE_WITHOUT_SCRIPT: ("Fergus Alder", "Oakshire"),
}


def homes_for_older_people(tables: dict[str, Rows]) -> Rows:
    """The rows of provision.csv that tell of them, publicly run and bought."""
    return [
        row
        for row in tables["provision"]
        if row["kind"].casefold().startswith("care home") and row["care_group"] == "older_people"
    ]


def total(rows: Rows, column: str) -> int:
    """The sum over the rows in which the column is known."""
    return sum(int(row[column]) for row in rows if row[column])


@pytest.mark.parametrize("surroundings", WHO, ids=str)
def test_a_commissioner_has_care_homes_analysed_and_puts_a_value_right(
    commissioner: SitsDown, register_of_2022: Path, surroundings: Surroundings
) -> None:
    name, council = WHO[surroundings]
    she = commissioner(surroundings)
    she.signs_in_as(name)

    she.gives_a_published_file(register_of_2022)
    she.finds_a_trial_in_which_nothing_is_imported(register_of_2022)
    she.imports_it()

    she.asks_for_the_analysis_of(
        f"{council} (council)", kind="Care homes", group="Older people",
        as_registered_on="31 March 2022",
    )  # fmt: skip
    she.reads_the_five_dimensions()
    analysis = she.page.url

    before = she.figure_of("capacity, places")
    she.opens_the_rows_of(register_of_2022)
    she.opens_the_first_service()
    places = int(she.value_of("Places"))
    she.puts_right(
        "Registered places", on="31 March 2022", to=str(places + 100),
        because="The certificate of registration on the wall says so.",
    )  # fmt: skip
    she.reads("The certificate of registration on the wall says so.")

    she.opens(analysis)
    she.sees_that_facts_have_changed()
    she.has_it_worked_out_again()
    assert she.figure_of("capacity, places") == before + 100
    she.goes_back()

    report = she.takes_the_report()
    assert council in report
    assert "Capacity" in report
    homes = homes_for_older_people(she.takes_the_tables())
    assert {row["area"] for row in homes} == {council}
    assert total(homes, "places") == before + 100


@pytest.mark.realdata
def test_the_published_register_of_2022_tells_what_it_tells_of_fife(
    commissioner: SitsDown, real_data: Path
) -> None:
    she = commissioner(DESK)
    she.signs_in_as("Catriona Birch")
    published = real_data / "care_inspectorate" / "care_inspectorate_datastore_2022-03-31.csv.gz"

    she.gives_a_published_file(published)
    she.imports_it()
    she.asks_for_the_analysis_of(
        "Fife (council)", kind="Care homes", group="Older people",
        as_registered_on="31 March 2022",
    )  # fmt: skip

    she.reads_the_five_dimensions()
    homes = homes_for_older_people(she.takes_the_tables())
    assert total(homes, "services") == 71
    assert total(homes, "places") == 2950
    assert she.figure_of("capacity, places") == 2950
