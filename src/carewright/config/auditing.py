"""Looking over the record from the command line: which key, which witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from django.conf import settings
from django.utils.timezone import now

from carewright.attest import api as attest
from carewright.platform import api as platform


def look_over(files: Sequence[Path], key: str) -> attest.Verdict:
    """Verifies the record against the files given and whatever lies in the witness's folder."""
    public = attest.PublicKey.read(key) if key else attest.public_key()
    return attest.verify_record(
        key=public, witnessed=tuple(_witnessed(files)), by=platform.Operator(), at=now()
    )


def _witnessed(files: Sequence[Path]) -> Iterator[attest.Witnessed]:
    kept = list(files)
    if folder := settings.ENVIRONMENT.witness_folder:
        kept += sorted(Path(folder).glob("checkpoint-*.txt"))
    for file in kept:
        yield attest.Witnessed(str(file), file.read_text())
