"""What the record's events are about, named by whichever stage keeps it, as far as one may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate, now

from carewright.analyse import api as analyse
from carewright.attest.api import Named, Subject
from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.foresee import api as foresee
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Link
from carewright.uplift import api as uplift

Ids = Collection[UUID]
NamedThing = tuple[UUID, str]
"""The id of a thing with its reference and title."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of a kind: the act without which nobody sees them, their page, and their names."""

    act: Act
    route: str
    named: Callable[[Ids, platform.Officer], Iterator[NamedThing]]


def named(subjects: Collection[Subject], officer: platform.Officer) -> Named:
    """The subjects that the officer may see, each by its reference and with the way to it."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for kind, key in subjects:
        if kind in KINDS and platform.may(officer, KINDS[kind].act) and (found := _id(key)):
            wanted[kind].add(found)
    return {
        (kind, str(key)): Link(text, reverse(KINDS[kind].route, args=[key]))
        for kind, ids in wanted.items()
        for key, text in KINDS[kind].named(ids, officer)
    }


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def _papers(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in govern.papers_among(ids, seen_by=officer):
        yield each.id, f"{each.reference} {each.title}"


def _meetings(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in govern.meetings(seen_by=officer):
        if each.id in ids:
            yield each.id, f"{each.body}, {written_datetime(each.starts_at)}"


def _directions(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in govern.directions(seen_by=officer):
        if each.id in ids:
            yield each.id, f"{each.reference} {each.title}"


def _requests(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    among = decide.approvals(seen_by=officer).prefetch_related(None)
    for each in among.filter(pk__in=ids):
        yield each.pk, f"{decide.reference(each)} {each.title}"


def _agreements(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in contract.agreements(seen_by=officer).filter(pk__in=ids):
        yield each.pk, f"{each} {each.title}"


def _rounds(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in uplift.rounds(seen_by=officer).filter(pk__in=ids):
        yield each.pk, f"{each} {each.reason}"


def _actions(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in follow_up.actions(seen_by=officer, at=now()).filter(pk__in=ids):
        yield each.pk, f"{each} {each.action}"


def _plans(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in follow_up.plans(seen_by=officer, at=now()).filter(pk__in=ids):
        yield each.pk, each.title


def _scenarios(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in foresee.scenarios(seen_by=officer).filter(pk__in=ids):
        yield each.pk, each.name


def _projections(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for found in foresee.projections(seen_by=officer).filter(pk__in=ids):
        each = foresee.projection_row(found)
        yield each.id, f"{each.reference}, {each.called}"


def _analyses(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in analyse.runs(seen_by=officer).filter(pk__in=ids):
        yield each.pk, each.title


def _files(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in register.datasets(seen_by=officer).filter(pk__in=ids):
        yield each.pk, each.file_name


def _documents(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in platform.documents(seen_by=officer).filter(document_id__in=ids):
        yield each.document_id, each.name


def _officers(ids: Ids, officer: platform.Officer) -> Iterator[NamedThing]:
    for each in platform.officers_among(ids, on=localdate()):
        if each.organisation.id == officer.organisation.id:
            yield each.id, each.name


#: By the kinds of subjects that events name.
KINDS: Final = {
    "paper": Kind(Act.SEE_PAPERS, "govern:paper", _papers),
    "meeting": Kind(Act.SEE_PAPERS, "govern:meeting", _meetings),
    "direction": Kind(Act.SEE_DIRECTIONS, "govern:direction", _directions),
    "approval_request": Kind(Act.SEE_DECISIONS, "decide:request", _requests),
    "agreement": Kind(Act.SEE_AGREEMENTS, "contract:agreement", _agreements),
    "uplift_round": Kind(Act.SEE_UPLIFTS, "uplift:round", _rounds),
    "task": Kind(Act.SEE_ACTIONS, "follow_up:action", _actions),
    "plan": Kind(Act.SEE_ACTIONS, "follow_up:plan", _plans),
    "scenario": Kind(Act.SEE_SCENARIOS, "foresee:scenario", _scenarios),
    "projection": Kind(Act.SEE_PROJECTIONS, "foresee:projection", _projections),
    "analysis_run": Kind(Act.SEE_ANALYSIS, "analyse:run", _analyses),
    "dataset": Kind(Act.SEE_FACTS, "register:file", _files),
    "document": Kind(Act.SEE_DOCUMENT, "platform:document", _documents),
    "officer": Kind(Act.SEE_OFFICERS, "platform:officer", _officers),
}
