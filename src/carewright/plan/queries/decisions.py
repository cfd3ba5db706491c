"""Sourcing decisions of an officer's organisation, and those that partners share with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.govern.api import Assessment, Nation
from carewright.plan import rows
from carewright.plan.models import Ending, Evidence, SourcingDecision
from carewright.plan.queries.facts import facts_of, judged_of, options_of
from carewright.plan.rules.deciding import OptionFacts, missing, unanswered
from carewright.plan.rules.life import DecisionState, standing_of
from carewright.plan.rules.people import Count, counted
from carewright.plan.rules.words import EvidenceKind, Option, Step
from carewright.platform import api as platform
from carewright.platform.api import Act, OrganisationQuerySet, SharedKind

#: Under this kind and the decision's id approvals are asked for and found again.
SOURCING: Final = "sourcing_decision"
Part = TypeVar("Part", Ending, Evidence)
PARTS: Final = ("endings", "evidences", "weigheds", "judgements", "advices")


def near(officer: platform.Officer) -> OrganisationQuerySet[SourcingDecision]:
    """The organisation's own, and those that partners share with it."""
    return SourcingDecision.objects.within_reach_of(officer, SharedKind.SOURCING)


def sourcing_decisions(*, seen_by: platform.Officer, on: date) -> list[rows.Line]:
    """Every decision that the officer may see, the newest first, each of its versions."""
    own = seen_by.organisation.id
    found = near(seen_by).select_related("organisation").order_by("-number", "-version", "id")
    asked = _states_of_approvals(seen_by)
    return [
        rows.Line(
            id=each.pk, shared_by="" if each.organisation_id == own else each.organisation.name,
            number=each.number, version=each.version, reference=str(each), title=each.title,
            services=tuple(each.services), chosen=Option(each.chosen) if each.chosen else None,
            standing=standing_of(
                DecisionState(each.state), _told(each, asked, own), each.look_again_on, on
            ),
            starts_on=each.starts_on, look_again_on=each.look_again_on,
            written_by=each.written_by_name,
        )
        for each in found
    ]  # fmt: skip


def found_decisions(words: str, *, seen_by: platform.Officer, most: int) -> list[SourcingDecision]:
    """By their reference, as S-0007, or by likeness of their title."""
    return list(platform.likest(near(seen_by), words, "title", letter="S", most=most))


def sourcing_decision(decision_id: UUID, *, seen_by: platform.Officer) -> rows.Decision:
    """One of them with all that stands in it; a stranger's does not exist."""
    found = _one(decision_id, seen_by)
    return decision_row(found, asked_of(found, seen_by=seen_by), seen_by=seen_by)


def sourcing_decisions_that_say_compete(*, seen_by: platform.Officer) -> list[rows.Decision]:
    """Those that are approved, still count and say that care is competed for, the newest first.

    A decision whose approval members sent away, or two persons set aside, is not among them.
    """
    decided = near(seen_by).filter(
        state=DecisionState.DECIDED.value, chosen=Option.RETENDER.value
    )  # fmt: skip
    whole = decided.select_related("organisation").prefetch_related(*PARTS)
    asked, own = _states_of_approvals(seen_by), seen_by.organisation.id
    found = [
        decision_row(each, _told(each, asked, own), seen_by=seen_by)
        for each in whole.order_by("-number", "id")
    ]
    return [each for each in found if each.says_compete]


def what_is_open(decision_id: UUID, *, seen_by: platform.Officer, on: date) -> rows.Open:
    """What the paper still needs before anybody can be asked to approve it."""
    facts = facts_of(_one(decision_id, seen_by), on=on)
    return rows.Open(tuple(unanswered(facts, on=on)), missing(facts), facts.limits)


def versions_of(found: rows.Decision, *, seen_by: platform.Officer) -> list[tuple[UUID, str]]:
    """Every version under its number, the first first."""
    among = near(seen_by).filter(organisation_id=found.organisation_id, number=found.number)
    return [(each.pk, str(each)) for each in among.order_by("version")]


def asked_of(found: SourcingDecision, *, seen_by: platform.Officer) -> RequestState | None:
    """What became of the approval that was asked for last.

    A partner who may not see the request takes it for one that waits: nothing is changed meanwhile.
    """
    if found.request_id is None:
        return None
    try:
        return decide.state_of(found.request_id, seen_by=seen_by)
    except platform.NotFound:
        if found.organisation_id == seen_by.organisation.id:
            raise
        return RequestState.REQUESTED


def sees_counts(found: SourcingDecision, officer: platform.Officer) -> bool:
    """Whether small numbers are shown: to who may see people, and to who counted them."""
    hands = {found.written_by_account, *found.touched_by_accounts}
    return platform.may(officer, Act.SEE_PEOPLE) or officer.account_id in hands


