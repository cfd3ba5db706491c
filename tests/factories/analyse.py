"""Questions to the analysis, asked and answered; and a whole practice region to ask about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import transaction

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.questions import Question
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories.platform import NOW
from tests.factories.register import FIFE

AS_AT = date(2022, 3, 31)
FIFE_ITSELF = AreaRef("council", FIFE, "Fife", (FIFE,))


def question(**given: object) -> Question:
    """Care homes for older people in Fife, unless told otherwise."""
    wanted = {
        "area": FIFE_ITSELF, "as_at": AS_AT, "kind": "care_homes", "care_group": "older_people",
    }  # fmt: skip
    return Question(**{**wanted, **given})  # type: ignore[arg-type]


def asked(
    by: platform.Officer,
    about: Question | None = None,
    *,
    queue: Callable[[UUID, UUID], None] = lambda _run, _job: None,
) -> UUID:
    """A run that nobody works on unless `queue` says so."""
    return analyse.ask_for_analysis(
        question=about or question(), title="An analysis", queue=queue, by=by, at=NOW
    )


def answered(by: platform.Officer, about: Question | None = None) -> UUID:
    """A run with its answer."""
    run_id = asked(by, about)
    if not analyse.run(run_id, seen_by=by).answered:
        analyse.answer_analysis(run_id=run_id, by=by, at=NOW)
    return run_id


@dataclass(frozen=True)
class Region:
    """The practice region's files in the register, and officers who look at it."""

    elmshire: platform.Officer
    oakshire: platform.Officer
    board: platform.Officer

    def area(self, kind: str, name: str) -> AreaRef:
        """One of its areas by name."""
        found = analyse.areas(seen_by=self.elmshire)
        every = (*found.offered, *(each.area for each in found.localities))
        return next(area for area in every if area.name == name and area.kind == kind)


def region(published: tuple[Path, ...]) -> Region:
    """The whole region imported for everybody, each council's own list for itself."""
    codes = {"elmshire": "Elmshire", "oakshire": "Oakshire"}
    officers = {
        slug: make.commissioner(organisation=make.organisation(name=name, slug=slug))
        for slug, name in codes.items()
    }
    board = make.commissioner()
    for file in published:
        owner = officers.get(file.name.split("_services_")[0])
        if owner is not None:
            files.imported(owner, file)
        elif "_services_" not in file.name:
            files.imported(make.OPERATOR, file, shared=True)
    found = analyse.areas(seen_by=board)
    by_name = {area.name: area for area in found.offered if area.kind == "council"}
    for officer, name in zip(officers.values(), codes.values(), strict=True):
        kept = make.models.Organisation.objects.filter(pk=officer.organisation.id)
        kept.update(area_code=by_name[name].code)
    today = make.TODAY
    return Region(
        *(platform.officer(officer.id, on=today) for officer in officers.values()), board=board
    )


@contextmanager
def undone_afterwards() -> Iterator[None]:
    """Whatever the block writes to the database is gone after it; such blocks can be nested."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]
    block.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        block.__exit__(None, None, None)
