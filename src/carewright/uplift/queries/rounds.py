"""Rounds: for lists, one with all that its page shows, and its lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Sum, When
from django.db.models.functions import Coalesce

from carewright.contract.api import Unit
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.uplift import models, rows
from carewright.uplift.queries.answers import heard
from carewright.uplift.queries.level import level
from carewright.uplift.queries.lines import lines_seen_by, sees_placements
from carewright.uplift.queries.providers import providers_of
from carewright.uplift.rules.level import Level
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright.uplift.rules.round_rule import from_plain
from carewright.uplift.rules.words import ReadState
from carewright_engine.costing.spread import FEWEST
from carewright_engine.costing.uplift import Drawn


def rounds(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.UpliftRound]:
    """Every round of the officer's organisation, for a list page.

    `effect_shown` is what each costs in a year as far as the officer may see it; null: not
    previewed.
    """
    own = models.UpliftRound.objects.for_organisation(seen_by.organisation.id)
    whole, part = F("figures__effect"), F("figures__open_to_all__effect")
    told_apart = When(figures__has_key="placements", then=Coalesce(part, whole))
    return own.annotate(effect_shown=whole if sees_placements(seen_by) else Case(told_apart))


def uplift_round(round_id: UUID, *, seen_by: platform.Officer) -> rows.Round:
    """One round; a stranger's does not exist.

    Whoever may not see people sees it without the prices of one person each: not in a provider's
    figures, not in a total, not in what a reader worked out.
    """
    return round_row(found_round(round_id, seen_by=seen_by), everything=sees_placements(seen_by))


def found_round(round_id: UUID, *, seen_by: platform.Officer) -> models.UpliftRound:
    """The round itself."""
    own = models.UpliftRound.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(pk=round_id).first()
    if found is None:
        raise platform.NotFound("There is no such round that you may see")
    return found


def lines_of(
    round_id: UUID, *, seen_by: platform.Officer
) -> OrganisationQuerySet[models.UpliftLine]:
    """The lines in their order; one person's placement only for those who may see people."""
    found = found_round(round_id, seen_by=seen_by)
    return lines_seen_by(seen_by).filter(round=found).order_by("place")


def asked_at(round_id: UUID, *, on: date, seen_by: platform.Officer) -> Level:
    """At which figure the scheme of the day is asked who approves the round."""
    return level(found_round(round_id, seen_by=seen_by), on=on, seen_by=seen_by)


def providers_assessed(round_id: UUID, *, seen_by: platform.Officer) -> frozenset[str]:
    """The keys of providers of whose lines some were held against a least cost."""
    held = lines_seen_by(seen_by).filter(round_id=round_id, floor_pence__isnull=False)
    return frozenset(held.values_list("provider_key", flat=True).distinct())


def pay_seen(*, seen_by: platform.Officer) -> dict[str, rows.Pay]:
    """What each provider last said it pays its care workers, by its key."""
    own = models.PaySeen.objects.for_organisation(seen_by.organisation.id)
    return {
        each.provider_key: rows.Pay(
            each.provider_key, each.provider_name, each.pence_an_hour, each.paid_on, each.source,
            each.document_id,
        )
        for each in own.order_by("paid_on", "recorded_at")
    }  # fmt: skip


def settlements(*, seen_by: platform.Officer) -> list[rows.Settlement]:
    """Rises settled for the whole country, the latest first."""
    own = models.Settlement.objects.for_organisation(seen_by.organisation.id)
    return [
        rows.Settlement(e.pk, e.name, Unit(e.unit), e.rise, e.effective_on, e.source)
        for e in own.order_by("-effective_on", "name")
    ]


def round_row(found: models.UpliftRound, *, everything: bool = True) -> rows.Round:
    """The round as others see it; `everything`: with prices of one person each."""
    hides = not everything and "open_to_all" in found.figures
    providers = providers_of(found, everything=everything)
    return rows.Round(
        id=found.pk, organisation_id=found.organisation_id, reference=str(found),
        state=RoundState(found.state), reason=found.reason, effective_on=found.effective_on,
        rule=from_plain(found.rule), budget_pence=found.budget_pence,
        growth_pence=found.growth_pence, savings_pence=found.savings_pence,
        answer_by=found.answer_by, asked=found.asked,
        proposed_by=found.proposed_by_name, proposed_at=found.proposed_at,
        previewed_by=found.previewed_by_name, previewed_at=found.previewed_at,
        figures=found.figures if everything else _open_to_all(found.figures),
        digest=found.digest, unseen=_unseen(found) if hides else None,
        touched_by=frozenset(found.touched_by_accounts),
        checked_by=frozenset(found.checked_by_accounts), checked_at=found.checked_at,
        request_id=found.request_id, applied_by=found.applied_by_name,
        applied_at=found.applied_at, owed_pence=_owed(found) if hides else found.owed_pence,
        undo_asked_by_account=found.undo_asked_by_account,
        undo_asked_by=found.undo_asked_by_name, undo_reason=found.undo_reason,
        undone_by=found.undone_by_name, ended_at=found.ended_at, ended_reason=found.ended_reason,
        providers=providers, readings=_readings(found, everything=everything),
        heard=heard(found, providers, everything=everything),
    )  # fmt: skip


def _open_to_all(figures: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without prices of one person each; nothing of a preview that did not tell them apart."""
    if "placements" not in figures:
        return {}
    return {**figures, **figures.get("open_to_all", {})}


def _unseen(found: models.UpliftRound) -> rows.Unseen:
    """What the page leaves out, in all; of few persons nothing is said but that there are some."""
    theirs = found.figures["placements"]
    few = theirs["agreements"] < FEWEST
    return rows.Unseen(None, None) if few else rows.Unseen(theirs["lines"], theirs["effect"])


def _owed(found: models.UpliftRound) -> int | None:
    if found.owed_pence is None:
        return None
    owed = found.lines.filter(one_person=False).aggregate(sum=Sum("owed_pence"))["sum"]
    return int(owed or 0)


def _readings(found: models.UpliftRound, *, everything: bool) -> tuple[rows.Reading, ...]:
    return tuple(
        rows.Reading(
            each.number, each.reader_account, each.reader_name, each.chosen_by_name,
            each.chosen_at, ReadState(each.state), each.answered_at, each.words,
            tuple(
                _read_line(line)
                for line in sorted(each.lines.all(), key=_place)
                if everything or not line.one_person
            ),
        )
        for each in found.readings.order_by("number").prefetch_related("lines")
    )  # fmt: skip


def _place(line: models.ReadLine) -> int:
    return line.place


def _read_line(line: models.ReadLine) -> rows.ReadLine:
    """What the round says of it is told only once it was answered."""
    answered = line.answered_pence is not None
    return rows.ReadLine(
        line.reference, line.priced, line.source, Drawn(line.why), line.old_pence,
        line.answered_pence, line.expected_pence if answered else None,
    )  # fmt: skip
