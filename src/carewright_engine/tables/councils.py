"""Scotland's 32 councils, their partnerships and health boards, by all the names in use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from carewright_engine.tables.area_codes import current_code
from carewright_engine.values.period import Period

COUNCILS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "S12000005": "Clackmannanshire",
        "S12000006": "Dumfries and Galloway",
        "S12000008": "East Ayrshire",
        "S12000010": "East Lothian",
        "S12000011": "East Renfrewshire",
        "S12000013": "Na h-Eileanan Siar",
        "S12000014": "Falkirk",
        "S12000017": "Highland",
        "S12000018": "Inverclyde",
        "S12000019": "Midlothian",
        "S12000020": "Moray",
        "S12000021": "North Ayrshire",
        "S12000023": "Orkney Islands",
        "S12000026": "Scottish Borders",
        "S12000027": "Shetland Islands",
        "S12000028": "South Ayrshire",
        "S12000029": "South Lanarkshire",
        "S12000030": "Stirling",
        "S12000033": "Aberdeen City",
        "S12000034": "Aberdeenshire",
        "S12000035": "Argyll and Bute",
        "S12000036": "City of Edinburgh",
        "S12000038": "Renfrewshire",
        "S12000039": "West Dunbartonshire",
        "S12000040": "West Lothian",
        "S12000041": "Angus",
        "S12000042": "Dundee City",
        "S12000045": "East Dunbartonshire",
        "S12000047": "Fife",
        "S12000048": "Perth and Kinross",
        "S12000049": "Glasgow City",
        "S12000050": "North Lanarkshire",
    }
)

# Names that differ from the above by more than case, punctuation, "the", "city of" or "council".
OTHER_NAMES: Final = {
    "aberdeen": "S12000033",
    "argyll": "S12000035",
    "comhairle nan eilean siar": "S12000013",
    "dundee": "S12000042",
    "edinburgh": "S12000036",
    "eilean siar": "S12000013",
    "eileanan siar": "S12000013",
    "glasgow": "S12000049",
    "orkney": "S12000023",
    "borders": "S12000026",
    "shetland": "S12000027",
    "western isles": "S12000013",
}
OUTSIDE: Final = ("outside scotland", "out of scotland", "not scotland")


@dataclass(frozen=True, slots=True)
class Grouping:
    """Councils that plan together, from a day and until a day (the first day no longer)."""

    code: str
    name: str
    councils: tuple[str, ...]
    starts_on: date
    ends_before: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the grouping stood on that day."""
        return Period(self.starts_on, self.ends_before).covers(day)


# Public Bodies (Joint Working) (Scotland) Act 2014: every authority had to be in place by
# 1 April 2016; several began earlier. Highland is a lead-agency partnership, not a joint board.
JOINT_WORKING: Final = date(2016, 4, 1)
INTEGRATION_AUTHORITIES: Final = tuple(
    Grouping(code, name, councils, JOINT_WORKING)
    for code, name, councils in (
        ("S37000001", "Aberdeen City", ("S12000033",)),
        ("S37000002", "Aberdeenshire", ("S12000034",)),
        ("S37000003", "Angus", ("S12000041",)),
        ("S37000004", "Argyll and Bute", ("S12000035",)),
        ("S37000005", "Clackmannanshire and Stirling", ("S12000005", "S12000030")),
        ("S37000006", "Dumfries and Galloway", ("S12000006",)),
        ("S37000007", "Dundee City", ("S12000042",)),
        ("S37000008", "East Ayrshire", ("S12000008",)),
        ("S37000009", "East Dunbartonshire", ("S12000045",)),
        ("S37000010", "East Lothian", ("S12000010",)),
        ("S37000011", "East Renfrewshire", ("S12000011",)),
        ("S37000012", "Edinburgh", ("S12000036",)),
        ("S37000013", "Falkirk", ("S12000014",)),
        ("S37000016", "Highland", ("S12000017",)),
        ("S37000017", "Inverclyde", ("S12000018",)),
        ("S37000018", "Midlothian", ("S12000019",)),
        ("S37000019", "Moray", ("S12000020",)),
        ("S37000020", "North Ayrshire", ("S12000021",)),
        ("S37000022", "Orkney Islands", ("S12000023",)),
        ("S37000024", "Renfrewshire", ("S12000038",)),
        ("S37000025", "Scottish Borders", ("S12000026",)),
        ("S37000026", "Shetland Islands", ("S12000027",)),
        ("S37000027", "South Ayrshire", ("S12000028",)),
        ("S37000028", "South Lanarkshire", ("S12000029",)),
        ("S37000029", "West Dunbartonshire", ("S12000039",)),
        ("S37000030", "West Lothian", ("S12000040",)),
        ("S37000031", "Western Isles", ("S12000013",)),
        ("S37000032", "Fife", ("S12000047",)),
        ("S37000033", "Perth and Kinross", ("S12000048",)),
        ("S37000034", "Glasgow City", ("S12000049",)),
        ("S37000035", "North Lanarkshire", ("S12000050",)),
    )
)

