"""Where the signing key is kept: in the environment, or in a file of the home that only we read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from carewright.attest.rules.checkpoints import (
    BadNote,
    PublicKey,
    SigningKey,
    from_base64,
    in_base64,
)

FILE: Final = "record-key"


class KeyMissing(RuntimeError):
    """There is no key, or not the one that the record was sealed with."""


def key_file() -> Path:
    """Where the key is kept unless the environment gives it."""
    return Path(settings.ENVIRONMENT.home) / FILE


def signing_key(*, may_make: bool = False) -> SigningKey:
    """The installation's key. It is made only before anything is sealed: a lost one is not replaced
    in silence, as a new key could sign another past."""
    environment = settings.ENVIRONMENT
    written = environment.record_key or _kept(may_make=may_make)
    try:
        raw = from_base64(written)
        return SigningKey(environment.record_name, Ed25519PrivateKey.from_private_bytes(raw))
    except (BadNote, ValueError):
        raise KeyMissing(
            "The signing key of the record is not 32 bytes in base 64; see CAREWRIGHT_RECORD_KEY "
            f"or {key_file()}."
        ) from None


def public_key() -> PublicKey:
    """The half of the key that anybody may have."""
    return signing_key().public


def _kept(*, may_make: bool) -> str:
    file = key_file()
    if may_make and not file.exists():
        _make(file)
    try:
        return file.read_text().strip()
    except OSError:
        raise KeyMissing(
            f"The signing key {file} cannot be read. If the record has been sealed before, put "
            "the file back from the backup; nothing is sealed until then."
        ) from None


def _make(file: Path) -> None:
    """Writes a new key that nobody else may read; of two processes at once, one makes it."""
    draft = file.with_name(f"{FILE}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(in_base64(Ed25519PrivateKey.generate().private_bytes_raw()) + "\n")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
