"""A second person works lines out afresh, without seeing what the round says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london
from carewright.uplift import models
from carewright.uplift.actions.reach import (
    CannotDo,
    changed_by,
    claimed,
    move,
    record,
    refuse,
    refuse_if,
    round_in_reach,
)
from carewright.uplift.queries.level import placements_rising
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright.uplift.rules.reading import Reader, answers_agree, blockers_to_read
from carewright.uplift.rules.round_rule import from_plain
from carewright.uplift.rules.words import ReadState
from carewright_engine.costing.uplift import Changing, drawn
from carewright_engine.values.money import Pence

_OF_A_DRAW: Final = ("id", "price_line_id", "old_pence", "new_pence", "effect_pence")


@transaction.atomic(durable=True)
def choose_reader(
    *,
    round_id: UUID,
    reader_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks a colleague to read the round, and draws the lines for them by a stated rule."""
    once = claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    refuse_if(found.state != RoundState.PREVIEWED.value, f"{found} has to be previewed first")
    refuse_if(found.readings.filter(answered_at=None).exists(), "A reader has been chosen already")
    reader = _officer(reader_id, by, at)
    _refuse_reader(found, reader, at)
    refuse_if(reader.account_id == by.account_id, "Choose somebody other than yourself", "reader")
    reading = models.Reading.objects.create(
        organisation_id=found.organisation_id, round=found, number=found.readings.count() + 1,
        digest=found.digest, reader_id=reader.id, reader_account=reader.account_id,
        reader_name=reader.name, chosen_by_account=by.account_id, chosen_by_name=by.name,
        chosen_at=at,
    )  # fmt: skip
    _draw(found, reading)
    record("choose_reader", found, by=by, at=at, reader=reader.name, reading=reading.number)
    once.keep(reading.pk)
    return reading.pk


@transaction.atomic(durable=True)
def answer_reading(
    *, round_id: UUID, prices: Sequence[int], by: platform.Officer, at: datetime
) -> bool:
    """Keeps the prices that the reader came to, whatever they are; whether all agree.

    Where one does not, both stand on the record, and another reading draws other lines.
    """
    found, reading = _mine(round_id, by, at)
    lines = list(reading.lines.order_by("place"))
    refuse_if(len(prices) != len(lines), "Work out every line")
    for line, pence in zip(lines, prices, strict=True):
        line.answered_pence = pence
        line.save(update_fields=["answered_pence"])
    agree = answers_agree([(each.expected_pence, each.answered_pence) for each in lines])
    _end(reading, ReadState.RIGHT if agree else ReadState.WRONG, "", at)
    if agree:
        move(found, RoundState.CHECKED)
        found.checked_by_accounts, found.checked_at = [by.account_id], at
        found.save(update_fields=["state", "checked_by_accounts", "checked_at"])
    record(
        Act.CHECK_UPLIFT, found, by=by, at=at, reading=reading.number, agree=agree,
        digest=reading.digest, answers=list(prices),
    )  # fmt: skip
    return agree


@transaction.atomic(durable=True)
def send_back(*, round_id: UUID, words: str, by: platform.Officer, at: datetime) -> None:
    """The reader says what has to change before the round goes on."""
    found, reading = _mine(round_id, by, at)
    refuse_if(not words.strip(), "Say what has to change", "words")
    _end(reading, ReadState.SENT_BACK, words.strip(), at)
    record("send_back_uplift", found, by=by, at=at, reason=words, reading=reading.number)


@transaction.atomic(durable=True)
def call_reader_off(
    *,
    round_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Asks the reader no longer, who does not answer: another may be chosen, or the round changed.

    The lines that were drawn stay on the record, and another reading draws others.
    """
    if claimed(intent, Act.PROPOSE_UPLIFT, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.PROPOSE_UPLIFT)
    reading = found.readings.select_for_update().filter(answered_at=None).first()
    if reading is None:
        raise CannotDo([platform.Blocker("", "Nobody is asked to read the round now")])
    refuse_if(not reason.strip(), "Say why the reader is asked no longer", "reason")
    _end(reading, ReadState.CALLED_OFF, reason.strip(), at)
    record("call_reader_off", found, by=by, at=at, reason=reason, reader=reading.reader_name,
           reading=reading.number)  # fmt: skip


def _refuse_reader(found: models.UpliftRound, officer: platform.Officer, at: datetime) -> None:
    """Whoever changed the round reads it under no account, nor does whoever stands in for them."""
    reader = Reader(
        officer.account_id, decide.stands_in_for(officer, at=at),
        may_check=platform.may(officer, Act.CHECK_UPLIFT),
        may_see_people=platform.may(officer, Act.SEE_PEOPLE),
    )  # fmt: skip
    placements = placements_rising(found) > 0
    refuse(blockers_to_read(reader, changed_by(found), placements=placements))


def _officer(officer_id: UUID, by: platform.Officer, at: datetime) -> platform.Officer:
    among = platform.officers_among([officer_id], on=in_london(at).date())
    ours = [each for each in among if each.organisation.id == by.organisation.id]
    if not ours:
        raise platform.NotYours
    return ours[0]


def _draw(found: models.UpliftRound, reading: models.Reading) -> None:
    """By the id of the reading, which nobody knows beforehand and everybody afterwards."""
    by_hand = from_plain(found.rule).agreed
    changing = found.lines.filter(new_pence__isnull=False)
    why = drawn(
        [
            Changing(str(key), Pence(old), Pence(new or 0), Pence(effect), of in by_hand)
            for key, of, old, new, effect in changing.values_list(*_OF_A_DRAW)
        ],
        seed=str(reading.pk),
    )
    lines = {str(each.pk): each for each in changing.filter(pk__in=list(why))}
    models.ReadLine.objects.bulk_create(
        models.ReadLine(
            organisation_id=found.organisation_id, reading=reading, place=place,
            reference=lines[key].reference, priced=lines[key].priced, source=lines[key].source,
            why=reason.value, one_person=lines[key].one_person, old_pence=lines[key].old_pence,
            expected_pence=lines[key].new_pence or 0,
        )
        for place, (key, reason) in enumerate(why.items(), start=1)
    )  # fmt: skip


def _mine(
    round_id: UUID, by: platform.Officer, at: datetime
) -> tuple[models.UpliftRound, models.Reading]:
    """The round and its open reading, if it is this officer's own, by no cover of anybody."""
    found = round_in_reach(round_id, by=by, act=Act.CHECK_UPLIFT)
    reading = found.readings.select_for_update().filter(answered_at=None).first()
    if reading is None or reading.reader_account != by.account_id:
        raise CannotDo([platform.Blocker("", f"You have not been asked to read {found}")])
    _refuse_reader(found, by, at)
    refuse_if(reading.digest != found.digest, f"{found} was previewed anew in the meantime")
    return found, reading


def _end(reading: models.Reading, state: ReadState, words: str, at: datetime) -> None:
    reading.state, reading.words, reading.answered_at = state.value, words, at
    reading.save(update_fields=["state", "words", "answered_at"])
