"""Makes a backup while people work: one moment of the database, and the files it speaks of."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psycopg

from carewright.config.backup.contents import LEFT_BEHIND, contents_of
from carewright.config.backup.manifest import DATABASE, NAME, FileContent, Manifest
from carewright.config.backup.programs import run_on
from carewright.config.problems import StartProblem

#: What of the home is part of the installation: kept files, and the key that signs the record.
FILES: Final = "files"
RECORD_KEY: Final = "record-key"
CHUNK: Final = 1 << 20


class BackupRefused(StartProblem):
    """No backup was made; the text says why."""


def make_backup(*, url: str, home: Path, target: Path, practice: bool, at: datetime) -> Manifest:
    """Writes a backup of the database and the home's files to `target`, whole or not at all."""
    if target.exists():
        raise BackupRefused(f"{target} exists already. A backup never takes another's place.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="backup-", dir=target.parent) as scratch:
        dump = Path(scratch) / DATABASE
        with _one_moment(url) as (connection, snapshot):
            tables = contents_of(connection)
            run_on(
                url, "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={dump}",
                *(f"--exclude-table-data={name}" for name in sorted(LEFT_BEHIND)),
            )  # fmt: skip
            major = connection.info.server_version // 10_000
        members = {DATABASE: dump, **dict(_kept_files(home))}
        manifest = Manifest(
            made_at=at, carewright=version("carewright"), postgres=major, practice=practice,
            tables=tables, members={name: measured(path) for name, path in members.items()},
        )  # fmt: skip
        _write(Path(scratch) / "backup.tar", manifest, members)
        os.link(Path(scratch) / "backup.tar", target)  # fails where another has come meanwhile
    return manifest


@contextmanager
def _one_moment(url: str) -> Iterator[tuple[psycopg.Connection, str]]:
    """A connection that sees one moment only, and the name by which others see the same."""
    with psycopg.connect(url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        found = connection.execute("SELECT pg_export_snapshot()").fetchone()
        yield connection, str(found[0]) if found else ""


def _kept_files(home: Path) -> Iterator[tuple[str, Path]]:
    """Kept files never change once written, so those of a moment ago are there still."""
    for path in (home / RECORD_KEY, *sorted((home / FILES).rglob("*"))):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(home).as_posix(), path


def measured(path: Path) -> FileContent:
    """A file's length and digest."""
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            size += len(chunk)
            digest.update(chunk)
    return FileContent(size=size, sha256=digest.hexdigest())


def _write(path: Path, manifest: Manifest, members: dict[str, Path]) -> None:
    said = manifest.model_dump_json(indent=1).encode()
    with path.open("xb") as raw:
        os.fchmod(raw.fileno(), 0o600)
        with tarfile.open(fileobj=raw, mode="w") as archive:
            head = tarfile.TarInfo(NAME)
            head.size = len(said)
            archive.addfile(head, io.BytesIO(said))
            for name, member in members.items():
                archive.add(member, arcname=name, recursive=False)
        raw.flush()
        os.fsync(raw.fileno())
