"""Brings a backup back to where nothing is, and compares what came back with what went in."""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path
from typing import Final

import psycopg
from pydantic import ValidationError

from carewright.config.backup.contents import contents_of, differences
from carewright.config.backup.making import FILES, RECORD_KEY, measured
from carewright.config.backup.manifest import DATABASE, FORMAT, NAME, Manifest
from carewright.config.backup.programs import SOMETHING_IS_HERE, name_of, run_on
from carewright.config.problems import StartProblem
from carewright.platform import api as platform

#: They name the role that migrated where the backup was made, which may be another here.
_DEFAULT_RIGHTS: Final = " DEFAULT ACL "


class RestoreRefused(StartProblem):
    """Nothing was restored, or what came back is not what went in; the text says which."""


def read_manifest(source: Path) -> Manifest:
    """What the backup says of itself; refused when it is none, or of a later Carewright."""
    try:
        with tarfile.open(source, mode="r:") as archive:
            head = archive.next()
            content = archive.extractfile(head) if head and head.name == NAME else None
            if content is None:
                raise RestoreRefused(f"{source} is not a backup of Carewright: no {NAME} in it.")
            manifest = Manifest.model_validate_json(content.read())
    except (tarfile.TarError, EOFError) as problem:
        raise RestoreRefused(f"{source} is not a backup of Carewright: {problem}.") from None
    except ValidationError as wrong:
        what = wrong.errors()[0]
        raise RestoreRefused(
            f"{source}: its {NAME} cannot be read ({what['loc']}: {what['msg']}). "
            "Was it made by a later version of Carewright?"
        ) from None
    if manifest.format != FORMAT:
        raise RestoreRefused(f"{source} is of format {manifest.format}; this reads {FORMAT}.")
    return manifest


def restore_backup(*, source: Path, url: str, home: Path) -> Manifest:
    """Restores into an empty database and home; every table and file is compared afterwards."""
    manifest = read_manifest(source)
    _require_empty(url, home)
    with tempfile.TemporaryDirectory(prefix="restore-", dir=home) as scratch:
        unpacked = Path(scratch)
        _unpack(source, unpacked, manifest)
        _restore_database(unpacked / DATABASE, url)
        _require_the_same(manifest, url)
        for name in (FILES, RECORD_KEY):
            if (unpacked / name).exists():
                (unpacked / name).rename(home / name)
    return manifest


def _require_empty(url: str, home: Path) -> None:
    with psycopg.connect(url) as connection:
        if connection.execute(SOMETHING_IS_HERE).fetchone():
            raise RestoreRefused(
                "The database holds tables already, and a restore never overwrites. Give an empty "
                "one: set CAREWRIGHT_HOME to a new folder, or DATABASE_URL to a new database."
            )
    if (home / RECORD_KEY).exists() or any((home / FILES).glob("*")):
        raise RestoreRefused(f"{home} holds kept files or a key already. Give an empty home.")


def _unpack(source: Path, folder: Path, manifest: Manifest) -> None:
    """Unpacks what the manifest names and nothing else; each file must be the one it names."""
    if strange := sorted(name for name in manifest.members if not _is_ours(name)):
        raise RestoreRefused(f"{source}: {strange[0]} does not belong in a backup.")
    seen: set[str] = set()
    try:
        with tarfile.open(source, mode="r:") as archive:
            for member in archive:
                if member.name in seen or not member.isreg():
                    raise RestoreRefused(
                        f"{source}: {member.name} stands twice in it, or is not a plain file."
                    )
                seen.add(member.name)
                if member.name in manifest.members:
                    archive.extract(member, folder, filter="data")
    except (tarfile.TarError, EOFError) as problem:
        raise RestoreRefused(f"{source} is not whole: {problem}. Use another backup.") from None
    for name, wanted in manifest.members.items():
        path = folder / name
        if not path.is_file():
            raise RestoreRefused(f"{source}: {name} is missing from it. Use another backup.")
        if measured(path) != wanted:
            raise RestoreRefused(f"{source}: {name} is damaged. Use another backup.")


def _is_ours(name: str) -> bool:
    """Whether a backup of ours could hold a file of this name."""
    kept = name.startswith(f"{FILES}/") and ".." not in Path(name).parts
    return kept or name in {DATABASE, RECORD_KEY}


def require_digest(source: Path, wanted: str) -> None:
    """Refuses a file that is not, byte for byte, the one whose digest was noted down."""
    if measured(source).sha256 != wanted.strip().lower():
        raise RestoreRefused(
            f"{source} is not the backup that was made: its digest is another. Do not restore it."
        )


def _restore_database(dump: Path, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(platform.CREATE_ROLE.encode())
    listed = run_on(url, "pg_restore", "--list", str(dump))
    wanted = dump.with_suffix(".list")
    lines = [line for line in listed.splitlines() if _DEFAULT_RIGHTS not in line]
    wanted.write_text("\n".join(lines))
    run_on(
        url, "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction",
        f"--use-list={wanted}", f"--dbname={name_of(url)}", str(dump),
    )  # fmt: skip
    with psycopg.connect(url, autocommit=True) as connection:
        for right in platform.RIGHTS_TO_COME:
            connection.execute(right.encode())


def _require_the_same(manifest: Manifest, url: str) -> None:
    with psycopg.connect(url) as connection:
        found = contents_of(connection)
    if wrong := differences(manifest.tables, found):
        raise RestoreRefused(
            "What came back is not what went in, so do not use this database: "
            + "; ".join(wrong)
            + "."
        )
