"""`carewright start`: database, migrations, practice data, web server and worker, together."""

from __future__ import annotations

import fcntl
import socket
import sys
from pathlib import Path
from typing import IO

import typer


def start() -> None:
    """Start Carewright; with nothing set, as a practice installation on this machine."""
    from carewright.config.running import practice_unless_told, say
    from carewright.config.supervisor import StartFailed, Supervisor

    environment = practice_unless_told()
    lock = only_one_here(environment.home)
    require_free_port(environment.host, environment.port)
    try:
        Supervisor(environment).run()
    except StartFailed as failed:
        say(str(failed))
        raise typer.Exit(1) from None
    finally:
        lock.close()


def only_one_here(home: Path) -> IO[str]:
    """Holds the home folder for this process; ends with a sentence when another holds it."""
    lock = (home / "run.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        sys.exit(f"Carewright is already running from {home}. Stop it with Ctrl-C where it runs.")
    return lock


def require_free_port(host: str, port: int) -> None:
    """Ends with a sentence when another program listens on the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as problem:
            sys.exit(
                f"Port {port} on {host} cannot be used ({problem.strerror}). Stop the program that "
                f"uses it, or choose another port: CAREWRIGHT_PORT={port + 1} ./run"
            )
