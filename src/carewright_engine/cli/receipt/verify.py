"""`carewright receipt verify`: a receipt held against the council's published key, offline."""

from __future__ import annotations

from pathlib import Path

import typer

from carewright_engine.cli.bid.reading import manifest_if
from carewright_engine.cli.sealed_files import read_from, the_key, told_plainly


def verify(
    file: Path = typer.Argument(exists=True, dir_okay=False, help="The receipt."),
    key: str = typer.Option(..., help="The council's public receipt key, or its file."),
    manifest: Path | None = typer.Option(
        None, exists=True, dir_okay=False, help="The manifest that it should be for."
    ),
) -> None:
    """Verify a receipt. Needs no network. Ends with 1 if it does not hold."""
    from nacl.signing import VerifyKey

    from carewright_engine.sealing.keys import key_text
    from carewright_engine.sealing.receipts import read_receipt, require_receipt_of

    with told_plainly():
        published = key_text(the_key(VerifyKey, key))
        with read_from(file) as content:
            receipt = read_receipt(content, published)
        if sent := manifest_if(manifest):
            require_receipt_of(receipt, sent)
    said = "in time" if receipt.verdict == "in_time" else "LATE"
    typer.echo(
        f"The receipt holds. {receipt.supplier}, lot {receipt.lot} of tender {receipt.tender}, "
        f"version {receipt.version} ({receipt.kind}), arrived {_shown(receipt.arrived_at)}, "
        f"{said}: the deadline was {_shown(receipt.deadline)}."
    )


def _shown(moment: object) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f %Z}"