def decision_row(
    found: SourcingDecision, asked: RequestState | None, *, seen_by: platform.Officer
) -> rows.Decision:
    """The whole decision as the officer may see it."""
    return rows.Decision(
        id=found.pk, organisation_id=found.organisation_id, organisation=found.organisation.name,
        partnership_id=found.partnership_id, number=found.number, version=found.version,
        reference=str(found), replaces_id=found.replaces_id, state=DecisionState(found.state),
        asked=asked, nation=Nation(found.nation), title=found.title,
        services=tuple(found.services), areas=found.areas, care_groups=tuple(found.care_groups),
        starts_on=found.starts_on, term_months=found.term_months,
        annual_pence=found.annual_pence,
        people_supported=counted(
            found.people_supported, sees_people=sees_counts(found, seen_by)
        ),
        is_new=found.is_new, needs=found.needs, views=found.views,
        alternatives=found.alternatives, rules_allow=found.rules_allow, ground=found.ground,
        ground_words=found.ground_words, ground_source=found.ground_source,
        ground_verified=found.ground_verified, ground_why=found.ground_why,
        chosen=Option(found.chosen) if found.chosen else None, answer=found.answer,
        look_again_on=found.look_again_on, look_again_task_id=found.look_again_task_id,
        written_by_account=found.written_by_account, written_by=found.written_by_name,
        written_at=found.written_at, changed_at=found.changed_at, request_id=found.request_id,
        without=tuple(found.without), without_reason=found.without_reason,
        approved_by=found.approved_by, decided_at=found.decided_at, ended_at=found.ended_at,
        ended_by=found.ended_by_name, ended_why=found.ended_why,
        aside_asked_by_account=found.aside_asked_by_account,
        aside_asked_by=found.aside_asked_by_name, aside_why=found.aside_why,
        endings=_endings(found, seen_by), evidence=_evidence(found),
        options=_options(found, seen_by), advice=_advice(found),
    )  # fmt: skip


def _one(decision_id: UUID, officer: platform.Officer) -> SourcingDecision:
    whole = near(officer).select_related("organisation").prefetch_related(*PARTS)
    found = whole.filter(pk=decision_id).first()
    if found is None:
        raise platform.NotFound("There is no such decision among those that you may see")
    return found


def _states_of_approvals(officer: platform.Officer) -> dict[UUID, str]:
    asked = decide.approvals(seen_by=officer).filter(subject_kind=SOURCING)
    return dict(asked.prefetch_related(None).values_list("id", "state"))


def _told(found: SourcingDecision, asked: dict[UUID, str], own: UUID) -> RequestState | None:
    if found.request_id is None:
        return None
    if found.request_id in asked:
        return RequestState(asked[found.request_id])
    return None if found.organisation_id == own else RequestState.REQUESTED


def _endings(found: SourcingDecision, officer: platform.Officer) -> tuple[rows.Ending, ...]:
    """What ends; where one number of people is held back, all are: they may add up to the whole."""
    shown, whole = sees_counts(found, officer), found.people_supported
    entries = _in_order(found.endings.all())
    counts = [counted(each.people, of=whole, sees_people=shown) for each in entries]
    if any(each.is_held_back for each in counts):
        counts = [Count(None, is_held_back=True)] * len(counts)
    return tuple(
        rows.Ending(
            each.pk, each.cited_id, each.reference, each.title, each.provider, each.last_day, count
        )
        for each, count in zip(entries, counts, strict=True)
    )


def _evidence(found: SourcingDecision) -> tuple[rows.Evidence, ...]:
    return tuple(
        rows.Evidence(
            each.pk, Step(each.step), EvidenceKind(each.kind), each.title, each.said,
            each.digest, each.link, each.added_by_name, each.added_at,
        )
        for each in _in_order(found.evidences.all())
    )  # fmt: skip


def _options(found: SourcingDecision, officer: platform.Officer) -> tuple[rows.OptionWeighed, ...]:
    said = {each.option: each for each in found.weigheds.all()}
    judged, facts = judged_of(found.judgements.all()), options_of(found)
    shown, whole = sees_counts(found, officer), found.people_supported
    return tuple(
        rows.OptionWeighed(
            option=each, judged=judged.get(each, {}),
            ruled_out=said[each].ruled_out if each in said else "",
            people_moving=counted(
                said[each].people_moving if each in said else None, of=whole, sees_people=shown
            ),
            people_words=said[each].people_words if each in said else "",
            annual_pence=said[each].annual_pence if each in said else None,
            is_assessed=facts.get(each, OptionFacts()).is_assessed,
        )
        for each in Option
    )  # fmt: skip


def _advice(found: SourcingDecision) -> tuple[Assessment, ...]:
    return tuple(
        Assessment(
            each.pk, each.code, each.author, each.written_on, each.finding, each.published,
            each.document_id, each.not_needed,
        )
        for each in sorted(found.advices.all(), key=lambda each: each.code)
    )  # fmt: skip


def _in_order(parts: Iterable[Part]) -> list[Part]:
    return sorted(parts, key=lambda each: (each.added_at, each.pk))
