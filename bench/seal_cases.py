"""One file is sealed for a lot, or opened, in a process of its own."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from nacl.public import PrivateKey

from bench import harness
from bench.harness import CACHE, Answer
from carewright_engine.sealing.envelope import digest_of, seal, unseal
from carewright_engine.sealing.framing import Binding
from carewright_engine.sealing.manifest import Manifest, ManifestFile
from carewright_engine.sealing.sending import require_sent
from carewright_engine.sealing.sheet import Envelope

BYTES: Final = 25_000_000
KEY: Final = PrivateKey(bytes(range(32)))
BINDING: Final = Binding(
    tender="bench", lot="one", supplier="Elm-Care", version=1, slot="method",
    envelope=Envelope.QUALITY,
)  # fmt: skip


def main() -> int:
    """Does what is asked, and prints one line about it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=sorted(WORK))
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    size = round(BYTES * asked.scale)
    folder = CACHE / "seal"
    folder.mkdir(parents=True, exist_ok=True)
    plain, sealed = folder / f"{size}.pdf", folder / f"{size}.sealed"
    if not plain.exists():
        plain.write_bytes(random.Random(size).randbytes(size))
    if not sealed.exists():
        seal_file(plain, sealed)
    harness.report_run(lambda: WORK[asked.what](plain, sealed))
    return 0


def seal_file(plain: Path, sealed: Path) -> Answer:
    """Seals from disk to disk; the same random bytes each time, as only the time is asked."""
    with plain.open("rb") as source, sealed.open("wb") as sink:
        found = seal(
            source, sink, name=plain.name, size=plain.stat().st_size, binding=BINDING,
            key=KEY.public_key, random_bytes=random.Random(1).randbytes,
        )  # fmt: skip
    return {"sealed_bytes": found.size, "plain_bytes": plain.stat().st_size}


def open_file(plain: Path, sealed: Path) -> Answer:
    """Opens from disk to disk as at an opening: held against its digest, then unsealed."""
    with sealed.open("rb") as source:
        said = digest_of(source)
    opened = plain.with_suffix(".opened")
    with sealed.open("rb") as source, opened.open("wb") as sink:
        require_sent(source, _manifest(said.digest, said.size), _file(said.digest, said.size))
        source.seek(0)
        found = unseal(source, sink, expected=BINDING, key=KEY)
    with plain.open("rb") as source:
        if digest_of(source).digest != found.digest:
            raise harness.AnswersDiffer("What was opened is not what was sealed.")
    return {"sealed_bytes": said.size, "plain_bytes": found.size}


def _file(digest: str, size: int) -> ManifestFile:
    return ManifestFile(
        slot=BINDING.slot, envelope=BINDING.envelope, version=1, digest=digest, size=size
    )


def _manifest(digest: str, size: int) -> Manifest:
    return Manifest.model_construct(
        tender=BINDING.tender, lot=BINDING.lot, supplier=BINDING.supplier,
        files=(_file(digest, size),),
    )  # fmt: skip


WORK: Final[Mapping[str, Callable[[Path, Path], Answer]]] = {"open": open_file, "seal": seal_file}


if __name__ == "__main__":
    raise SystemExit(main())
