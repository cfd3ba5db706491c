"""Fills a practice installation: invented organisations, their people and their published files.

The files are written in publishers' own formats and come in through the readers that real ones
come in through. Each part is there whole or not at all, so a start that was broken off is carried
on with by the next.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol

from django.utils.timezone import now

from carewright.config import (
    practice_attest,
    practice_capacity,
    practice_contract,
    practice_correspond,
    practice_cost,
    practice_decide,
    practice_directions,
    practice_follow_up,
    practice_foresee,
    practice_govern,
    practice_import,
    practice_keep_to,
    practice_plan,
    practice_projection,
    practice_register,
    practice_uplift,
    practice_vary,
    practice_who,
)
from carewright.config.environment import Environment
from carewright.config.reading_here import read_here
from carewright.config.running import say
from carewright.config.whole import whole_or_not_at_all
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.tables.practice import write_practice


class Part(Protocol):
    """A part of the practice data: it brings in what is its own and missing."""

    #: Keyword-only `by` and `at`, as of every action.
    fill: Callable[..., None]


BY: Final = platform.Operator("Practice data")
MARK: Final = "practice-loaded"
#: Stages with something to show, lowest first; each brings in whatever of its own is missing.
STAGES: Final = (
    practice_who,
    practice_decide,
    practice_govern,
    practice_directions,
    practice_follow_up,
    practice_register,
    practice_capacity,
    practice_correspond,
    practice_foresee,
    practice_plan,
    practice_contract,
    practice_cost,
    practice_import,
    practice_keep_to,
    practice_uplift,
    practice_vary,
)


def fill(environment: Environment) -> None:
    """Brings in whatever of the practice data is missing."""
    platform.ensure_practice_officers(by=BY, at=now())
    for stage in STAGES:
        bring_part(stage)
    mark = environment.home / MARK
    database = hashlib.sha256(environment.database_url.encode()).hexdigest()
    if mark.exists() and mark.read_text() == database and register.anything_imported():
        return
    say("Making the practice region: three invented councils and their files")
    with tempfile.TemporaryDirectory(prefix="carewright-practice-") as folder:
        for file, owner in _owned(write_practice(Path(folder))):
            bring_in(file, owner)
    bring_part(practice_projection)  # once there are files to project from
    bring_part(practice_attest)  # last, as it seals what all the others did
    mark.write_text(database)


def bring_part(part: Part) -> None:
    """Brings in one part of the practice data: what fails midway leaves nothing behind."""
    with whole_or_not_at_all():
        part.fill(by=BY, at=now())


def _owned(files: tuple[Path, ...]) -> Iterator[tuple[Path, platform.Organisation | None]]:
    """Each file with the council whose own list it is, or None where everybody uses it."""
    councils = {each.slug: each for each in platform.organisations()}
    for file in files:
        yield file, councils.get(file.name.split("_services_")[0])


def bring_in(file: Path, owner: platform.Organisation | None) -> None:
    """Imports one file of the practice data, unless it was imported before."""
    organisation_id = owner.id if owner else None
    if register.is_imported(_digest(file), organisation_id=organisation_id):
        return
    with whole_or_not_at_all(), file.open("rb") as content:
        dataset_id = register.upload_file(
            name=file.name, content=content, organisation_id=organisation_id, by=BY, at=now()
        )
        register.read_dataset(dataset_id=dataset_id, by=BY, at=now(), reader=read_here)
        register.import_dataset(dataset_id=dataset_id, by=BY, at=now())


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
