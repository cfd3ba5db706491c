"""The tables of an empty database laid out from one file, instead of step by step.

The file holds what all migrations end in. A new installation would otherwise take every step that
the tables ever took, and nearly all of a minute goes into picturing the models between two steps.
The file is used only where it was written of these very migrations, on a server of its version,
in a database without a table; everywhere else the steps are taken. `./run check` says when it is
stale or was edited by hand, and a test of the full run takes the steps and compares.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from carewright.config.backup.programs import SOMETHING_IS_HERE, run_on, version_of
from carewright.config.running import REPOSITORY

FILE: Final = Path(__file__).with_name("newest_tables.sql")
SOURCES: Final = REPOSITORY / "src" / "carewright"
#: Whatever writes tables beside the migrations themselves.
WRITERS: Final = (
    "platform/own_record_security.py", "platform/row_security.py", "platform/row_sharing.py",
    "platform/scope.py",
)  # fmt: skip
LIBRARIES: Final = ("Django", "django-allauth", "django-pgtrigger", "procrastinate")
#: Filled by Django whenever it has migrated.
FILLED_AFTERWARDS: Final = ("auth_permission", "django_content_type")

_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(hashtext('newest tables'))"
# Settings of the session that wrote, but for the two that the text needs, are left out; so are the
# commands that only psql knows.
_NOT_WANTED: Final = re.compile(r"^(--|\\|SET (?!check_function_bodies)|$)")
_PATHS: Final = ("set_config('search_path', '', false)", "set_config('search_path', '', true)")
_MARK: Final = re.compile(r"\$\w*\$")
_WHEN: Final = re.compile(r"'\d{4}-\d\d-\d\d [\d:.]+\+00'")


def lay_out(connection: BaseDatabaseWrapper) -> bool:
    """Gives an empty database its tables from the file; says whether it did."""
    from carewright.platform.api import CREATE_ROLE

    text = FILE.read_text() if FILE.exists() else ""
    connection.ensure_connection()
    reached = connection.connection
    if not text.startswith(heading(reached.info.server_version // 10_000)):
        return False
    with reached.transaction():
        reached.execute(_ONE_AT_A_TIME)
        if reached.execute(SOMETHING_IS_HERE).fetchone():
            return False
        reached.execute(CREATE_ROLE)
        reached.execute(text.encode())
    return True


def heading(server: int) -> str:
    """How the file begins: what it was written of, and for servers of which version."""
    return f"-- Written by ./run check --write, of {_digest()}, for PostgreSQL {server}"


def is_stale() -> bool:
    """Whether the migrations have changed since the file was written, or somebody edited it."""
    first, _, text = (FILE.read_text() if FILE.exists() else "").partition("\n")
    return _digest() not in first or not first.endswith(_as_written(text))


def written(url: str) -> str:
    """The file's text from a database that has just taken every step."""
    dump = run_on(
        url, "pg_dump", "--no-owner", "--no-comments", "--inserts",
        *(f"--exclude-table-data={name}" for name in FILLED_AFTERWARDS),
    )  # fmt: skip
    text = "\n".join(_wanted(dump)) + "\n"
    return f"{heading(version_of(url))}{_as_written(text)}\n{text}"


def _as_written(text: str) -> str:
    """How the first line ends: by a mark of the text below it, which an edit would break."""
    return f", text {hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _wanted(dump: str) -> Iterator[str]:
    """The dump for whoever owns the tables, at any time; the words of functions as they are."""
    function = ""  # the mark between which a function's own words stand
    for line in dump.splitlines():
        if function:
            function = "" if function in line else function
            yield line
            continue
        marks = _MARK.findall(line)
        function = marks[0] if len(marks) % 2 else ""
        if not _NOT_WANTED.match(line):
            yield _for_anybody(line)


def _for_anybody(line: str) -> str:
    if "INTO public.django_migrations" in line:
        return _WHEN.sub("now()", line)
    line = re.sub(r"^(ALTER DEFAULT PRIVILEGES) FOR ROLE \S+", r"\1", line)
    return re.sub(r"^SET ", "SET LOCAL ", line.replace(*_PATHS))


def _digest() -> str:
    sources = [*SOURCES.glob("*/migrations/*.py"), *(SOURCES / name for name in WRITERS)]
    found = hashlib.sha256()
    for path in sorted(sources):
        found.update(path.relative_to(SOURCES).as_posix().encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        found.update(f"{name} {version(name)}".encode())
    return found.hexdigest()[:16]
