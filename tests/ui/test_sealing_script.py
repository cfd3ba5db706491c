"""The script that seals bids is the one whose digest the docs publish."""

from __future__ import annotations

from carewright.ui import vendor
from tests.docs.pages import DOCS

SCRIPTS = ("seal.js", "vendor/libsodium.js", "vendor/libsodium-wrappers.js")


def test_the_docs_publish_the_digest_of_every_script_that_seals() -> None:
    page = (DOCS / "reference" / "sealing.md").read_text(encoding="utf-8")
    for name in SCRIPTS:
        assert f"| `{name}` | `{vendor.digest(vendor.PAGES.parent / name)}` |" in page, name
