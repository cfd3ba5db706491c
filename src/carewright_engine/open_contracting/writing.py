"""Packages as they are published: releases, and records of processes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from carewright_engine.open_contracting.compiling import records_of
from carewright_engine.open_contracting.findings import Release
from carewright_engine.open_contracting.reading import Package

VERSION: Final = "1.1"
EXTENSIONS: Final = (
    "https://standard.open-contracting.org/profiles/eu/latest/en/extension.json",
    "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json",
)


def release_package(package: Package) -> bytes:
    """The package as it was read: nothing added, nothing left out."""
    return as_json({**package.about, "releases": list(package.releases)})


def our_release_package(
    releases: Iterable[Release], *, uri: str, publisher: Mapping[str, str], published: str
) -> bytes:
    """Releases of ours with what the standard has a publisher say of them."""
    about = _about(uri, publisher, published)
    return as_json({**about, "releases": list(releases)})


def record_package(
    releases: Iterable[Release], *, uri: str, publisher: Mapping[str, str], published: str
) -> bytes:
    """A record for each process: its releases and the compiled one."""
    about = _about(uri, publisher, published)
    return as_json({**about, "records": records_of(releases)})


def as_json(found: Any) -> bytes:
    """JSON as it is published: UTF-8, no spaces, no number that JSON does not have."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def _about(uri: str, publisher: Mapping[str, str], published: str) -> dict[str, Any]:
    return {
        "uri": uri,
        "version": VERSION,
        "extensions": list(EXTENSIONS),
        "publishedDate": published,
        "publisher": dict(publisher),
    }
