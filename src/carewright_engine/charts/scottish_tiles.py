"""Where the 32 councils of Scotland stand on a tile map, and short names that fit a tile.

The arrangement is our own: north is up, neighbours are near each other, and nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tile:
    """One council's place: column from the west, row from the north."""

    name: str
    medium: str
    short: str
    column: int
    row: int


SCOTTISH_COUNCILS: Final[Mapping[str, Tile]] = {
    "S12000027": Tile("Shetland Islands", "Shetland", "Shetl", 5, 0),
    "S12000023": Tile("Orkney Islands", "Orkney", "Orkn", 4, 1),
    "S12000013": Tile("Na h-Eileanan Siar", "Na h-Eileanan Siar", "Siar", 0, 2),
    "S12000017": Tile("Highland", "Highland", "Highl", 2, 2),
    "S12000020": Tile("Moray", "Moray", "Moray", 3, 2),
    "S12000034": Tile("Aberdeenshire", "Aberdeen- shire", "Ab’shr", 4, 2),
    "S12000033": Tile("Aberdeen City", "Aberdeen City", "Aberd", 5, 2),
    "S12000035": Tile("Argyll and Bute", "Argyll and Bute", "Argyll", 1, 3),
    "S12000048": Tile("Perth and Kinross", "Perth and Kinross", "Perth", 3, 3),
    "S12000041": Tile("Angus", "Angus", "Angus", 4, 3),
    "S12000042": Tile("Dundee City", "Dundee City", "Dund", 5, 3),
    "S12000030": Tile("Stirling", "Stirling", "Stirl", 2, 4),
    "S12000005": Tile("Clackmannanshire", "Clackman- nanshire", "Clack", 3, 4),
    "S12000047": Tile("Fife", "Fife", "Fife", 4, 4),
    "S12000039": Tile("West Dunbartonshire", "West Dun- bartonshire", "W Dun", 1, 5),
    "S12000045": Tile("East Dunbartonshire", "East Dun- bartonshire", "E Dun", 2, 5),
    "S12000014": Tile("Falkirk", "Falkirk", "Falk", 3, 5),
    "S12000040": Tile("West Lothian", "West Lothian", "W Lot", 4, 5),
    "S12000036": Tile("City of Edinburgh", "City of Edinburgh", "Edin", 5, 5),
    "S12000010": Tile("East Lothian", "East Lothian", "E Lot", 6, 5),
    "S12000018": Tile("Inverclyde", "Inverclyde", "Inver", 0, 6),
    "S12000038": Tile("Renfrewshire", "Renfrewshire", "Renfr", 1, 6),
    "S12000049": Tile("Glasgow City", "Glasgow City", "Glasg", 2, 6),
    "S12000050": Tile("North Lanarkshire", "North Lanarkshire", "N Lan", 3, 6),
    "S12000019": Tile("Midlothian", "Midlothian", "Midl", 5, 6),
    "S12000026": Tile("Scottish Borders", "Scottish Borders", "Bord", 6, 6),
    "S12000021": Tile("North Ayrshire", "North Ayrshire", "N Ayr", 1, 7),
    "S12000011": Tile("East Renfrewshire", "East Renfrewshire", "E Ren", 2, 7),
    "S12000029": Tile("South Lanarkshire", "South Lanarkshire", "S Lan", 3, 7),
    "S12000028": Tile("South Ayrshire", "South Ayrshire", "S Ayr", 1, 8),
    "S12000008": Tile("East Ayrshire", "East Ayrshire", "E Ayr", 2, 8),
    "S12000006": Tile("Dumfries and Galloway", "Dumfries and Galloway", "D & G", 3, 8),
}

FORMER_CODES: Final[Mapping[str, str]] = {
    # Boundary changes of 2018 and 2019 gave four councils new codes; older files hold the old ones.
    "S12000015": "S12000047",
    "S12000024": "S12000048",
    "S12000043": "S12000049",
    "S12000046": "S12000049",
    "S12000044": "S12000050",
}
