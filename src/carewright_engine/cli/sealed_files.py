"""What the commands about sealed bids share: files read and written, refusals told plainly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from carewright_engine.sealing.keys import K
    from carewright_engine.sealing.shares import Share
    from carewright_engine.sealing.sheet import LotSheet

T = TypeVar("T")

SHEET = typer.Option(..., "--sheet", exists=True, dir_okay=False, help="The lot sheet.")


@contextmanager
def told_plainly() -> Iterator[None]:
    """A refusal ends the command with its words and 1, never with a traceback."""
    from carewright_engine.sealing.refusing import Refused

    try:
        yield
    except (Refused, OSError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None


@contextmanager
def read_from(file: Path) -> Iterator[bytes]:
    """What a file holds; a refusal of it names the file."""
    from carewright_engine.sealing.encoding import MOST_DOCUMENT_BYTES
    from carewright_engine.sealing.refusing import Refused

    with file.open("rb") as opened:
        content = opened.read(MOST_DOCUMENT_BYTES + 1)
    try:
        yield content
    except Refused as problem:
        raise Refused(f"{file}: {problem}") from None


def the_sheet(file: Path) -> LotSheet:
    """The lot sheet in a file."""
    from carewright_engine.sealing.encoding import read_document
    from carewright_engine.sealing.sheet import LotSheet

    with read_from(file) as content:
        return read_document(LotSheet, content, "The lot sheet")


def the_share(file: Path) -> Share:
    """The share in a file."""
    from carewright_engine.sealing.encoding import read_document
    from carewright_engine.sealing.shares import Share

    with read_from(file) as content:
        return read_document(Share, content, "The share")


def the_key(kind: type[K], given: str | Path) -> K:
    """A key, written out or in a file."""
    from carewright_engine.sealing.keys import KINDS, read_key

    begins = str(given).split(":", 1)[0]
    if begins in KINDS.values():
        return read_key(kind, str(given))
    with read_from(Path(given)) as content:
        return read_key(kind, content.decode("ascii", errors="replace"))


def write_new(file: Path, content: bytes, *, secret: bool = False) -> None:
    """Writes a file that is not there yet; a secret one can be read by its owner alone."""
    from carewright_engine.sealing.refusing import Refused

    file.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        opened = os.open(file, flags, 0o600 if secret else 0o644)
    except FileExistsError:
        raise Refused(f"{file} is there already and is left as it is: name another.") from None
    with os.fdopen(opened, "wb") as sink:
        sink.write(content)


def write_key_pair(file: Path, *, signs: bool) -> None:
    """Writes a new private key, and its public half beside it, and prints the public half."""
    import secrets

    from carewright_engine.sealing.keys import key_text, new_opening_key, new_signing_key

    if signs:
        signing = new_signing_key(secrets.token_bytes)
        private, public = key_text(signing), key_text(signing.verify_key)
    else:
        opening = new_opening_key(secrets.token_bytes)
        private, public = key_text(opening), key_text(opening.public_key)
    write_new(file, f"{private}\n".encode(), secret=True)
    write_new(file.with_name(file.name + ".pub"), f"{public}\n".encode())
    typer.echo(public)
