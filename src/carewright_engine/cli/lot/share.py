"""`carewright lot share`: a holder unseals the share of one envelope, to give it."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.sealed_files import SHEET, the_key, the_sheet, told_plainly, write_new


def share(
    sheet: Path = SHEET,
    name: str = typer.Option(..., help="The holder's name as the sheet has it."),
    key: Path = typer.Option(..., exists=True, dir_okay=False, help="The holder's private key."),
    envelope: str = typer.Option(..., help="practice, qualification, quality or price."),
    out: Path = typer.Option(..., help="Receives the share: a secret until the opening."),
) -> None:
    """Unseal your share of one envelope, after all your shares were found right."""
    from nacl.public import PrivateKey

    from carewright_engine.sealing.dealing import shares_of
    from carewright_engine.sealing.refusing import Refused

    with told_plainly():
        of = the_sheet(sheet)
        shares = shares_of(of, name, the_key(PrivateKey, key))
        found = {str(each): share for each, share in shares.items()}.get(envelope)
        if found is None:
            raise Refused(f"Lot {of.lot} has no {envelope} envelope; it has {', '.join(shares)}.")
        write_new(out, found.written(), secret=True)
        typer.echo(f"Your {len(shares)} shares of lot {of.lot} are right.")
