"""Works a round out from the prices as they stand, and freezes what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import Chosen, PricedLine
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london
from carewright.uplift import models
from carewright.uplift.actions.reach import move, record, refuse, refuse_if, round_in_reach, touch
from carewright.uplift.actions.writing_lines import write_lines
from carewright.uplift.queries.signed import signed_for
from carewright.uplift.rules.figures import figures_of, of_provider, placements_in
from carewright.uplift.rules.life_of_a_round import OPEN_TO_CHANGE, RoundState
from carewright.uplift.rules.likeness import like_prices
from carewright.uplift.rules.round_rule import from_plain
from carewright.uplift.rules.unit_prices import blockers_to_keep
from carewright.uplift.rules.working_out import WorkedOut, without_placements, worked_out
from carewright_engine.costing.uplift import ProviderEffect


@platform.without_collecting()
@transaction.atomic(durable=True)
def preview_round(*, round_id: UUID, by: platform.Officer, at: datetime) -> dict[str, Any]:
    """Reads every chosen price, works the round out and keeps each line; what it comes to.

    The digest of the prices that were read is kept as well: when one is another by the time the
    round is applied, it is not applied.
    """
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    state = RoundState(found.state)
    refuse_if(state not in OPEN_TO_CHANGE, f"{found} is {state.label.lower()}")
    waiting = found.readings.filter(answered_at=None)
    refuse_if(waiting.exists(), "A second reader is at it, so it stays as it is")
    done = worked_out(
        lines_now(found, by, at), from_plain(found.rule), found.effective_on,
        signed=signed_for(found),
    )  # fmt: skip
    refuse_if(not done.preview.lines, "No price line that stands is chosen by this rule")
    refuse(blockers_to_keep(done))
    part = without_placements(done)
    _keep(found, done, part)
    touch(found, by)
    if state is not RoundState.PREVIEWED:
        move(found, RoundState.PREVIEWED)
    today = in_london(at).date()
    figures = {**figures_of(done, today), "placements": placements_in(done)}
    like = like_prices(done, _lines_beside(found, done, by, at), found.effective_on)
    shown = {} if part is None else {"open_to_all": figures_of(part, today)}
    found.digest, found.figures = done.digest, {**figures, "like": like, **shown}
    found.previewed_by_name, found.previewed_at = by.name, at
    found.save()
    record("preview_uplift", found, by=by, at=at, digest=done.digest, **figures)
    return dict(found.figures)


def lines_now(
    found: models.UpliftRound, by: platform.Officer, previewed_at: datetime
) -> tuple[PricedLine, ...]:
    """Every chosen price that counts on the day of the round, or on the day of its preview."""
    day = min(in_london(previewed_at).date(), found.effective_on)
    return contract.priced_lines(from_plain(found.rule).chosen, counting_from=day, seen_by=by)


def _lines_beside(
    found: models.UpliftRound, done: WorkedOut, by: platform.Officer, at: datetime
) -> list[PricedLine]:
    """Prices of care for the same people that the round leaves alone; none where it takes all."""
    if from_plain(found.rule).chosen == Chosen():
        return []
    groups = tuple({each.care_group for each in done.read.values()})
    day = min(in_london(at).date(), found.effective_on)
    known = contract.priced_lines(Chosen(care_groups=groups), counting_from=day, seen_by=by)
    return [each for each in known if str(each.id) not in done.read]


def _keep(found: models.UpliftRound, done: WorkedOut, part: WorkedOut | None) -> None:
    """What an earlier preview found gives way; `part` is what everybody may see."""
    shown = {} if part is None else {each.provider: each for each in part.preview.providers}
    found.lines.all().delete()
    found.providers.all().delete()
    write_lines(found, done)
    models.UpliftProvider.objects.bulk_create(
        models.UpliftProvider(
            organisation_id=found.organisation_id, round=found, **of_provider(each, done),
            open_to_all=_open_to_all(each, shown.get(each.provider), part),
        )
        for each in done.preview.providers
    )  # fmt: skip


def _open_to_all(
    whole: ProviderEffect, shown: ProviderEffect | None, part: WorkedOut | None
) -> dict[str, Any] | None:
    """The provider without prices of one person each; None where it has none."""
    if part is None or whole == shown:
        return None
    return {} if shown is None else of_provider(shown, part)
