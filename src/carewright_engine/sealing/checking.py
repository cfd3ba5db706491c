"""Whether a bid could be submitted now, told from its manifest alone; reasons, not yes or no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from carewright_engine.sealing.manifest import Kind, Manifest, ManifestFile, SignedManifest
from carewright_engine.sealing.sheet import LotSheet, Slot


@dataclass(frozen=True, slots=True)
class Completeness:
    """Which slots that are required have no file yet."""

    missing: tuple[Slot, ...]

    @property
    def says(self) -> str:
        """For the bidder."""
        if not self.missing:
            return "You could submit now: every slot that is required has a file."
        listed = "; ".join(f"{slot.title} ({slot.slot})" for slot in self.missing)
        return f"You could not submit yet. Missing: {listed}."


def completeness(sheet: LotSheet, filled: Collection[str]) -> Completeness:
    """What is missing when these slots have a file."""
    return Completeness(
        tuple(slot for slot in sheet.slots if slot.required and slot.slot not in filled)
    )


def faults(
    manifest: Manifest, sheet: LotSheet, before: SignedManifest | None = None
) -> tuple[str, ...]:
    """All reasons why the manifest is no bid for this lot; `before` is the bid that stands now."""
    return (
        *_of_the_lot(manifest, sheet),
        *_of_what_it_replaces(manifest, before),
        *(_of_withdrawing(manifest, before) if manifest.kind == Kind.WITHDRAW else ()),
        *(_of_files(manifest, sheet) if manifest.kind == Kind.SUBMIT else ()),
    )


def _of_the_lot(manifest: Manifest, sheet: LotSheet) -> Iterator[str]:
    if (manifest.tender, manifest.lot) != (sheet.tender, sheet.lot):
        yield (
            f"The manifest is for lot {manifest.lot} of tender {manifest.tender}; this is lot "
            f"{sheet.lot} of tender {sheet.tender}."
        )
    elif manifest.sheet != sheet.fingerprint:
        yield (
            "The lot sheet was changed since the manifest was signed: take the published sheet, "
            "look at what changed, and sign again."
        )


def _of_what_it_replaces(manifest: Manifest, before: SignedManifest | None) -> Iterator[str]:
    if before is None:
        if manifest.version != 1 or manifest.replaces is not None:
            yield "The manifest replaces a bid that is not here: the first bid is version 1."
        return
    body = before.body
    if manifest.supplier != body.supplier:
        yield f"The manifest is of {manifest.supplier}; the bid before is of {body.supplier}."
    if manifest.key != body.key:
        yield "The manifest is signed with another key than the bid before: use the same key."
    if manifest.replaces != before.fingerprint or manifest.version != body.version + 1:
        yield (
            f"The manifest does not replace the bid that stands, version {body.version}: "
            "make it from that bid's manifest."
        )


def _of_withdrawing(manifest: Manifest, before: SignedManifest | None) -> Iterator[str]:
    if manifest.files:
        yield "A manifest that withdraws a bid names no files."
    if before is None or before.body.kind == Kind.WITHDRAW:
        yield "There is no bid to withdraw."


def _of_files(manifest: Manifest, sheet: LotSheet) -> Iterator[str]:
    slots = {slot.slot: slot for slot in sheet.slots}
    for code, times in Counter(file.slot for file in manifest.files).items():
        if times > 1:
            yield f"Slot {code} has {times} files; a slot takes one."
    for file in manifest.files:
        yield from _of_file(file, manifest, slots.get(file.slot))
    missing = completeness(sheet, {file.slot for file in manifest.files})
    if missing.missing:
        yield missing.says


def _of_file(file: ManifestFile, manifest: Manifest, slot: Slot | None) -> Iterator[str]:
    if slot is None:
        yield f"There is no slot called {file.slot} in this lot."
    elif slot.envelope != file.envelope:
        yield f"Slot {file.slot} belongs to the {slot.envelope} envelope, not {file.envelope}."
    if file.version > manifest.version:
        yield f"Slot {file.slot} was sealed for version {file.version}, which is yet to come."
