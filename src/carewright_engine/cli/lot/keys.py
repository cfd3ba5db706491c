"""`carewright lot keys`: the keys of a lot are made, split and dealt to their holders."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from carewright_engine.cli.sealed_files import the_key, told_plainly, write_new

if TYPE_CHECKING:
    from carewright_engine.sealing.sheet import Holder, Slot

COLUMNS = ("slot", "envelope", "title", "required")


def keys(
    tender: str = typer.Option(..., help="Code of the tender: letters, digits, . _ -"),
    lot: str = typer.Option(..., help="Code of the lot."),
    slots: Path = typer.Option(
        ..., exists=True, dir_okay=False,
        help="CSV of the files of a bid: slot, envelope (qualification, quality or price), "
        "title, required (yes or no).",
    ),
    holder: list[str] = typer.Option(
        ..., help="ROLE,NAME,KEY once for each holder; role: council, legal, audit or hub; "
        "key: written out, or its file.",
    ),
    needed: int | None = typer.Option(
        None, help="How many holders open. Left out, of three holders: two."
    ),
    out: Path = typer.Option(..., help="Receives the lot sheet, which is published."),
) -> None:  # fmt: skip
    """Deal the keys of a lot, on a machine off the network. No private key is written down."""
    import secrets

    from carewright_engine.sealing.dealing import TWO_OF_THREE, deal_lot
    from carewright_engine.sealing.refusing import Refused

    with told_plainly():
        holders = [_holder(words) for words in holder]
        small, of = TWO_OF_THREE
        if needed is None and len(holders) != of:
            raise Refused("Say with --needed how many of the holders open the lot.")
        sheet = deal_lot(
            tender=tender, lot=lot, holders=holders, needed=needed or small,
            slots=_slots(slots), random_bytes=secrets.token_bytes,
        )  # fmt: skip
        write_new(out, sheet.written())
        typer.echo(
            f"Any {sheet.needed} of {len(holders)} open lot {lot}. Rehearse before you publish."
        )
        typer.echo(f"Publish the sheet with its digest: {sheet.fingerprint}")


def _holder(words: str) -> Holder:
    from nacl.public import PublicKey

    from carewright_engine.sealing.encoding import checked
    from carewright_engine.sealing.keys import key_text
    from carewright_engine.sealing.refusing import Refused
    from carewright_engine.sealing.sheet import Holder, Role

    role, name, given = (*[word.strip() for word in words.split(",", 2)], "", "")[:3]
    if role not in set(Role) or not given:
        raise Refused(f"--holder {words}: write ROLE,NAME,KEY; role one of {', '.join(Role)}.")
    public = key_text(the_key(PublicKey, given))
    return checked(Holder, f"Holder {name}", role=Role(role), name=name, key=public)


def _slots(file: Path) -> list[Slot]:
    from carewright_engine.sealing.refusing import Refused

    try:
        with file.open(newline="", encoding="utf-8-sig") as text:
            rows = csv.DictReader(text)
            if set(rows.fieldnames or ()) != set(COLUMNS):
                raise Refused(f"{file}: the columns must be {', '.join(COLUMNS)}.")
            return [_slot(row, f"{file}, line {rows.line_num}") for row in rows]
    except (UnicodeDecodeError, csv.Error) as problem:
        raise Refused(f"{file} cannot be read as CSV: {problem}.") from None


def _slot(row: dict[str, str], where: str) -> Slot:
    from carewright_engine.sealing.encoding import checked
    from carewright_engine.sealing.refusing import Refused
    from carewright_engine.sealing.sheet import Envelope, Slot

    if row["envelope"] not in set(Envelope) or row["required"] not in {"yes", "no"}:
        raise Refused(
            f"{where}: envelope is qualification, quality or price; required is yes or no."
        )
    return checked(
        Slot, f"{where}: the slot", slot=row["slot"], envelope=Envelope(row["envelope"]),
        title=row["title"], required=row["required"] == "yes",
    )  # fmt: skip
