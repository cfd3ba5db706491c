"""A backup brings everything back or says that it does not; silence is never a pass (T11)."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from carewright.config import postgres
from carewright.config.backup.contents import contents_of, differences
from carewright.config.backup.manifest import TableContent

pytestmark = pytest.mark.slow

FILLED = """
from io import BytesIO
from django.utils.timezone import now
from carewright.platform import api as platform
by = platform.Operator()
platform.ensure_practice_officers(by=by, at=now())
for number in range(3):
    platform.file_document(
        name=f"letter-{number}.txt", content=BytesIO(b"A letter." * number + b"."),
        content_type="text/plain", retention=platform.Retention.PERMANENT,
        organisation_id=None, by=by, at=now())
from carewright.attest.jobs import seal_record
seal_record()
"""


def in_home(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Types a command where an installation has its home."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CAREWRIGHT", "DATABASE"))}
    return subprocess.run(
        [sys.executable, "-m", "carewright.config.cli", *arguments],
        env={**kept, "CAREWRIGHT_HOME": str(home)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@contextmanager
def a_home() -> Iterator[Path]:
    """An empty home; other runs of the tests close pytest's own folders to the database's user."""
    with tempfile.TemporaryDirectory(prefix="carewright-home-") as folder:
        home = Path(folder)
        home.chmod(0o711)
        yield home
        postgres.stop(postgres.server_in(home / "postgres"))


@pytest.fixture(scope="module")
def installation() -> Iterator[Path]:
    """A home whose database runs, with a few people and kept files."""
    with a_home() as home:
        postgres.start(postgres.server_in(home / "postgres"), durable=False)
        for arguments in (("migrate", "-v0"), ("shell", "-c", FILLED)):
            done = in_home(home, "manage", *arguments)
            assert done.returncode == 0, done.stderr
        yield home


@pytest.fixture(scope="module")
def backup(installation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    file = tmp_path_factory.mktemp("backups") / "carewright.tar"
    done = in_home(installation, "backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """Another machine's empty home."""
    with a_home() as home:
        yield home


def everything_in(home: Path) -> dict[str, TableContent]:
    """What the database of a home holds."""
    server = postgres.server_in(home / "postgres")
    postgres.start(server, durable=False)
    with psycopg.connect(server.url) as connection:
        return contents_of(connection)


