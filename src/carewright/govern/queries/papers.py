"""Papers of an officer's organisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Func, Q, QuerySet, When

from carewright.decide import api as decide
from carewright.govern import models, rows
from carewright.govern.rules.assessments import wanted
from carewright.govern.rules.consulting import Consulted
from carewright.govern.rules.life_of_a_paper import OPEN_TO_CHANGE, PaperState, followed
from carewright.govern.rules.nations import Nation
from carewright.platform import api as platform
from carewright.platform.api import SharedKind
from carewright.ui.formats import in_london

#: Under this kind and the paper's id approvals are asked for and found again.
PAPER: Final = "paper"
#: As the model declares it, so that the types know it of every paper that a list asks for.
BECAME: Final = "became_of_it"


def near(officer: platform.Officer) -> platform.OrganisationQuerySet[models.Paper]:
    """The organisation's own papers, and those that partners share with it."""
    return models.Paper.objects.within_reach_of(officer, SharedKind.PAPER)


def papers(*, seen_by: platform.Officer) -> list[rows.PaperLine]:
    """Every paper of the organisation and those shared with it, the newest first."""
    return _lines(near(seen_by).order_by("-number", "id"), seen_by)


def _with_what_became(found: QuerySet[models.Paper], own: UUID) -> QuerySet[models.Paper]:
    """Partners' papers with the state of an approval that they may keep to themselves."""
    asked = Func(F("pk"), function="govern_became_of", output_field=CharField())
    theirs = Case(When(~Q(organisation_id=own), then=asked))
    return found.select_related("organisation").annotate(**{BECAME: theirs})


def _lines(found: QuerySet[models.Paper], seen_by: platform.Officer) -> list[rows.PaperLine]:
    asked = decide.approvals(seen_by=seen_by).filter(subject_kind=PAPER).prefetch_related(None)
    held = Count("holds", filter=Q(holds__isnull=False, holds__released_at=None))
    stands: dict[UUID | None, tuple[str | None, int]] = {
        key: (state, holds)
        for key, state, holds in asked.annotate(held=held).values_list("id", "state", "held")
    }
    own = seen_by.organisation.id
    return [
        paper_line(
            each, *stands.get(each.request_id, (each.became_of_it, 0)),
            shared_by="" if each.organisation_id == own else each.organisation.name,
        )
        for each in _with_what_became(found, own)
    ]  # fmt: skip


def papers_among(ids: Collection[UUID], *, seen_by: platform.Officer) -> list[rows.PaperLine]:
    """Those of the papers that the officer may see."""
    return _lines(near(seen_by).filter(pk__in=ids), seen_by)


def found_papers(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.PaperLine]:
    """Papers by their reference, as P-0007, or by likeness of their title."""
    likest = platform.likest(near(seen_by), words, "title", letter="P", most=most)
    return _lines(likest, seen_by)


def paper(paper_id: UUID, *, seen_by: platform.Officer, on: date) -> rows.Paper:
    """One paper with all that stands in it; what is still missing is judged by the day."""
    found = near(seen_by).select_related("organisation").filter(pk=paper_id).first()
    if found is None:
        raise platform.NotFound("There is no such paper among those that you may see")
    return paper_row(found, on=on, seen_by=seen_by)


def request_state(found: models.Paper, *, seen_by: platform.Officer) -> decide.RequestState | None:
    """What has become of the approval that the paper asked for last.

    A partner may share the paper and keep the request for approval to itself; its state is then
    all that is told of it.
    """
    if found.request_id is None:
        return None
    try:
        return decide.state_of(found.request_id, seen_by=seen_by)
    except platform.NotFound:
        if found.organisation_id == seen_by.organisation.id:
            raise
        own = seen_by.organisation.id
        told = _with_what_became(models.Paper.objects.filter(pk=found.pk), own).get()
        return decide.RequestState(told.became_of_it) if told.became_of_it else None


def paper_line(
    found: models.Paper, request: str | None, holds: int, *, shared_by: str
) -> rows.PaperLine:
    """The paper as a line of a list."""
    return rows.PaperLine(
        id=found.pk, shared_by=shared_by, reference=found.reference, title=found.title,
        act=found.act,
        state=followed(
            PaperState(found.state), decide.RequestState(request) if request else None
        ),
        annual_value_pence=found.annual_value_pence, people_affected=found.people_affected,
        begun_by=found.begun_by_name,
        changed_at=found.changed_at, sent_at=found.sent_at, held=bool(holds),
    )  # fmt: skip


def paper_row(found: models.Paper, *, on: date, seen_by: platform.Officer) -> rows.Paper:
    """The whole paper; once it is sent on, the day on which that happened counts."""
    nation = Nation(found.nation)
    state = followed(PaperState(found.state), request_state(found, seen_by=seen_by))
    sent = found.sent_at and state not in OPEN_TO_CHANGE
    day = in_london(found.sent_at).date() if sent and found.sent_at else on
    return rows.Paper(
        id=found.pk, organisation_id=found.organisation_id, organisation=found.organisation.name,
        partnership_id=found.partnership_id, reference=found.reference, state=state,
        nation=nation, act=found.act,
        title=found.title, summary=found.summary, proposal=found.proposal,
        recommendation=found.recommendation, contact=found.contact,
        annual_value_pence=found.annual_value_pence, term_months=found.term_months,
        in_framework=found.in_framework, people_affected=found.people_affected,
        how_affected=found.how_affected, options=found.options, contrary=found.contrary,
        provision=found.provision, final_decision=found.final_decision,
        next_steps=found.next_steps, begun_by_id=found.begun_by_id, begun_by=found.begun_by_name,
        begun_at=found.begun_at, changed_at=found.changed_at, request_id=found.request_id,
        sent_by_id=found.sent_by_id, sent_by=found.sent_by_name, sent_at=found.sent_at,
        without=tuple(found.without), without_reason=found.without_reason,
        withdrawn_reason=found.withdrawn_reason,
        consultations=_consultations(found), background=_background(found),
        assessments=_assessments(found), wanted=wanted(nation, on=day),
    )  # fmt: skip


def _consultations(found: models.Paper) -> tuple[rows.Consultation, ...]:
    asked = found.consultations.order_by("on", "added_at", "id")
    return tuple(
        rows.Consultation(
            each.pk, Consulted(each.whom), each.name, each.how, each.on, each.said,
            each.added_by_name,
        )
        for each in asked
    )  # fmt: skip


def _background(found: models.Paper) -> tuple[rows.BackgroundPaper, ...]:
    return tuple(
        rows.BackgroundPaper(each.pk, each.title, each.link, each.document_id)
        for each in found.background.order_by("added_at", "id")
    )


def _assessments(found: models.Paper) -> tuple[rows.Assessment, ...]:
    return tuple(
        rows.Assessment(
            each.pk, each.code, each.author, each.written_on, each.finding, each.published,
            each.document_id, each.not_needed,
        )
        for each in found.assessments.order_by("code")
    )  # fmt: skip
