"""A file checked in slices: which rows travel on, and how those that do not are told."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterator

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.tables.checks import Rule
from carewright_engine.tables.reading import UnreadableFile
from carewright_engine.tables.row_rules import between, one_of, unique
from carewright_engine.tables.slices import SlicedFile
from carewright_engine.tables.streaming import MISFIT, Streamed, ahead, stream

ANYTHING = Rule("anything", "a", "", "", pl.lit(False) & pl.col("a").is_null())
RULES = (unique("ref"), one_of("kind", ("A", "B")))


def streamed(
    text: str | bytes,
    rules: tuple[Rule, ...] = RULES,
    *,
    slice_bytes: int = 1000,
    listed: int = 1000,
) -> tuple[Streamed, bytes]:
    """What was found in a file, and what was handed on."""
    raw = text.encode() if isinstance(text, str) else text
    written: list[bytes] = []
    source = SlicedFile(io.BytesIO(raw), slice_bytes=slice_bytes)
    found = stream(source, rules, written.append, listed=listed)
    return found, b"".join(written)


def test_rows_that_pass_travel_exactly_as_they_were_written() -> None:
    found, written = streamed('ref,kind,note\n1,A,"said ""no"", then left"\n2,Z,\n3,,"a\nb"\n')
    assert written == b'1,A,"said ""no"", then left"\n3,,"a\nb"\n'
    assert (found.rows_read, found.rows_kept, found.rows_refused) == (3, 2, 1)
    assert found.header == ("ref", "kind", "note")


def test_a_refused_row_is_listed_by_its_number_in_the_file() -> None:
    found, _ = streamed("ref,kind\n1,A\n\n2,Z\n")
    assert found.refused.select("source_row", "column", "value").rows() == [(4, "kind", "Z")]


@pytest.mark.parametrize("slice_bytes", [1, 3, 7, 1000])
def test_a_file_reads_the_same_in_slices_of_any_size(slice_bytes: int) -> None:
    text = 'ref,kind,note\r\n1,A,"x,\r\ny"\r\n2,Z,z\r\n1,B,again\r\n3,B,\r\n'
    found, written = streamed(text, slice_bytes=slice_bytes)
    assert written == b'1,A,"x,\ny"\n3,B,\n'
    assert found.counts == {MISFIT: 0, "ref:unique": 1, "kind:code": 1}
    assert found.refused["source_row"].to_list() == [3, 4]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_three_kinds_of_line_end_are_read(line_end: str) -> None:
    _, written = streamed(line_end.join(["ref,kind", "1,A", "2,B"]))
    assert written == b"1,A\n2,B\n"


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    found, _ = streamed(b"\xef\xbb\xbfref,kind\n1,A\n")
    assert found.header == ("ref", "kind")


def test_a_row_with_a_value_too_many_or_too_few_is_refused_and_its_neighbours_are_not() -> None:
    found, written = streamed("ref,kind\n1,A\n2,A,extra\n3\n4,B\n")
    assert written == b"1,A\n4,B\n"
    assert found.counts[MISFIT] == 2
    assert found.refused["source_row"].to_list() == [3, 4]
    assert "3 values where the first row has 2" in found.refused["reason"][0]


def test_a_row_of_very_many_values_is_not_taken_for_a_row_of_few() -> None:
    found, written = streamed("ref,kind\n1,A" + "," * 256 + "\n2,A\n")
    assert written == b"2,A\n"
    assert "258 values" in found.refused["reason"][0]


def test_a_table_of_more_than_256_columns_is_read() -> None:
    header = ",".join(["ref", "kind", *(f"c{number}" for number in range(300))])
    found, _ = streamed(f"{header}\n1,A{',x' * 300}\n2,A{',x' * 299}\n")
    assert (found.rows_kept, found.counts[MISFIT]) == (1, 1)


def test_a_quotation_mark_inside_a_plain_value_is_refused_because_readers_differ_on_it() -> None:
    found, written = streamed('ref,kind,note\n1,A,5" pipe and 6" pipe\n2,B,plain\n')
    assert written == b"2,B,plain\n"
    assert "quotation mark" in found.refused["reason"][0]


def test_a_null_character_is_refused() -> None:
    found, written = streamed(b"ref,kind\n1\0,A\n2,A\n")
    assert written == b"2,A\n"
    assert "null character" in found.refused["reason"][0]


def test_a_quotation_mark_never_closed_stops_the_file_with_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="never closed"):
        streamed('ref,kind\n1,A\n2,"B\n3,A\n')


def test_another_encoding_stops_the_file_and_says_in_which_row() -> None:
    with pytest.raises(UnreadableFile, match=r"Row 3 .*UTF-8"):
        streamed("ref,kind,note\n1,A,x\n2,A,café\n".encode("cp1252"))


def test_an_empty_file_and_one_of_blank_lines_are_refused() -> None:
    for text in ("", "\n\n"):
        with pytest.raises(UnreadableFile, match="empty"):
            streamed(text)


def test_a_header_alone_is_a_table_without_rows() -> None:
    found, written = streamed("ref,kind\n")
    assert (found.rows_read, written) == (0, b"")


def test_a_column_named_twice_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="'ref' twice"):
        streamed("ref,kind,ref\n1,A,1\n")


def test_nothing_is_written_when_a_column_is_missing() -> None:
    written: list[bytes] = []
    with pytest.raises(UnreadableFile, match="no column 'kind'"):
        stream(SlicedFile(io.BytesIO(b"ref\n1\n")), RULES, written.append)
    assert written == []


def test_listing_stops_at_its_limit_over_all_slices() -> None:
    rows = "".join(f"{number},Z\n{number}\n" for number in range(100))
    found, _ = streamed("ref,kind\n" + rows, listed=5, slice_bytes=64)
    assert found.counts == {MISFIT: 100, "ref:unique": 0, "kind:code": 100}
    assert found.refused.height == 10


def test_a_failed_write_stops_the_reading() -> None:
    def full(_: bytes) -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        stream(SlicedFile(io.BytesIO(b"ref,kind\n1,A\n2,A\n"), slice_bytes=4), RULES, full)
    assert not [t for t in threading.enumerate() if t.name.startswith("ThreadPool")]


def test_the_next_item_is_prepared_while_the_one_before_it_is_used() -> None:
    second_is_ready = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        second_is_ready.set()
        yield 2

    working = ahead(items())
    assert next(working) == 1
    assert second_is_ready.wait(timeout=10)
    assert list(working) == [2]


CELLS = st.text(alphabet='aAB1,"\n é', max_size=4)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12),
    slice_bytes=st.integers(min_value=1, max_value=50),
)
def test_any_table_that_is_properly_quoted_travels_whole(
    rows: list[tuple[str, str, str]], slice_bytes: int
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerows([("a", "b", "c"), *rows])
    found, written = streamed(text.getvalue(), (ANYTHING,), slice_bytes=slice_bytes)
    assert found.rows_kept == len(rows)
    assert list(csv.reader(io.StringIO(written.decode()))) == [list(row) for row in rows]


@given(
    rows=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["1", "x", ""])), max_size=30),
    slice_bytes=st.integers(min_value=1, max_value=60),
)
def test_slices_find_what_a_plain_loop_finds(rows: list[tuple[str, str]], slice_bytes: int) -> None:
    lines = "".join(f"{ref},{size}\n" for ref, size in rows)
    rules = (unique("ref"), between("size", 0, 9))
    found, written = streamed("ref,size\n" + lines, rules, slice_bytes=slice_bytes)
    seen: set[str] = set()
    kept = ""
    for ref, size in rows:
        if ref not in seen and size == "1":
            kept += f"{ref},{size}\n"
        seen.add(ref)
    assert written.decode() == kept
    assert found.rows_read == len(rows)
