"""Fetches other people's style, script and letters once, so that pages load nothing from outside.

    python -m carewright.ui.vendor

takes the packages named below with the ordinary npm client, strips what only one government's
own sites may use (its letters, its crest), and records a digest of every file beside it. Run it
to move to a new version, read the difference, run the tests, commit. Nothing else may change
these files: a test compares them with their digests.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "static" / "ui" / "vendor"
TESTS: Final = Path(__file__).parents[3] / "tests" / "journeys" / "vendor"
LEDGER: Final = "VENDORED.toml"

#: The only letters of the design system that we may not use, and what stands in for them.
RESTRICTED_LETTERS: Final = "GDS Transport,arial,sans-serif"
OUR_LETTERS: Final = 'var(--cw-font,"Atkinson Hyperlegible Next",arial,sans-serif)'


@dataclass(frozen=True)
class Package:
    """One package of the npm registry and the files that we keep of it, by their new name."""

    name: str
    version: str
    licence: str
    kept: Mapping[str, str]
    folder: Path = PAGES
    strip: frozenset[str] = field(default_factory=frozenset)


PACKAGES: Final = (
    Package(
        name="govuk-frontend",
        version="6.6.0",
        licence="MIT",
        kept={
            "govuk-frontend.css": "dist/govuk/govuk-frontend.min.css",
            "govuk-frontend.js": "dist/govuk/govuk-frontend.min.js",
        },
        strip=frozenset({"govuk-frontend.css", "govuk-frontend.js"}),
    ),
    Package(
        name="@fontsource/atkinson-hyperlegible-next",
        version="5.3.0",
        licence="OFL-1.1",
        kept={
            f"atkinson-hyperlegible-next-latin-{weight}.woff2": (
                f"files/atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
            )
            for weight in (400, 700)
        }
        | {"atkinson-hyperlegible-next-LICENCE.txt": "LICENSE"},
    ),
    Package(
        name="libsodium",
        version="0.8.4",
        licence="ISC",
        kept={"libsodium.js": "dist/modules/libsodium.js", "libsodium-LICENCE.txt": "LICENSE"},
    ),
    Package(
        name="libsodium-wrappers",
        version="0.8.4",
        licence="ISC",
        kept={
            "libsodium-wrappers.js": "dist/modules/libsodium-wrappers.js",
            "libsodium-wrappers-LICENCE.txt": "LICENSE",
        },
    ),
    Package(
        name="axe-core",
        version="4.14.1",
        licence="MPL-2.0",
        kept={"axe.min.js": "axe.min.js", "axe-LICENCE.txt": "LICENSE"},
        folder=TESTS,
    ),
)


def without_restricted_parts(text: str) -> str:
    """The design system without the letters and the crest that only its own sites may show."""
    text = re.sub(r"/\*![^*]*Margaret Calvert[^*]*\*/", "", text)
    text = re.sub(r"@font-face\{[^}]*\}", "", text)
    text = text.replace(RESTRICTED_LETTERS, OUR_LETTERS)
    text = re.sub(r"url\(/assets/images/[^)]*\)", "none", text)
    # The source map is not kept; a browser's tools would ask for it in vain.
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+", "", text)
    return text.strip() + "\n"


def digest(path: Path) -> str:
    """The file's SHA-256, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch(package: Package) -> None:
    """Puts the kept files of one package into its folder."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=scratch, check=True)  # noqa: S603, S607
        (archive,) = Path(scratch).glob("*.tgz")
        with tarfile.open(archive) as files:
            for ours, theirs in package.kept.items():
                member = files.extractfile(f"package/{theirs}")
                if member is None:
                    raise FileNotFoundError(f"{wanted} has no file {theirs}")
                _keep(package, ours, member.read())


def _keep(package: Package, name: str, content: bytes) -> None:
    if name in package.strip:
        content = without_restricted_parts(content.decode()).encode()
    package.folder.mkdir(parents=True, exist_ok=True)
    (package.folder / name).write_bytes(content)


def ledger(folder: Path) -> str:
    """What `folder` holds, as TOML: package, version, licence and a digest for each file."""
    lines = [f"# Written by {__name__ if __name__ != '__main__' else 'carewright.ui.vendor'}.\n"]
    for package in PACKAGES:
        if package.folder != folder:
            continue
        lines.append(f'\n["{package.name}"]\nversion = "{package.version}"\n')
        lines.append(f'licence = "{package.licence}"\n\n["{package.name}".sha256]\n')
        lines += [f'"{name}" = "{digest(folder / name)}"\n' for name in sorted(package.kept)]
    return "".join(lines)


def main() -> None:
    """Fetches every package and writes the ledger of each folder."""
    for package in PACKAGES:
        fetch(package)
    for folder in sorted({package.folder for package in PACKAGES}):
        (folder / LEDGER).write_text(ledger(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