def test_a_restored_copy_holds_every_row_and_file_of_the_original(
    installation: Path, backup: Path, elsewhere: Path
) -> None:
    done = in_home(elsewhere, "restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert "each compared with the backup" in done.stdout
    assert differences(everything_in(installation), everything_in(elsewhere)) == []
    files = [path for path in (elsewhere / "files").rglob("*") if path.is_file()]
    assert len(files) == 3


def test_trying_a_backup_says_what_was_seen_to_work(installation: Path, backup: Path) -> None:
    done = in_home(installation, "restore", "--check", str(backup))
    assert done.returncode == 0, done.stderr
    assert "of them as they were sealed" in done.stdout
    assert "3 kept files have the digests that the database says" in done.stdout
    assert "got to the inbox by password and code" in done.stdout


def test_a_restore_never_overwrites(installation: Path, backup: Path) -> None:
    done = in_home(installation, "restore", str(backup))
    assert done.returncode == 1
    assert "a restore never overwrites" in done.stderr


def test_a_backup_never_takes_anothers_place_and_is_nobody_elses_to_read(
    installation: Path, backup: Path
) -> None:
    done = in_home(installation, "backup", str(backup))
    assert (done.returncode, "exists already" in done.stderr) == (1, True)
    assert backup.stat().st_mode & 0o077 == 0


def test_a_damaged_backup_is_refused_by_the_name_of_what_is_damaged(
    backup: Path, elsewhere: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.tar"
    content = bytearray(backup.read_bytes())
    with tarfile.open(backup) as archive:
        place = archive.getmember("database.dump").offset_data
    content[place + 200] ^= 1
    damaged.write_bytes(content)
    done = in_home(elsewhere, "restore", str(damaged))
    assert done.returncode == 1
    assert "database.dump is damaged. Use another backup." in done.stderr


@pytest.mark.parametrize("kept", [0.02, 0.5, 0.9])
def test_a_backup_that_was_cut_off_is_refused(
    backup: Path, elsewhere: Path, tmp_path: Path, kept: float
) -> None:
    short = tmp_path / "short.tar"
    short.write_bytes(backup.read_bytes()[: int(backup.stat().st_size * kept)])
    done = in_home(elsewhere, "restore", str(short))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_only_the_file_whose_digest_was_kept_apart_is_restored(
    backup: Path, elsewhere: Path
) -> None:
    done = in_home(elsewhere, "restore", str(backup), "--digest", "0" * 64)
    assert (done.returncode, "its digest is another" in done.stderr) == (1, True)


def test_a_backup_with_a_link_in_it_is_refused(
    backup: Path, elsewhere: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.tar"
    with tarfile.open(backup) as whole, tarfile.open(forged, "w") as out:
        for member in whole:
            if member.name.startswith("files/"):
                member.type, member.linkname, member.size = tarfile.SYMTYPE, "../secret", 0
                out.addfile(member)
            else:
                out.addfile(member, whole.extractfile(member))
    done = in_home(elsewhere, "restore", str(forged))
    assert (done.returncode, "is not a plain file" in done.stderr) == (1, True)


def test_a_file_that_is_no_backup_is_refused(elsewhere: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.tar"
    letter.write_text("Dear all")
    done = in_home(elsewhere, "restore", str(letter))
    assert (done.returncode, "is not a backup of Carewright" in done.stderr) == (1, True)


def test_a_backup_that_lacks_a_kept_file_does_not_pass_as_tried(
    installation: Path, tmp_path: Path
) -> None:
    lost = next(path for path in (installation / "files").rglob("*") if path.is_file())
    content = lost.read_bytes()
    lost.unlink()
    try:
        assert in_home(installation, "backup", str(tmp_path / "lacking.tar")).returncode == 0
        done = in_home(installation, "restore", "--check", str(tmp_path / "lacking.tar"))
    finally:
        lost.write_bytes(content)
    assert done.returncode == 1
    assert "could not be verified" in done.stderr
    assert "is not in the backup" in done.stderr


def test_a_backup_is_of_one_moment_though_people_work_on(
    installation: Path, elsewhere: Path, tmp_path: Path
) -> None:
    stop = threading.Event()
    writer = threading.Thread(target=write_until, args=(stop, installation))
    writer.start()
    try:
        done = in_home(installation, "backup", str(tmp_path / "busy.tar"))
    finally:
        stop.set()
        writer.join()
    assert done.returncode == 0, done.stderr
    # The restore compares every table with what the manifest counted at that moment.
    assert in_home(elsewhere, "restore", str(tmp_path / "busy.tar")).returncode == 0


def write_until(stop: threading.Event, home: Path) -> None:
    """Opens organisations, one after another."""
    url = postgres.server_in(home / "postgres").url
    with psycopg.connect(url, autocommit=True) as connection:
        number = 0
        while not stop.is_set():
            number += 1
            connection.execute(
                "INSERT INTO platform_organisation (id, kind, name, slug, practice) "
                "VALUES (gen_random_uuid(), 'council', %s, %s, true)",
                (f"Busy {number}", f"busy-{number}"),
            )


def test_a_table_that_differs_is_named_with_what_differs() -> None:
    before = {"a": TableContent(rows=3, digest="1:1"), "b": TableContent(rows=1, digest="5:5")}
    after = {"a": TableContent(rows=2, digest="1:1"), "b": TableContent(rows=1, digest="6:6")}
    assert differences(before, before) == []
    assert differences(before, after) == [
        "a had 3 rows and has 2",
        "b has its 1 rows, but not with the same values",
    ]
    assert differences(before, {"a": before["a"]}) == ["b is missing"]
