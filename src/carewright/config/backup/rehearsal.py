"""Uses a restored copy as people would: updates it, signs in, reads the record, opens files.

Run as a module on a copy that is thrown away afterwards. Anything that fails ends it with a
sentence and a status that is not zero.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date

import django
from django.core.management import call_command


def main() -> None:
    """Prints a line for each thing that was seen to work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    for line in _everything():
        print(line)


def _everything() -> Iterator[str]:
    from carewright.config.backup import trial

    yield trial.passwords_can_be_checked()
    yield trial.kept_files_are_there()
    yield trial.the_record_is_whole()
    yield trial.somebody_signs_in(on=date.today())  # noqa: DTZ011 - the day of the rehearsal


if __name__ == "__main__":
    try:
        main()
    except Exception as problem:
        sys.exit(f"{type(problem).__name__}: {problem}")
