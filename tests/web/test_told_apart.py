"""Links of the inbox that would say the same say when as well."""

from __future__ import annotations

from carewright.ui.rows import Tag
from carewright.web.desk.told_apart import told_apart
from carewright.web.rows import DeskPile, DutyRow, Waiting

DONE = Tag("Done", "good")


def waiting(text: str, href: str, when: str) -> Waiting:
    return Waiting(text=text, href=href, beneath="", when=when, tag=DONE)


def duty(text: str, href: str, when: str) -> DutyRow:
    return DutyRow(text=text, href=href, beneath="", people="3", bar=0, when=when, tag=DONE)


def words(*rows: Waiting) -> list[str]:
    _piles, (shown,) = told_apart([], rows)
    return [row.text for row in shown]


def test_links_that_say_different_things_stay_as_they_are() -> None:
    assert words(waiting("Homes", "/1", "noon"), waiting("Visits", "/2", "noon")) == [
        "Homes",
        "Visits",
    ]


def test_two_that_say_the_same_and_lead_to_one_page_stay_as_they_are() -> None:
    assert words(waiting("Homes", "/1", "noon"), waiting("Homes", "/1", "noon")) == ["Homes"] * 2


def test_two_that_lead_elsewhere_say_when() -> None:
    assert words(waiting("Homes", "/1", "10 am"), waiting("Homes", "/2", "noon")) == [
        "Homes, 10 am",
        "Homes, noon",
    ]


def test_two_of_one_minute_are_counted() -> None:
    assert words(waiting("Homes", "/1", "noon"), waiting("Homes", "/2", "noon")) == [
        "Homes, noon (1)",
        "Homes, noon (2)",
    ]


def test_rows_of_different_piles_are_told_apart_as_well() -> None:
    pile = DeskPile("due", "Due", "", "", "", (duty("Homes", "/1", "1 May"),))
    (shown,), (work,) = told_apart([pile], [waiting("Homes", "/2", "noon")])
    assert (shown.rows[0].text, work[0].text) == ("Homes, 1 May", "Homes, noon")
