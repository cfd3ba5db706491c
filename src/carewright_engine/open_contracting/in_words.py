"""What a check found, in lines for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from carewright_engine.open_contracting.checking import Checked
from carewright_engine.open_contracting.findings import Finding, Kind

HEADINGS: Final = {
    Kind.SCHEMA: "not allowed by the schema",
    Kind.ODD: "odd",
    Kind.UNKNOWN: "not known, kept",
    Kind.COHERENCE: "cannot be so",
    Kind.NOTE: "to be understood",
    Kind.PRIVACY: "may be about one person",
}


def lines_of(found: Sequence[Checked]) -> Iterator[str]:
    """A line for each release in which something was found, and one for each finding."""
    for one in found:
        if one.found:
            yield f"{one.name}:"
            yield from (f"  {_line(finding)}" for finding in one.found)


def summary(found: Sequence[Checked]) -> str:
    """How many releases were read, what was found in how many, and what keeps from publishing."""
    counts = Counter(finding.kind for one in found for finding in one.found)
    said = [f"{counts[kind]} {words}" for kind, words in HEADINGS.items() if counts[kind]]
    fit = sum(one.may_be_published for one in found)
    what = "; ".join(said) or "nothing"
    return f"{len(found)} releases read, {fit} fit to be published as they are. Found: {what}."


def _line(finding: Finding) -> str:
    where = f" at {finding.at}" if finding.at else ""
    return f"{HEADINGS[finding.kind]}{where}: {finding.words}"
