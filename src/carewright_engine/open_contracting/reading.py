"""Release packages as publishers give them: everything kept, known or not.

A file may hold a release package, a record package, a list of releases or one release. A number
too large for any computer (1e9999, typed for "without end") is kept as the text that it was.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from carewright_engine.open_contracting.findings import Release

TOO_LARGE: Final = re.compile(rb"\d[eE]\+?\d{3}")


class UnreadablePackage(Exception):
    """The file holds no releases, and why, for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Package:
    """Releases in the order of the file, and what the file says around them."""

    releases: tuple[Release, ...]
    about: Mapping[str, Any]  # uri, publisher, licence and all else beside the releases


def read_package(content: bytes) -> Package:
    """The releases of a file; raises UnreadablePackage."""
    found = _parsed(content)
    if isinstance(found, list):
        return Package(_releases(found), {})
    if not isinstance(found, dict):
        raise UnreadablePackage("The file is JSON but holds no release: it is one value.")
    if "releases" in found:
        about = {name: value for name, value in found.items() if name != "releases"}
        return Package(_releases(found["releases"]), about)
    if "records" in found:
        about = {name: value for name, value in found.items() if name != "records"}
        return Package(_of_records(found["records"]), about)
    if "ocid" in found:
        return Package((found,), {})
    raise UnreadablePackage("The file is JSON but has neither releases, records nor an ocid.")


def _parsed(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
        if TOO_LARGE.search(content):
            return json.loads(text, parse_float=_number_or_text, parse_constant=_refuse)
        return json.loads(text, parse_constant=_refuse)
    except UnicodeDecodeError as problem:
        raise UnreadablePackage(f"The file is not UTF-8 text: {problem.reason}.") from None
    except RecursionError:
        raise UnreadablePackage("The file is nested more deeply than any release is.") from None
    except json.JSONDecodeError as problem:
        words = f"The file is not JSON: {problem.msg}, line {problem.lineno}."
        raise UnreadablePackage(words) from None


def _number_or_text(written: str) -> float | str:
    number = float(written)
    return number if math.isfinite(number) else written


def _refuse(constant: str) -> NoReturn:
    raise UnreadablePackage(f"The file is not JSON: it has {constant} for a number.")


def _of_records(records: Any) -> tuple[Release, ...]:
    """The releases that records carry; a record of links alone carries none."""
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        raise UnreadablePackage("The records are not a list of objects.")
    carried = [one for record in records for one in record.get("releases", [])]
    found = _releases(carried or [one["compiledRelease"] for one in records if _compiled(one)])
    if not found or not all("ocid" in release for release in found):
        raise UnreadablePackage("The records only link to releases, which are not in the file.")
    return found


def _compiled(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("compiledRelease"), dict)


def _releases(found: Any) -> tuple[Release, ...]:
    if not isinstance(found, list):
        raise UnreadablePackage("The releases are not a list.")
    for place, one in enumerate(found):
        if not isinstance(one, dict):
            raise UnreadablePackage(f"Release {place + 1} is not an object.")
    return tuple(found)
