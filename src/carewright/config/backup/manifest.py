"""What a backup says that it holds: the measure for every copy made from it."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

#: Raised whenever an older Carewright could not read the file any more.
FORMAT = 1
NAME = "manifest.json"
DATABASE = "database.dump"


class TableContent(BaseModel):
    """How many rows a table has, and a digest of them that does not depend on their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: int
    digest: str


class FileContent(BaseModel):
    """A kept file's length in bytes and the SHA-256 of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int
    sha256: str


class Manifest(BaseModel):
    """Everything in a backup, with what is needed to tell whether it came back whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT
    made_at: datetime
    carewright: str  # version of the program
    postgres: int  # major version of the server
    practice: bool
    tables: dict[str, TableContent]
    members: dict[str, FileContent]  # by its path in the file: the dump, files and keys
