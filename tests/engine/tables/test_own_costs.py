"""A file of own costs, as Carewright writes it, becomes unit costs."""

from __future__ import annotations

from pathlib import Path

from carewright_engine.tables.kinds import read_published

HEADER = "area_name,area_code,kind_of_care,care_group,provision,unit,starts_on,ends_before,pounds_a_unit,rests_on"  # noqa: E501
ROWS = (
    "Elmshire,S12000099,Home care,older_people,in_house,hour,2025-04-01,2026-04-01,30.00,Return",
    "Elmshire,S12000099,Home care,adults,external,hour,2026-04-01,2027-04-01,19.85,Median of 1",
    "Elmshire,S12000099,Meals,adults,somebody,meal,2026-04-01,2027-04-01,6.15,Median of 1",
)


def test_own_costs_are_read_and_a_row_that_says_no_provider_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own-costs-2026-06-03.csv"
    file.write_text("\n".join((HEADER, *ROWS)))
    found = read_published(file)
    assert (found.kind, found.rows_kept, found.rows_refused) == ("own_costs", 2, 1)
    costs = found.tables["unit_cost"].sort("provision")
    assert costs["pence"].to_list() == [1_985, 3_000]
    assert costs["provision"].to_list() == ["external", "in_house"]
