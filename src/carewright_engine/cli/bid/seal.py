"""`carewright bid seal`: files in, sealed files and a signed manifest out. Needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from carewright_engine.cli.bid.reading import BEFORE, manifest_if
from carewright_engine.cli.sealed_files import SHEET, the_key, the_sheet, told_plainly, write_new

if TYPE_CHECKING:
    from carewright_engine.sealing.envelope import Sealed
    from carewright_engine.sealing.framing import Binding
    from carewright_engine.sealing.manifest import SignedManifest
    from carewright_engine.sealing.sheet import LotSheet


def seal(
    sheet: Path = SHEET,
    digest: str = typer.Option("", help="Digest of the sheet as the notice publishes it."),
    supplier: str = typer.Option(..., help="Your code, as the council knows you."),
    key: Path = typer.Option(..., exists=True, dir_okay=False, help="Your private signing key."),
    file: list[str] = typer.Option(..., help="SLOT=FILE, once for each slot."),
    replaces: Path | None = BEFORE,
    out: Path = typer.Option(..., help="Folder that receives the sealed bid; it must be new."),
) -> None:
    """Seal a bid. Send the sealed files any time, and manifest.json before the deadline."""
    from nacl.signing import SigningKey

    from carewright_engine.sealing.checking import faults
    from carewright_engine.sealing.manifest import submitted
    from carewright_engine.sealing.refusing import Refused

    with told_plainly():
        lot, before, files = the_sheet(sheet), manifest_if(replaces), _by_slot(file)
        signing = the_key(SigningKey, key)
        kept = {each.slot for each in before.body.files} if before else set()
        _require_ready(lot, digest, kept | set(files), out)
        sealed = {
            slot: _sealed(path, lot, _binding(lot, supplier, before, slot), out)
            for slot, path in files.items()
        }
        manifest = submitted(lot, supplier=supplier, files=sealed, key=signing, before=before)
        if found := faults(manifest.body, lot, before):
            raise Refused(" ".join(found))
        write_new(out / "manifest.json", manifest.written())
        typer.echo(
            f"{len(sealed)} files sealed for lot {lot.lot}, version {manifest.body.version}."
        )
        if not digest:
            typer.echo(f"Compare with the notice: digest of the lot sheet {lot.fingerprint}")
        typer.echo(f"Send *.sealed any time, and {out / 'manifest.json'} before the deadline.")


def _by_slot(given: list[str]) -> dict[str, Path]:
    from carewright_engine.sealing.refusing import Refused

    found: dict[str, Path] = {}
    for words in given:
        slot, _, path = words.partition("=")
        if not Path(path).is_file() or slot in found:
            why = "the slot is there twice" if slot in found else "there is no such file"
            raise Refused(f"--file {words}: {why}. Write SLOT=FILE once for each slot.")
        found[slot] = Path(path)
    return found


def _require_ready(sheet: LotSheet, digest: str, slots: set[str], out: Path) -> None:
    from carewright_engine.sealing.checking import completeness
    from carewright_engine.sealing.refusing import Refused

    if digest and digest != sheet.fingerprint:
        raise Refused(
            f"The sheet's digest is {sheet.fingerprint}, not the published one. "
            "Seal nothing for it: take the sheet from the notice, and tell the council."
        )
    for slot in slots:
        sheet.slot_called(slot)
    complete = completeness(sheet, slots)
    if complete.missing:
        raise Refused(complete.says)
    if out.exists():
        raise Refused(f"{out} is there already: name a new folder.")


def _binding(sheet: LotSheet, supplier: str, before: SignedManifest | None, slot: str) -> Binding:
    from carewright_engine.sealing.encoding import checked
    from carewright_engine.sealing.framing import Binding
    from carewright_engine.sealing.manifest import next_version

    return checked(
        Binding, "The bid", tender=sheet.tender, lot=sheet.lot, supplier=supplier,
        version=next_version(before), slot=slot,
        envelope=sheet.slot_called(slot).envelope,
    )  # fmt: skip


def _sealed(path: Path, sheet: LotSheet, binding: Binding, out: Path) -> Sealed:
    import secrets

    from carewright_engine.sealing.envelope import seal as seal_file

    out.mkdir(parents=True, exist_ok=True)
    with path.open("rb") as source, (out / f"{binding.slot}.sealed").open("xb") as sink:
        return seal_file(
            source, sink, name=path.name, size=path.stat().st_size, binding=binding,
            key=sheet.sealing_key(binding.envelope), random_bytes=secrets.token_bytes,
        )  # fmt: skip
