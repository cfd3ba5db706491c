"""Holds an option against the criteria that all options share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.plan.actions.reach import draft_in_reach, record, refuse_if, touch
from carewright.plan.models import Judgement, SourcingDecision, Weighed
from carewright.plan.rules.deciding import Judged
from carewright.plan.rules.words import Criterion, Option
from carewright.platform import api as platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What is said of one option; money in whole pence a year, people who would change provider."""

    ruled_out: str = ""
    people_moving: int | None = None
    people_words: str = ""
    annual_pence: int | None = None
    judged: Mapping[Criterion, Judged] = field(default_factory=dict)
    keeps_people: bool = False  # the count stands: who weighs may not see it


@transaction.atomic(durable=True)
def weigh_option(
    *, decision_id: UUID, option: Option, said: Weighing, by: platform.Officer, at: datetime
) -> None:
    """Keeps what is said of an option, complete or not; what nobody answers is not assessed."""
    found = draft_in_reach(decision_id, by=by)
    refuse_if(
        said.people_moving is not None
        and found.people_supported is not None
        and said.people_moving > found.people_supported,
        "More people would change provider than are supported today", "people_moving",
    )  # fmt: skip
    _keep_whole(found, option, said, by, at)
    _keep_judgements(found, option, said, by, at)
    touch(found, by, at)
    found.save(update_fields=["touched_by_accounts", "changed_at"])
    record(
        "weigh_option", found, by=by, at=at, option=option.value, ruled_out=said.ruled_out.strip(),
        judged=sorted(each.value for each, judged in said.judged.items() if judged.says_something),
    )  # fmt: skip


def _keep_whole(
    found: SourcingDecision, option: Option, said: Weighing, by: platform.Officer, at: datetime
) -> None:
    kept: dict[str, object] = {
        "ruled_out": said.ruled_out.strip(), "people_words": said.people_words.strip(),
        "annual_pence": said.annual_pence, "added_by_name": by.name, "added_at": at,
    }  # fmt: skip
    if not said.keeps_people:
        kept["people_moving"] = said.people_moving
    Weighed.objects.update_or_create(
        decision=found, option=option.value,
        defaults=kept, create_defaults={**kept, "organisation_id": found.organisation_id},
    )  # fmt: skip


def _keep_judgements(
    found: SourcingDecision, option: Option, said: Weighing, by: platform.Officer, at: datetime
) -> None:
    """An answer that was taken back is not assessed again."""
    for criterion, judged in said.judged.items():
        which = {"decision": found, "option": option.value, "criterion": criterion.value}
        if not judged.says_something:
            Judgement.objects.filter(**which).delete()
            continue
        kept: dict[str, object] = {
            "leaning": judged.leaning.value if judged.leaning else "",
            "benefits": judged.benefits, "risks": judged.risks,
            "added_by_name": by.name, "added_at": at,
        }  # fmt: skip
        Judgement.objects.update_or_create(
            **which, defaults=kept,
            create_defaults={**kept, "organisation_id": found.organisation_id},
        )  # fmt: skip
