"""Whether a sealed file is the one that a manifest names, told without any key.

Whoever receives files checks them so at once, and again before they are opened: the bidder's
signature then covers every byte, and nobody can put another file of the same bidder in its place.
"""

from __future__ import annotations

from typing import BinaryIO

from carewright_engine.sealing.envelope import digest_of
from carewright_engine.sealing.framing import read_header, require_binding
from carewright_engine.sealing.manifest import Manifest, ManifestFile
from carewright_engine.sealing.refusing import Refused


def require_sent(source: BinaryIO, manifest: Manifest, file: ManifestFile) -> None:
    """Refuses a file whose beginning, size or digest is not what the manifest says.

    `source` stands at its beginning and can be gone back in.
    """
    header = read_header(source)
    require_binding(header.binding, manifest.binding(file))
    if header.file_size != file.size:
        raise Refused(
            f"The sealed file should have {header.file_size:,} bytes; "
            f"the manifest says {file.size:,}."
        )
    source.seek(0)
    found = digest_of(source)
    if found.size != file.size:
        raise Refused(
            f"The sealed file has {found.size:,} bytes, the manifest says {file.size:,}: "
            "it was cut off or added to. Send it again."
        )
    if found.digest != file.digest:
        raise Refused("The sealed file was changed since the manifest was signed. Send it again.")
