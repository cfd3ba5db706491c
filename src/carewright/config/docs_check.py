"""Checks that what the docs say of the code is what the code says of itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

from carewright.config.environment_table import as_markdown
from carewright.config.running import REPOSITORY, practice_unless_told

DOCS = REPOSITORY / "docs"


def generated_pages() -> dict[Path, Callable[[], str]]:
    """Each generated page with the function that writes it. Django must be set up."""
    from carewright.config.docs.commands_page import commands_page
    from carewright.config.docs.kinds_page import kinds_page
    from carewright.config.docs.law_page import law_page
    from carewright.config.docs.layers_page import layers_page
    from carewright.config.docs.lifecycles_page import lifecycles_page
    from carewright.config.docs.methods_page import methods_page
    from carewright.config.docs.permissions_page import held_page, permissions_page
    from carewright.config.docs.price_formulas_page import price_formulas_page
    from carewright.config.docs.tables_page import tables_page

    reference = DOCS / "reference"
    return {
        DOCS / "law.md": law_page,
        reference / "cli.md": commands_page,
        reference / "kept.md": held_page,
        reference / "kinds.md": kinds_page,
        reference / "layers.md": layers_page,
        reference / "lifecycles.md": lifecycles_page,
        reference / "methods.md": methods_page,
        reference / "permissions.md": permissions_page,
        reference / "price-formulas.md": price_formulas_page,
        reference / "settings.md": settings_page,
        reference / "tables.md": tables_page,
    }


def settings_page() -> str:
    """The operator's page of settings."""
    return (
        "# Settings\n\nGiven in the environment. This page is written by `./run check --write`.\n\n"
        f"{as_markdown()}\n"
    )


def main(arguments: list[str]) -> int:
    """Compares each generated page with the file, or writes it when asked to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    practice_unless_told()
    django.setup()
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