# Health board boundaries have followed council boundaries since 1 April 2014. Fife and Tayside
# were recoded in 2018, Greater Glasgow and Clyde and Lanarkshire in 2019: codes are today's.
ALIGNED: Final = date(2014, 4, 1)
HEALTH_BOARDS: Final = tuple(
    Grouping(code, name, councils, ALIGNED)
    for code, name, councils in (
        ("S08000015", "Ayrshire and Arran", ("S12000008", "S12000021", "S12000028")),
        ("S08000016", "Borders", ("S12000026",)),
        ("S08000017", "Dumfries and Galloway", ("S12000006",)),
        ("S08000019", "Forth Valley", ("S12000005", "S12000014", "S12000030")),
        ("S08000020", "Grampian", ("S12000020", "S12000033", "S12000034")),
        ("S08000022", "Highland", ("S12000017", "S12000035")),
        ("S08000024", "Lothian", ("S12000010", "S12000019", "S12000036", "S12000040")),
        ("S08000025", "Orkney", ("S12000023",)),
        ("S08000026", "Shetland", ("S12000027",)),
        ("S08000028", "Western Isles", ("S12000013",)),
        ("S08000029", "Fife", ("S12000047",)),
        ("S08000030", "Tayside", ("S12000041", "S12000042", "S12000048")),
        (
            "S08000031",
            "Greater Glasgow and Clyde",
            ("S12000011", "S12000018", "S12000038", "S12000039", "S12000045", "S12000049"),
        ),
        ("S08000032", "Lanarkshire", ("S12000029", "S12000050")),
    )
)


def plain_area_name(name: str) -> str:
    """A name without case, punctuation and the words that councils add or leave out."""
    words = re.sub(r"[^a-z]+", " ", name.lower().replace("&", " and ")).split()
    dropped = {"the", "of", "city", "council", "islands", "na", "h"}
    return " ".join(word for word in words if word not in dropped)


_BY_NAME: Final = {plain_area_name(name): code for code, name in COUNCILS.items()} | OTHER_NAMES


def resolve_council(name: str) -> str | None:
    """The council's code today, from any spelling of its name or any code it has had."""
    code = current_code(name.strip().upper())
    if code in COUNCILS:
        return code
    return _BY_NAME.get(plain_area_name(name))


def is_outside_scotland(name: str) -> bool:
    """The register lists a few services of Scottish providers that lie elsewhere."""
    return " ".join(name.lower().split()) in OUTSIDE


def sole_council_of(authority: str) -> str | None:
    """The council of an integration authority that has only one; None when it has two."""
    wanted = plain_area_name(authority)
    for each in INTEGRATION_AUTHORITIES:
        if plain_area_name(each.name) == wanted:
            return each.councils[0] if len(each.councils) == 1 else None
    return resolve_council(authority)
