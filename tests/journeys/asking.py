"""Asks for approvals in a running practice installation, as whatever needs one would.

Run on its own beside the installation: `python -m tests.journeys.asking TITLE ACT PENCE`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from uuid import uuid4

from tests.running import Running


def asked(carewright: Running, title: str, act: str, *, pounds: int) -> None:
    """Isla Rowan of Elmshire asks for the approval that the council's scheme wants."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CAREWRIGHT", "DATABASE"))}
    subprocess.run(
        [sys.executable, "-m", "tests.journeys.asking", title, act, str(pounds * 100)],
        env={**kept, "CAREWRIGHT_HOME": str(carewright.home)}, check=True, timeout=120,
    )  # fmt: skip


def main(title: str, act: str, pence: str) -> None:
    """In a process of its own, as the tests' own database is another."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "carewright.config.settings"
    from carewright.config.running import database, practice_unless_told

    with database(practice_unless_told()):
        import django

        django.setup()
        _ask(title, act, int(pence))


def _ask(title: str, act: str, pence: int) -> None:
    from django.utils.timezone import now

    from carewright.decide import api as decide
    from carewright.platform import api as platform

    council, at = platform.organisation("elmshire"), now()
    with platform.acting_for(council.id):
        found = platform.officer_with("commissioner@elmshire.example", organisation_id=council.id)
        assert found is not None
        decide.request_approval(
            subject_kind="trial", subject_id=uuid4(), title=title, link="/decide/schemes/",
            act=decide.DecidedAct(act), annual_value_pence=pence, term_months=12,
            in_framework=False, people_affected=14, by=platform.officer(found, on=at.date()), at=at,
        )  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
