"""Small answers that a report can be made of."""

from __future__ import annotations

from datetime import date

from carewright_engine.provision.answers import (
    AreaProvision,
    FileRows,
    Finding,
    Grid,
    GridColumn,
    RowsBehind,
    Section,
)
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.questions import Question
from carewright_engine.reports.area_report import Chapter

LOAMSHIRE = AreaRef("council", "S12999999", "Loamshire", ("S12999999",))
BEHIND = RowsBehind((FileRows("d" * 64, ((2, 4, 1),)),))


def chapter_about(name: str) -> Chapter:
    """A chapter with one table in which a supplier has this name."""
    columns = (GridColumn("supplier", "who"), GridColumn("places", "places", "places"))
    table = Grid("shares", "Suppliers", columns, ((name, 12), ("Other", None)), "counted", BEHIND)
    section = Section("market", "Two suppliers", findings=(Finding(name),), tables=(table,))
    question = Question(LOAMSHIRE, date(2022, 3, 31), "care_homes")
    answer = AreaProvision(question, "Title", (section,), (), (), (), "0")
    return Chapter(answer, ())
