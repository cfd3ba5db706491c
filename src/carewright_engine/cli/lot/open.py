"""`carewright lot open`: holders' shares in, one envelope of every bid that stands out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from carewright_engine.cli.sealed_files import (
    SHEET,
    the_key,
    the_share,
    the_sheet,
    told_plainly,
    write_new,
)

if TYPE_CHECKING:
    from carewright_engine.sealing.manifest import ManifestFile, SignedManifest
    from carewright_engine.sealing.minutes import OpeningMinutes
    from carewright_engine.sealing.sheet import Envelope
    from carewright_engine.sealing.standing import Received


def open_bids(
    sheet: Path = SHEET,
    envelope: str = typer.Option(..., help="qualification, quality or price."),
    share: list[Path] = typer.Option(
        ..., exists=True, dir_okay=False, help="A holder's share; once for each."
    ),
    bids: Path = typer.Option(
        ..., exists=True, file_okay=False,
        help="Folder of bids: in each folder below it manifest.json, receipt.json and *.sealed.",
    ),
    receipt_key: str = typer.Option(..., help="The council's public receipt key, or its file."),
    out: Path = typer.Option(..., help="Receives a folder for each bid, and minutes.json."),
) -> None:  # fmt: skip
    """Open one envelope of every bid that stands, and write the minutes of it.

    Ends with 1 if any file did not open.
    """
    from nacl.signing import VerifyKey

    from carewright_engine.sealing.gathering import Given, gather
    from carewright_engine.sealing.keys import key_text
    from carewright_engine.sealing.opening import open_envelopes
    from carewright_engine.sealing.standing import standing_bids

    with told_plainly():
        now = datetime.now(UTC)
        lot, which = the_sheet(sheet), _envelope(envelope)
        key = key_text(the_key(VerifyKey, receipt_key))
        gathered = gather(lot, which, [Given(the_share(each), now) for each in share])
        standing = standing_bids(list(_received(bids)), lot, key)
        minutes = open_envelopes(
            lot, which, gathered, standing, find=_found_in(bids), into=_into(out), at=now
        )
        _name_as_bidders_did(minutes, out)
        write_new(out / "minutes.json", minutes.written())
    typer.echo(minutes.in_words())
    raise typer.Exit(1 if minutes.not_opened else 0)


def _envelope(given: str) -> Envelope:
    from carewright_engine.sealing.refusing import Refused
    from carewright_engine.sealing.sheet import Envelope

    if given not in set(Envelope):
        raise Refused(f"There is no envelope called {given}: one of {', '.join(Envelope)}.")
    return Envelope(given)


def _received(bids: Path) -> Iterator[Received]:
    from carewright_engine.sealing.standing import Received

    for manifest in sorted(bids.rglob("manifest.json")):
        receipt = manifest.with_name("receipt.json")
        yield Received(manifest.read_bytes(), receipt.read_bytes() if receipt.exists() else b"")


def _found_in(bids: Path) -> Callable[[str], AbstractContextManager[BinaryIO] | None]:
    from carewright_engine.sealing.envelope import digest_of

    by_digest = {}
    for file in sorted(bids.rglob("*.sealed")):
        with file.open("rb") as source:
            by_digest[digest_of(source).digest] = file

    def find(digest: str) -> AbstractContextManager[BinaryIO] | None:
        file = by_digest.get(digest)
        return file.open("rb") if file else None

    return find


def _into(
    out: Path,
) -> Callable[[SignedManifest, ManifestFile], AbstractContextManager[BinaryIO]]:
    @contextmanager
    def into(manifest: SignedManifest, file: ManifestFile) -> Iterator[BinaryIO]:
        folder = out / manifest.body.supplier
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{file.slot}.unfinished"
        try:
            with unfinished.open("xb") as sink:
                yield sink
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    return into


def _name_as_bidders_did(minutes: OpeningMinutes, out: Path) -> None:
    for file in minutes.files:
        if not file.why_not:
            folder = out / file.supplier
            (folder / f"{file.slot}.unfinished").rename(folder / f"{file.slot} {file.name}")
