"""What anybody would do at an opening, with what a server holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from typing import BinaryIO

from carewright_engine.sealing.gathering import Gathered, Given, gather
from carewright_engine.sealing.manifest import ManifestFile, SignedManifest
from carewright_engine.sealing.minutes import OpeningMinutes
from carewright_engine.sealing.opening import open_envelopes
from carewright_engine.sealing.sheet import Envelope, LotSheet
from carewright_engine.sealing.standing import Received, standing_bids
from tests.engine.sealing.lots import AFTER, COUNCIL_KEY, all_shares

Contents = dict[tuple[str, str], bytes]


def the_key(sheet: LotSheet, envelope: Envelope) -> Gathered:
    given = [Given(share, AFTER) for share in all_shares(sheet, envelope)]
    return gather(sheet, envelope, given)


def open_all(
    sheet: LotSheet,
    envelope: Envelope,
    manifests: Sequence[Received],
    held: Mapping[str, bytes],
    gathered: Gathered | None = None,
) -> tuple[OpeningMinutes, Contents]:
    """The minutes, and what was opened by supplier and slot."""
    contents: Contents = {}

    def find(digest: str) -> AbstractContextManager[BinaryIO] | None:
        return BytesIO(held[digest]) if digest in held else None

    @contextmanager
    def into(manifest: SignedManifest, file: ManifestFile) -> Iterator[BinaryIO]:
        sink = BytesIO()
        yield sink
        contents[manifest.body.supplier, file.slot] = sink.getvalue()

    minutes = open_envelopes(
        sheet, envelope, gathered or the_key(sheet, envelope),
        standing_bids(manifests, sheet, COUNCIL_KEY), find=find, into=into, at=AFTER,
    )  # fmt: skip
    return minutes, contents
