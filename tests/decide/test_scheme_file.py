"""A scheme's file is read whole or not at all, and every fault says how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.reading_scheme import COLUMNS, read_scheme
from carewright.decide.rules.scheme import Bounds, Part, SchemeRow
from carewright.decide.rules.scheme_file import written_scheme
from carewright.platform.api import Role

ALL = frozenset(Role)
HEAD = ",".join(COLUMNS)


def line(**cells: str) -> str:
    wanted = {"act": "Award", "framework": "either", "step_1": "Budget holder", **cells}
    return ",".join(f'"{wanted.get(column, "")}"' for column in COLUMNS)


def read(*lines: str, roles: frozenset[Role] = ALL):  # type: ignore[no-untyped-def]
    return read_scheme("\n".join([HEAD, *lines]).encode(), roles=roles)


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"act": "Awrad"}, "act", "is no act"),
        ({"act": ""}, "act", "No act is named"),
        ({"framework": "perhaps"}, "framework", "is not understood"),
        ({"value_over": "ten"}, "value_over", "is no amount"),
        ({"value_up_to": "-5"}, "value_up_to", "is no amount"),
        ({"value_up_to": "1.005"}, "value_up_to", "is no amount"),
        ({"value_up_to": "1E+999990"}, "value_up_to", "is no amount"),
        ({"value_up_to": "1E+999999"}, "value_up_to", "is no amount"),
        ({"value_over": "1e3"}, "value_over", "is no amount"),
        ({"value_over": "NaN"}, "value_over", "is no amount"),
        ({"value_over": "Infinity"}, "value_over", "is no amount"),
        ({"value_over": "1_000"}, "value_over", "is no amount"),
        ({"value_over": "٣"}, "value_over", "is no amount"),
        ({"value_over": "1,00"}, "value_over", "is no amount"),
        ({"value_over": "9" * 5_000}, "value_over", "is no amount"),
        ({"value_over": "9" * 30}, "value_over", "is more than a limit can be"),
        ({"value_over": "10", "value_up_to": "10"}, "value_up_to", "not above the lower"),
        ({"months_up_to": "1.5"}, "months_up_to", "no whole number"),
        ({"step_1": ""}, "step_1", "Nobody decides"),
        ({"step_1": "Head of care"}, "step_1", "names nobody"),
        ({"step_3": "Committee: Council"}, "step_2", "A step is left out"),
        ({"step_1": "Bid writer"}, "step_1", "decides nothing here"),
        ({"urgent_roles": "Budget holder"}, "urgent_days", "No days"),
        ({"urgent_days": "5"}, "urgent_roles", "Nobody is named"),
        ({"cited": "=1+1"}, "cited", "formula"),
    ],
)
def test_a_bad_cell_is_named_with_its_row_and_how_to_mend_it(
    cells: dict[str, str], column: str, what: str
) -> None:
    found = read(line(act="Grant"), line(**cells), roles=ALL - {Role.BID_WRITER})
    problem = next(each for each in found.problems if each.column == column)
    assert (problem.row, what in problem.what, bool(problem.mend)) == (3, True, True)
    assert [row.act for row in found.rows] == [DecidedAct.GRANT]
    assert not found.usable


def test_every_fault_of_a_row_is_told_at_once() -> None:
    found = read(line(act="x", framework="y", value_over="z"))
    assert {problem.column for problem in found.problems} == {"act", "framework", "value_over"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "column act is missing"),
        (b"act,framework\nAward,in\n", "column step_1 is missing"),
        (HEAD.encode() + b",colour\n", "not known"),
        (HEAD.encode() + b"\n", "no rows"),
        (b"PK\x03\x04\xff\xfe", "not text"),
        (b"," * 8_000, "8,001 columns"),
        (b"act,framework,step_1\nA\0B", "not CSV"),
    ],
)
def test_a_file_that_is_no_scheme_says_so(content: bytes, what: str) -> None:
    found = read_scheme(content, roles=ALL)
    assert any(what in problem.what for problem in found.problems)
    assert not found.usable


def test_a_spreadsheet_of_another_country_is_read_too() -> None:
    text = (
        "act;framework;step_1;value_up_to\r\nAward;either;Budget holder;£1,000\r\n"
        "Award;either;Committee: Council;\r\n"
    )
    found = read_scheme(b"\xef\xbb\xbf" + text.encode(), roles=ALL)
    assert found.problems == ()
    assert found.rows[0].pence == Bounds(None, 100_000)
    assert found.faults  # the second row covers everything, so the first is covered twice


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("250000", 25_000_000), ("£250,000", 25_000_000), ("£ 1,000.50", 100_050), ("0.5", 50),
        ("10,000,000,000,000", 10**15),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(typed: str, pence: int) -> None:
    found = read(line(value_up_to=typed))
    assert (found.problems, found.rows[0].pence) == ((), Bounds(None, pence))


limits = st.tuples(st.none() | st.integers(0, 10**9), st.none() | st.integers(1, 10**9)).map(
    lambda pair: Bounds(pair[0], None if pair[1] is None else (pair[0] or 0) + pair[1])
)
months = st.sampled_from([Bounds(), Bounds(None, 12), Bounds(12, 48), Bounds(48, None)])
parts = st.one_of(
    st.builds(Part, roles=st.frozensets(st.sampled_from(Role), min_size=1, max_size=2)),
    st.just(Part(committee="Health and Care Board")),
)
stages = st.lists(st.lists(parts, min_size=1, max_size=2).map(tuple), min_size=1, max_size=6)


@given(
    st.sampled_from(DecidedAct), limits, months, st.sampled_from(Framework), stages.map(tuple),
    st.sampled_from([(frozenset(), None), (frozenset({Role.AUTHORISING_DIRECTOR}), 5)]),
    st.none() | st.integers(0, 60), st.sampled_from(["", "Part 3, 4.2", "£ “rule”"]),
)  # fmt: skip
def test_what_is_downloaded_is_read_back_the_same(
    act: DecidedAct, pence: Bounds, term: Bounds, side: Framework, steps: tuple[object, ...],
    urgent: tuple[frozenset[Role], int | None], days: int | None, cited: str,
) -> None:  # fmt: skip
    row = SchemeRow(2, act, pence, term, side, steps, *urgent, days, cited)  # type: ignore[arg-type]
    found = read_scheme(written_scheme([row]).encode(), roles=ALL)
    assert (found.problems, found.rows) == ((), (row,))
