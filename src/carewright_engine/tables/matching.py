"""Columns are found by what they mean, because publishers rename and move them every year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl
from rapidfuzz import fuzz

from carewright_engine.tables.reading import Field, Hints, RawTable, UnreadableFile

NEAR_ENOUGH: Final = 70.0
SHORT: Final = 3  # letters that are part of many words
NEAREST_SHOWN: Final = 3


@lru_cache(maxsize=4096)  # every kind of file asks for the same headers
def normal(header: str) -> str:
    """A header in lower case, with runs of anything but letters and digits as one underscore."""
    return re.sub(r"[^a-z0-9]+", "_", header.lower()).strip("_")


@dataclass(frozen=True, slots=True)
class Matching:
    """Which header holds which meaning, which headers mean nothing to us, and what is missing."""

    matched: Mapping[str, str]  # meaning -> header
    unmatched: tuple[str, ...]
    missing: tuple[Field, ...]  # required fields that no header holds
    headers: tuple[str, ...]

    def header(self, meaning: str) -> str | None:
        """The file's name for a meaning, if it has it."""
        return self.matched.get(meaning)


def match_columns(headers: Sequence[str], fields: Sequence[Field], hints: Hints) -> Matching:
    """Give each meaning the first header that one of its patterns matches.

    What a person chose wins. A header is given to one meaning only; fields earlier in the
    list choose first, and earlier patterns of a field before later ones.
    """
    matched = _chosen(headers, fields, hints)
    free = {header: normal(header) for header in headers if header not in matched.values()}
    for wanted in fields:
        if wanted.meaning in matched:
            continue
        header = _first_match(wanted, free)
        if header is not None:
            matched[wanted.meaning] = header
            del free[header]
    missing = tuple(f for f in fields if f.required and f.meaning not in matched)
    return Matching(matched, tuple(free), missing, tuple(headers))


def _chosen(headers: Sequence[str], fields: Sequence[Field], hints: Hints) -> dict[str, str]:
    """The headers that a person named; a name that is not in the file is a mistake to report.

    One that was named for an earlier file counts where this file has it, and is no mistake else.
    """
    known = {wanted.meaning for wanted in fields}
    chosen = {meaning: header for meaning, header in hints.columns.items() if meaning in known}
    for meaning, header in chosen.items():
        if header not in headers:
            raise UnreadableFile(
                f'You chose the column "{header}" for {meaning.replace("_", " ")}, but the file '
                f"has no such column. Its columns are: {_listed(headers)}."
            )
    usual = {
        meaning: header
        for meaning, header in hints.usual.items()
        if meaning in known and header in headers and header not in chosen.values()
    }
    return {**usual, **chosen}


def _first_match(wanted: Field, free: Mapping[str, str]) -> str | None:
    for pattern in wanted.patterns:
        expression = re.compile(pattern)
        for header, plain in free.items():
            if expression.fullmatch(plain):
                return header
    return None


def _listed(headers: Sequence[str]) -> str:
    shown = ", ".join(f'"{header}"' for header in headers[:12])
    return shown if len(headers) <= 12 else f"{shown} and {len(headers) - 12} more"


def require(matching: Matching, title: str) -> None:
    """Refuse a file that lacks columns without which it means nothing, and say how to mend it."""
    if not matching.missing:
        return
    lines = "; ".join(_what_is_missing(field, matching) for field in matching.missing)
    raise UnreadableFile(
        f"This does not read as {title}: {lines}. Choose the right columns for these, or check "
        "that this is the file you meant."
    )


def _what_is_missing(wanted: Field, matching: Matching) -> str:
    near = nearest_headers(wanted, matching.unmatched)
    if not near:
        return f"no column holds {wanted.words}"
    quoted = " or ".join(f'"{header}"' for header in near)
    return f"no column holds {wanted.words} (perhaps {quoted})"


def nearest_headers(wanted: Field, headers: Sequence[str]) -> tuple[str, ...]:
    """The headers whose names come nearest to a meaning, best first."""
    near = [(_nearness(wanted.meaning, header), header) for header in headers]
    best = sorted((pair for pair in near if pair[0] >= NEAR_ENOUGH), key=lambda pair: -pair[0])
    return tuple(header for _, header in best[:NEAREST_SHOWN])


def _nearness(meaning: str, header: str) -> float:
    """From 0 to 100; words in any order, and words run together or apart."""
    plain = normal(header)
    in_words = fuzz.token_set_ratio(meaning.replace("_", " "), plain.replace("_", " "))
    run_together = fuzz.partial_ratio(meaning.replace("_", ""), plain.replace("_", ""))
    return max(in_words, run_together if len(plain) > SHORT else 0.0)


def share_matched(headers: Sequence[str], fields: Sequence[Field]) -> float:
    """How much of what a kind of file must hold these headers hold, from 0 to 1."""
    needed = [wanted for wanted in fields if wanted.required]
    if not needed:
        return 0.0
    missing = match_columns(headers, fields, Hints()).missing
    return 1 - len(missing) / len(needed)


def by_meaning(raw: RawTable, matching: Matching, fields: Sequence[Field]) -> pl.DataFrame:
    """The file's rows under the names of their meanings; a meaning without a column is null."""
    columns = [
        pl.col(matching.matched[wanted.meaning]).alias(wanted.meaning)
        if wanted.meaning in matching.matched
        else pl.lit(None, pl.String).alias(wanted.meaning)
        for wanted in fields
    ]
    return raw.rows.select(*columns, "source_row")


def as_the_file_calls_them(issues: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """Issues found under meanings, told under the file's own column names."""
    return issues.with_columns(pl.col("column").replace(dict(matching.matched)))
