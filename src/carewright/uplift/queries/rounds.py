"""Rounds: for lists, one with all that its page shows, and its lines."""

from __future__ import annotations

from uuid import UUID

from carewright.contract.api import Unit
from carewright.platform import api as platform
from carewright.platform.api import Act, OrganisationQuerySet
from carewright.uplift import models, rows
from carewright.uplift.queries.answers import heard, last_said, standing_of
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright.uplift.rules.round_rule import from_plain
from carewright.uplift.rules.words import ReadState, Said


def rounds(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.UpliftRound]:
    """Every round of the officer's organisation, for a list page."""
    return models.UpliftRound.objects.for_organisation(seen_by.organisation.id)


def uplift_round(round_id: UUID, *, seen_by: platform.Officer) -> rows.Round:
    """One round; a stranger's does not exist."""
    return round_row(found_round(round_id, seen_by=seen_by))


def found_round(round_id: UUID, *, seen_by: platform.Officer) -> models.UpliftRound:
    """The round itself."""
    found = rounds(seen_by=seen_by).filter(pk=round_id).first()
    if found is None:
        raise platform.NotFound("There is no such round that you may see")
    return found


def lines_of(
    round_id: UUID, *, seen_by: platform.Officer
) -> OrganisationQuerySet[models.UpliftLine]:
    """The lines in their order; one person's placement only for those who may see people."""
    found = found_round(round_id, seen_by=seen_by)
    lines = models.UpliftLine.objects.for_organisation(seen_by.organisation.id).filter(round=found)
    seen = lines if platform.may(seen_by, Act.SEE_PEOPLE) else lines.filter(one_person=False)
    return seen.order_by("place")


def providers_assessed(round_id: UUID, *, seen_by: platform.Officer) -> frozenset[str]:
    """The keys of providers of whose lines some were held against a least cost."""
    own = models.UpliftLine.objects.for_organisation(seen_by.organisation.id)
    held = own.filter(round_id=round_id, floor_pence__isnull=False)
    return frozenset(held.values_list("provider_key", flat=True).distinct())


def line_row(each: models.UpliftLine) -> rows.Line:
    """One line as others see it."""
    return rows.Line(
        each.pk, each.reference, each.provider_name, each.priced, each.old_pence, each.new_pence,
        tuple(each.left_out), each.effect_pence, each.floor_pence, each.floor, each.agreement_id,
        each.price_line_id,
    )  # fmt: skip


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


def round_row(found: models.UpliftRound) -> rows.Round:
    """The round as others see it."""
    return rows.Round(
        id=found.pk, organisation_id=found.organisation_id, reference=str(found),
        state=RoundState(found.state), reason=found.reason, effective_on=found.effective_on,
        rule=from_plain(found.rule), budget_pence=found.budget_pence,
        growth_pence=found.growth_pence, savings_pence=found.savings_pence,
        proposed_by=found.proposed_by_name, proposed_at=found.proposed_at,
        previewed_by=found.previewed_by_name, previewed_at=found.previewed_at,
        figures=found.figures, digest=found.digest,
        touched_by=frozenset(found.touched_by_accounts),
        checked_by=frozenset(found.checked_by_accounts), checked_at=found.checked_at,
        request_id=found.request_id, applied_by=found.applied_by_name,
        applied_at=found.applied_at, owed_pence=found.owed_pence,
        undo_asked_by_account=found.undo_asked_by_account,
        undo_asked_by=found.undo_asked_by_name, undo_reason=found.undo_reason,
        undone_by=found.undone_by_name, ended_at=found.ended_at, ended_reason=found.ended_reason,
        providers=_providers(found), readings=_readings(found), heard=heard(found),
    )  # fmt: skip


def _providers(found: models.UpliftRound) -> tuple[rows.Provider, ...]:
    """The dearest first."""
    said = last_said(found)
    return tuple(
        _provider(each, said.get(each.key))
        for each in found.providers.order_by("-spend_now_pence", "name", "id")
    )


def _provider(each: models.UpliftProvider, last: models.ProviderAnswer | None) -> rows.Provider:
    standing = standing_of(each, last)
    told = last if standing.said else None
    return rows.Provider(
        each.pk, each.key, each.name, each.lines, each.left_out, each.people, each.main,
        each.main_old_pence, each.main_new_pence, each.spend_now_pence, each.effect_pence,
        each.below, each.explained, each.shortfall_pence, standing.said,
        told.said_on if told else None, standing.answer_by, told.words if told else "",
        told.requested_pence if told else None, Said(last.said) if last and not told else None,
    )  # fmt: skip


def _readings(found: models.UpliftRound) -> tuple[rows.Reading, ...]:
    return tuple(
        rows.Reading(
            each.number, each.reader_account, each.reader_name, each.chosen_by_name,
            each.chosen_at, ReadState(each.state), each.answered_at, each.words,
            tuple(_read_line(line) for line in sorted(each.lines.all(), key=_place)),
        )
        for each in found.readings.order_by("number").prefetch_related("lines")
    )  # fmt: skip


def _place(line: models.ReadLine) -> int:
    return line.place


def _read_line(line: models.ReadLine) -> rows.ReadLine:
    """What the round says of it is told only once it was answered."""
    answered = line.answered_pence is not None
    return rows.ReadLine(
        line.reference, line.priced, line.source, line.old_pence, line.answered_pence,
        line.expected_pence if answered else None,
    )  # fmt: skip
