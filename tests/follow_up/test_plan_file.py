"""What a CSV file of actions says: good rows, and bad ones with what to do about them."""

from __future__ import annotations

import pytest

from carewright.follow_up.rules.plan_columns import matched
from carewright.follow_up.rules.plan_file import MOST_ROWS, UnreadablePlan, decode, read_plan

HEAD = "Ref,Review findings,Responsibility,Actions,Date,Theme\n"
GOOD = "5.1,Contracts lie in many places,RW,Hold all in one place,30/06/2027,Contract documents\n"


def faults(text: str) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.what) for fault in read_plan(text).faults]


def test_columns_are_found_by_the_names_that_councils_use() -> None:
    read = read_plan(HEAD + GOOD)
    assert read.columns == {
        "number": "Ref", "finding": "Review findings", "action": "Actions",
        "owner": "Responsibility", "due": "Date", "themes": "Theme",
    }  # fmt: skip
    (row,) = read.rows
    assert (row.number, row.owner, row.themes) == ("5.1", "RW", ("Contract documents",))
    assert f"{row.due_at:%d %m %Y %H:%M}" == "30 06 2027 17:00"
    assert row.assumed == ("no time of day was given, so 5 pm",)


@pytest.mark.parametrize(
    "headers",
    [
        ["No.", "Recommendation", "Agreed action", "Lead officer", "Target date"],
        ["Item", "Issue", "Task", "By whom", "By when"],
        ["finding ref", "FINDING", "Action required", "Owner", "Due date"],
        ["Para", "Weakness", "Management response", "Responsible officer", "Timescale"],
    ],
)
def test_other_headings_mean_the_same(headers: list[str]) -> None:
    assert {"number", "finding", "action", "owner", "due"} <= set(matched(headers))


def test_a_column_that_nobody_recognises_is_asked_for_and_can_be_chosen() -> None:
    text = "What we saw,Actions,Owner,Date\nA,B,C,1/1/2027\n"
    read = read_plan(text)
    assert (read.missing, read.rows) == (("finding",), ())
    assert len(read_plan(text, {"finding": "What we saw"}).rows) == 1


def test_each_bad_cell_says_row_column_what_and_how() -> None:
    text = HEAD + GOOD + "5.2,Late,RW,Pay in time,Summer 2027,\n" + "5.3,,,Do,31/02/2027,Payments\n"
    assert faults(text) == [
        (3, "Date", "“Summer 2027” is no date"),
        (4, "Review findings", "Nothing is written here"),
        (4, "Responsibility", "Nothing is written here"),
        (4, "Date", "“31/02/2027” is no date"),
    ]
    assert all(fault.how for fault in read_plan(text).faults)
    assert [row.row for row in read_plan(text).rows] == [2]


def test_rows_beneath_a_finding_belong_to_it() -> None:
    text = HEAD + GOOD + ",,RW,Sign every one,31/07/2027,\n"
    assert [(row.number, row.finding) for row in read_plan(text).rows] == [
        ("5.1", "Contracts lie in many places")
    ] * 2


def test_the_same_row_twice_is_a_fault_and_not_two_actions() -> None:
    text = HEAD + GOOD + GOOD.replace("Hold all", "HOLD  all")
    assert faults(text) == [(3, "Actions", "The same as row 2")]


def test_rows_are_known_by_what_they_say_wherever_they_stand() -> None:
    other = "9.1,Late,RW,Pay in time,30/06/2027,Payments\n"
    one = {row.digest for row in read_plan(HEAD + GOOD + other).rows}
    two = {row.digest for row in read_plan(HEAD + "\n" + other + GOOD).rows}
    assert one == two
    assert len(one) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    head = delimiter.join(["Finding", "Action", "Owner", "Due date"])
    row = delimiter.join(["A", "B", "C", "1 June 2027"])
    assert len(read_plan(f"{head}\r\n{row}\r\n").rows) == 1


def test_a_cell_may_hold_several_lines_and_a_comma() -> None:
    text = 'Finding,Action,Owner,Due\n"A, and\nB","1. Do\n2. Check",Team,1/6/2027 9.30 am\n'
    (row,) = read_plan(text).rows
    assert (row.finding, row.action) == ("A, and\nB", "1. Do\n2. Check")
    assert row.assumed == ()


def test_letters_of_older_spreadsheets_are_read() -> None:
    assert decode("Finding – £5".encode("cp1252")) == "Finding – £5"
    assert decode(b"\xef\xbb\xbfFinding") == "Finding"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04rest", "no CSV file"),
        (b"%PDF-1.7", "no CSV file"),
        (b"a\x00b", "no CSV file"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        (b"\x81\x8d", "letters cannot be read"),
    ],
)
def test_what_is_no_plan_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(UnreadablePlan, match=says):
        decode(content)


def test_an_empty_file_and_an_endless_one_are_refused() -> None:
    with pytest.raises(UnreadablePlan, match="empty"):
        read_plan(" \n\n")
    with pytest.raises(UnreadablePlan, match="has 200 columns"):
        read_plan(",".join(f"c{n}" for n in range(200)))
    with pytest.raises(UnreadablePlan, match="5,000 rows"):
        read_plan(HEAD + "".join(f"{n},a,b,c{n},1/1/2027,\n" for n in range(MOST_ROWS + 1)))
