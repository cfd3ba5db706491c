"""What the record's events are about, named by whichever stage keeps it, as far as one may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from django.utils.timezone import localdate, now

from carewright.analyse import api as analyse
from carewright.attest.api import Named, Subject
from carewright.correspond import api as correspond
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.foresee import api as foresee
from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.platform import api as platform
from carewright.platform.api import Act, DocumentKind
from carewright.register import api as register
from carewright.ui.formats import written_datetime
from carewright.web.naming import Ids, Kind, Thing, named_by
from carewright.web.subjects_of_agreements import KINDS_OF_AGREEMENTS


def named(subjects: Collection[Subject], officer: platform.Officer) -> Named:
    """The subjects that the officer may see, each by its reference and with the way to it."""
    return named_by(KINDS, subjects, officer)


def _papers(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in govern.papers_among(ids, seen_by=officer):
        yield Thing(each.id, f"{each.reference} {each.title}")


def _meetings(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in govern.meetings(seen_by=officer):
        if each.id in ids:
            yield Thing(each.id, f"{each.body}, {written_datetime(each.starts_at)}")


def _directions(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in govern.directions(seen_by=officer):
        if each.id in ids:
            yield Thing(each.id, f"{each.reference} {each.title}")


def _requests(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    among = decide.approvals(seen_by=officer).prefetch_related(None)
    for each in among.filter(pk__in=ids):
        yield Thing(each.pk, f"{decide.reference(each)} {each.title}")


def _actions(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in follow_up.actions(seen_by=officer, at=now()).filter(pk__in=ids):
        yield Thing(each.pk, f"{each} {each.action}")


def _plans(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in follow_up.plans(seen_by=officer, at=now()).filter(pk__in=ids):
        yield Thing(each.pk, each.title)


def _scenarios(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in foresee.scenarios(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.name)


def _projections(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for found in foresee.projections(seen_by=officer).filter(pk__in=ids):
        each = foresee.projection_row(found)
        yield Thing(each.id, f"{each.reference}, {each.called}")


def _sourcing(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in plan.near(officer).filter(pk__in=ids):
        yield Thing(each.pk, f"{each} {each.title}")


def _analyses(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in analyse.runs(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.title)


def _files(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in register.datasets(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.file_name)


def _documents(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in platform.documents(seen_by=officer).filter(document_id__in=ids):
        kind = DocumentKind(each.document.kind)
        # A letter is told from the file that somebody gave, whose name may be much the same.
        made = kind in (DocumentKind.LETTER, DocumentKind.REPORT)
        yield Thing(each.document_id, f"{kind.label}: {each.name}" if made else each.name)


def _schemes(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in decide.schemes(seen_by=officer):
        if each.id in ids:
            yield Thing(each.id, f"Version {each.version}, {each.file_name}")


def _reviews(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in follow_up.reviews(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.title)


def _people(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    """By the reference that stands for the person everywhere: the record names nobody."""
    for each in register.people(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.reference)


def _templates(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in correspond.templates(seen_by=officer).filter(pk__in=ids):
        yield Thing(each.pk, each.name)


def _teams(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in platform.teams(seen_by=officer):
        if each.id in ids:
            yield Thing(each.id, each.name)


def _partnerships(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in platform.partnerships(seen_by=officer):
        if each.id in ids:
            yield Thing(each.id, each.name)


def _officers(ids: Ids, officer: platform.Officer) -> Iterator[Thing]:
    for each in platform.officers_among(ids, on=localdate()):
        if each.organisation.id == officer.organisation.id:
            yield Thing(each.id, each.name)


#: By the kinds of subjects that events name.
KINDS: Final = {
    "paper": Kind(Act.SEE_PAPERS, "govern:paper", _papers),
    "meeting": Kind(Act.SEE_PAPERS, "govern:meeting", _meetings),
    "direction": Kind(Act.SEE_DIRECTIONS, "govern:direction", _directions),
    "approval_request": Kind(Act.SEE_DECISIONS, "decide:request", _requests),
    "task": Kind(Act.SEE_ACTIONS, "follow_up:action", _actions),
    "plan": Kind(Act.SEE_ACTIONS, "follow_up:plan", _plans),
    "scenario": Kind(Act.SEE_SCENARIOS, "foresee:scenario", _scenarios),
    "projection": Kind(Act.SEE_PROJECTIONS, "foresee:projection", _projections),
    plan.SOURCING: Kind(Act.SEE_SOURCING, "plan:decision", _sourcing),
    "analysis_run": Kind(Act.SEE_ANALYSIS, "analyse:run", _analyses),
    "dataset": Kind(Act.SEE_FACTS, "register:file", _files),
    "scheme_of_delegation": Kind(Act.SEE_DECISIONS, "decide:scheme", _schemes),
    "review": Kind(Act.SEE_ACTIONS, "follow_up:review", _reviews),
    "person": Kind(Act.SEE_PEOPLE, "register:person", _people),
    "letter_template": Kind(Act.SEE_TEMPLATES, "correspond:template", _templates),
    "team": Kind(Act.SEE_TEAMS, "platform:team", _teams),
    "partnership": Kind(Act.SEE_PARTNERSHIP, "platform:partnership", _partnerships),
    "document": Kind(Act.SEE_DOCUMENT, "platform:document", _documents),
    "officer": Kind(Act.SEE_OFFICERS, "platform:officer", _officers),
    **KINDS_OF_AGREEMENTS,
}
