"""Yearly uplifts: a rule, the lines it meets, and a preview that agrees to the penny."""

from carewright_engine.costing.uplift.formula import (
    Driver,
    Formula,
    Index,
    WeightedIndex,
    WeightsNotOne,
    rise_between,
)
from carewright_engine.costing.uplift.held import HeldRise, held_rises, held_wages
from carewright_engine.costing.uplift.leaving_out import Why
from carewright_engine.costing.uplift.preview import (
    DriverEffect,
    Floor,
    LeftOut,
    NewPrice,
    Preview,
    ProviderEffect,
    share_of_a_year,
)
from carewright_engine.costing.uplift.previewing import LineTwice, part_of, uplifted
from carewright_engine.costing.uplift.published import wage_index
from carewright_engine.costing.uplift.reading_again import (
    MOST_AGREED,
    Changing,
    Drawn,
    by_chance,
    chosen_by_chance,
    drawn,
    would_find,
)
from carewright_engine.costing.uplift.rule import AgreedPrice, UpliftRule

__all__ = [
    "MOST_AGREED",
    "AgreedPrice",
    "Changing",
    "Drawn",
    "Driver",
    "DriverEffect",
    "Floor",
    "Formula",
    "HeldRise",
    "Index",
    "LeftOut",
    "LineTwice",
    "NewPrice",
    "Preview",
    "ProviderEffect",
    "UpliftRule",
    "WeightedIndex",
    "WeightsNotOne",
    "Why",
    "by_chance",
    "chosen_by_chance",
    "drawn",
    "held_rises",
    "held_wages",
    "part_of",
    "rise_between",
    "share_of_a_year",
    "uplifted",
    "wage_index",
    "would_find",
]
