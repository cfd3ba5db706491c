"""One envelope of every bid that stands is opened; what does not open is told with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import BinaryIO

from nacl.public import PrivateKey

from carewright_engine.sealing.envelope import Opened, unseal
from carewright_engine.sealing.gathering import Gathered
from carewright_engine.sealing.manifest import ManifestFile, SignedManifest
from carewright_engine.sealing.minutes import FileOpened, OpeningMinutes
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sending import require_sent
from carewright_engine.sealing.sheet import Envelope, LotSheet
from carewright_engine.sealing.standing import Standing

#: The sealed file with this digest, which can be read twice; None where nobody has it.
Find = Callable[[str], AbstractContextManager[BinaryIO] | None]
#: Where an opened file goes; leaving it by an exception throws away what was written.
Into = Callable[[SignedManifest, ManifestFile], AbstractContextManager[BinaryIO]]


def open_envelopes(
    sheet: LotSheet,
    envelope: Envelope,
    gathered: Gathered,
    standing: Standing,
    *,
    find: Find,
    into: Into,
    at: datetime,
) -> OpeningMinutes:
    """Opens the envelope of every bid that stands, and gives the minutes of it.

    A file that does not open stops no other. Refused as a whole only before the deadline.
    """
    early = [deadline for deadline in standing.deadlines if at < deadline]
    if early:
        raise Refused(f"The deadline, {early[-1]:%Y-%m-%d %H:%M %Z}, has not passed.")
    files = tuple(
        _outcome(manifest, file, gathered.key, find, into)
        for manifest, file in _files_of(envelope, standing)
    )
    return OpeningMinutes(
        tender=sheet.tender, lot=sheet.lot, sheet=sheet.fingerprint, envelope=envelope,
        opened_at=at, needed=sheet.needed, shares=gathered.accounts, bids=len(standing.bids),
        files=files, set_aside=standing.set_aside,
    )  # fmt: skip


def _files_of(
    envelope: Envelope, standing: Standing
) -> Iterator[tuple[SignedManifest, ManifestFile]]:
    for manifest in standing.bids:
        for file in manifest.body.files:
            if file.envelope == envelope:
                yield manifest, file


def _outcome(
    manifest: SignedManifest, file: ManifestFile, key: PrivateKey, find: Find, into: Into
) -> FileOpened:
    try:
        opened, why = _opened(manifest, file, key, find, into), ""
    except Refused as problem:
        opened, why = None, str(problem)
    return FileOpened(
        supplier=manifest.body.supplier, version=manifest.body.version,
        manifest=manifest.fingerprint, slot=file.slot, sealed=file.digest,
        name=opened.name if opened else None, size=opened.size if opened else None,
        content=opened.digest if opened else None, why_not=why,
    )  # fmt: skip


def _opened(
    manifest: SignedManifest, file: ManifestFile, key: PrivateKey, find: Find, into: Into
) -> Opened:
    found = find(file.digest)
    if found is None:
        raise Refused("The sealed file that the manifest names is not here.")
    with found as source, into(manifest, file) as sink:
        require_sent(source, manifest.body, file)
        source.seek(0)
        return unseal(source, sink, expected=manifest.body.binding(file), key=key)
