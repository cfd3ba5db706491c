"""Checks that what the docs say of the code is what the code says of itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from carewright.config.environment_table import as_markdown
from carewright.config.running import REPOSITORY

DOCS = REPOSITORY / "docs"


def generated_pages() -> dict[Path, Callable[[], str]]:
    """Each generated page with the function that writes it."""
    return {DOCS / "reference" / "settings.md": settings_page}


def settings_page() -> str:
    """The operator's page of settings."""
    return (
        "# Settings\n\nGiven in the environment. This page is written by `./run check --write`.\n\n"
        f"{as_markdown()}\n"
    )


def main(arguments: list[str]) -> int:
    """Compares each generated page with the file, or writes it when asked to."""
    stale = []
    for page, text in generated_pages().items():
        if "--write" in arguments:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text())
        elif not page.exists() or page.read_text() != text():
            stale.append(str(page.relative_to(REPOSITORY)))
    for name in stale:
        print(f"{name} is not what the code says; write it with: ./run check --write")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
