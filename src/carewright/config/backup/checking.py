"""Tries a backup on a database of its own that is thrown away: would it serve on the worst day?"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carewright.config import postgres
from carewright.config.backup.manifest import Manifest
from carewright.config.backup.restoring import RestoreRefused, restore_backup
from carewright.config.database import OWNER_MARK


def check_backup(source: Path) -> tuple[Manifest, str]:
    """Restores into a new, empty place and tries it there; returns what was shown, in lines.

    Raises `RestoreRefused` when anything could not be verified: silence is never a pass.
    """
    with _an_empty_place() as (url, home):
        manifest = restore_backup(source=source, url=url, home=home)
        return manifest, _rehearsed(url, home, practice=manifest.practice)


@contextmanager
def _an_empty_place() -> Iterator[tuple[str, Path]]:
    with tempfile.TemporaryDirectory(prefix="carewright-check-") as folder:
        home = Path(folder)
        home.chmod(0o711)  # the database's own user passes through
        server = postgres.server_in(home / "postgres")
        postgres.start(server, durable=False)
        try:
            yield server.url, home
        finally:
            postgres.stop(server)


def _rehearsed(url: str, home: Path, *, practice: bool) -> str:
    """What the rehearsal printed; a process of its own, as settings are read once in a process."""
    done = subprocess.run(
        [sys.executable, "-m", "carewright.config.backup.rehearsal"],
        env=_environment(url, home, practice=practice),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RestoreRefused(
            "The backup came back, but could not be verified:\n"
            + (done.stderr.strip()[-1200:] or "no reason was given")
        )
    return done.stdout.strip()


def _environment(url: str, home: Path, *, practice: bool) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CAREWRIGHT", "DATABASE"))}
    signing = {k: v for k, v in os.environ.items() if k.startswith("CAREWRIGHT_RECORD_")}
    return {
        **kept,
        **signing,
        OWNER_MARK: "1",
        "DATABASE_URL": url,
        "CAREWRIGHT_HOME": str(home),
        "CAREWRIGHT_MODE": "practice" if practice else "live",
        "CAREWRIGHT_SECRET": "only-for-a-rehearsal-that-is-thrown-away",
        "CAREWRIGHT_ALLOWED_HOSTS": "testserver",
        "CAREWRIGHT_HTTPS": "false",
    }
