"""Keeps the lines of a preview by one statement, as 40,000 rows one by one take too long."""

from __future__ import annotations

from typing import Any, Final

from django.db import connection

from carewright.contract.api import PricedLine
from carewright.platform import api as platform
from carewright.uplift import models
from carewright.uplift.rules.working_out import WorkedOut, counted
from carewright_engine.costing.uplift import LeftOut, NewPrice

#: Every column with its type, in the order in which `_told` and what follows it give them.
COLUMNS: Final = (
    ("place", "int"), ("agreement_id", "uuid"), ("reference", "text"),
    ("one_person", "bool"), ("provider_key", "text"), ("provider_name", "text"),
    ("priced", "text"), ("unit", "text"), ("price_line_id", "uuid"),
    ("starts_on", "date"), ("ends_before", "date"),
    ("old_pence", "bigint"), ("counted", "text"), ("new_pence", "bigint"),
    ("source", "text"), ("left_out", "text"), ("quantity", "numeric"),
    ("spend_now_pence", "bigint"), ("effect_pence", "bigint"), ("floor_pence", "bigint"),
    ("floor", "text"),
)  # fmt: skip
#: Reasons come joined, since an array of arrays cannot be unnested row by row. The database makes
#: the ids: of the line, and of the price that the round will open.
_WRITE: Final = """
INSERT INTO uplift_upliftline (organisation_id, round_id, id, new_line_id, {names})
SELECT %s, %s, gen_random_uuid(), gen_random_uuid(), {values}
FROM unnest({arrays}) AS given ({names})
""".format(
    names=", ".join(name for name, _ in COLUMNS),
    values=", ".join(
        "string_to_array(left_out, ' ')" if name == "left_out" else name for name, _ in COLUMNS
    ),
    arrays=", ".join(f"%s::{kind}[]" for _, kind in COLUMNS),
)


def write_lines(found: models.UpliftRound, done: WorkedOut) -> None:
    """Every line that was read, those that rise and those that are left out, in one order."""
    known = {new.line.id: _rises(new) for new in done.preview.lines}
    known |= {out.line.id: _stays(out) for out in done.preview.left_out}
    lines = [
        (*_told(place, read), *known[key]) for place, (key, read) in enumerate(done.read.items(), 1)
    ]
    columns = map(platform.array_text, zip(*lines, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [found.organisation_id, found.pk, *columns])


def _told(place: int, read: PricedLine) -> tuple[Any, ...]:
    """What the agreement says of the line."""
    return (
        place, read.agreement_id, read.agreement, read.is_for_one_person,
        read.provider_key, read.provider, read.priced.label, read.priced.unit.value, read.id,
        read.starts_on, read.line_ends_before, read.pence, counted(read).value,
    )  # fmt: skip


def _rises(new: NewPrice) -> tuple[Any, ...]:
    return (
        new.price, new.source[:300], "", new.line.quantity_a_year, new.spend_now, new.effect,
        new.line.floor, new.floor.value,
    )  # fmt: skip


def _stays(out: LeftOut) -> tuple[Any, ...]:
    why = " ".join(each.value for each in out.reasons)
    line = out.line
    spend = line.in_a_year(line.price)
    return (None, "", why, line.quantity_a_year, spend, 0, line.floor, out.floor.value)
