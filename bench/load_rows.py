"""Fills an empty database with the large practice data, as `carewright practice` does."""

from __future__ import annotations

import argparse
import json


def main() -> None:
    """Migrate, fill, and print the counts."""
    import django
    from django.core.management import call_command

    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from carewright.config.large_practice import Size, fill

    print(json.dumps(fill(Size().share(asked.scale))))


if __name__ == "__main__":
    main()
