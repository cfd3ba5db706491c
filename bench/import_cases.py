"""Each way of importing the file, solved once in this process: `python -m bench.import_cases`."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bench.activity_file import activity_file
from bench.harness import Answer, report_run


def ours(file: Path) -> None:
    """Read and checked in slices; the rows that pass are made ready and thrown away."""
    from bench.import_peers import answer
    from carewright_engine.tables.slices import SlicedFile
    from carewright_engine.tables.streaming import stream
    from carewright_engine.tables.visit_schema import RULES

    def work() -> Answer:
        with file.open("rb") as rows:
            found = stream(SlicedFile(rows), RULES, lambda _: None)
        return answer(found.counts, found.rows_refused, found.rows_read)

    report_run(work)


def pydantic(file: Path) -> None:
    """A model for each row."""
    importlib.import_module("pydantic")  # before the clock starts
    from bench.import_peers import pydantic_by_row

    report_run(lambda: pydantic_by_row(file))


def pandera(file: Path) -> None:
    """A schema over a Polars frame."""
    importlib.import_module("pandera.polars")  # before the clock starts
    from bench.import_peers import pandera_by_column

    report_run(lambda: pandera_by_column(file))


def parse(file: Path) -> None:
    """The bound of checking: the file as a frame of text, nothing looked at."""
    import polars as pl

    report_run(lambda: {"rows": pl.read_csv(file, infer_schema=False).height})


def load(file: Path) -> None:
    """Read, checked and loaded into an ordinary table."""
    from bench import import_load

    import_load.ours(file, logged=True)


def load_unlogged(file: Path) -> None:
    """Read, checked and loaded into a table that is not logged."""
    from bench import import_load

    import_load.ours(file, logged=False)


def copy(file: Path) -> None:
    """The bound of loading: the file's bytes into an ordinary table of text."""
    from bench import import_load

    import_load.raw_copy(file, logged=True)


def copy_unlogged(file: Path) -> None:
    """The same into a table that is not logged."""
    from bench import import_load

    import_load.raw_copy(file, logged=False)


CASES: Final[Mapping[str, Callable[[Path], None]]] = {
    case.__name__: case
    for case in (ours, pydantic, pandera, parse, load, load_unlogged, copy, copy_unlogged)
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    CASES[asked.case](activity_file(asked.scale))
