"""One valid minimal object of the vary stage each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from carewright.contract.api import Regime
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary import models
from carewright.vary.api import Cause, Scope, StepKind, What
from carewright_engine.rules.modification_words import QUESTIONS
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make

#: Nothing is so but that it would matter to others, so that only its being small carries it.
ANSWERS = {**dict.fromkeys(QUESTIONS, False), "favours_supplier": True}
ANSWERS.pop("supplier_changes")


def words(**given: Any) -> vary.VariationWords:
    """£5,000 more, from today on."""
    wanted: dict[str, Any] = {
        "touches": (What.VALUE,), "reason": "More people need care", "starts_on": make.TODAY,
        "change_pence": 500_000, "answers": ANSWERS,
    }  # fmt: skip
    return vary.VariationWords(**{**wanted, **given})


def written(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """A draft of a variation."""
    return vary.write_variation(agreement_id=agreement_id, words=words(**given), by=by, at=make.NOW)


def approved(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """Approved by a director, as the scheme has it."""
    variation_id = written(agreement_id, by, **given)
    have_approved(variation_id, by)
    return variation_id


def have_approved(variation_id: UUID, by: platform.Officer) -> None:
    """Asked for, approved by a director, and taken over."""
    request_id = vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    decisions.approved(request_id, contracts.colleague(by, Role.AUTHORISING_DIRECTOR))
    vary.take_over_variation(variation_id=variation_id, by=by, at=make.NOW + timedelta(hours=2))


def signed(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """Signed by both sides today."""
    variation_id = approved(agreement_id, by, **given)
    sign(variation_id, by)
    return variation_id


def sign(variation_id: UUID, by: platform.Officer, **given: Any) -> None:
    """Both sides sign today, for us a director to whom the scheme gives it."""
    director = contracts.colleague(by, Role.AUTHORISING_DIRECTOR)
    wanted = {
        "officer_id": director.id, "our_day": make.TODAY, "their_name": "Ann Rowe",
        "their_day": make.TODAY,
    }  # fmt: skip
    vary.sign_variation(
        variation_id=variation_id, **{**wanted, **given}, by=by,
        at=make.NOW + timedelta(hours=3),
    )  # fmt: skip


def planned(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """We give notice today of an end in half a year."""
    wanted: dict[str, Any] = {
        "cause": Cause.WE_END_IT, "reason": "The service is bought anew",
        "notice_given_on": make.TODAY, "last_day": date(2026, 12, 31),
    }  # fmt: skip
    exit_words = vary.ExitWords(**{**wanted, **given})
    return vary.plan_exit(agreement_id=agreement_id, words=exit_words, by=by, at=make.NOW)


def confirmed(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """Confirmed by a second person."""
    exit_id = planned(agreement_id, by, **given)
    second = contracts.colleague(by, Role.CONTRACT_MANAGER)
    vary.confirm_exit(exit_id=exit_id, by=second, at=make.NOW)
    return exit_id


def step(exit_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """A step that protects people, due in a month."""
    wanted: dict[str, Any] = {
        "kind": StepKind.PLACES, "action": "Find each person a new provider", "owner_id": by.id,
        "due_on": date(2026, 7, 1),
    }  # fmt: skip
    return vary.add_exit_step(exit_id=exit_id, **{**wanted, **given}, by=by, at=make.NOW)


def exempted(by: platform.Officer, **given: Any) -> UUID:
    """A single exemption of £20,000 until the end of March."""
    wanted: dict[str, Any] = {
        "title": "Respite at Alder Lodge", "scope": Scope.SINGLE, "regime": Regime.SCOT_HIGHER,
        "ground": "scot_higher.exempt.one_supplier", "why": "Only one place is near enough",
        "alternatives": "Three others were asked; none has overnight staff",
        "value_pence": 2_000_000, "starts_on": make.TODAY, "ends_before": date(2027, 4, 1),
    }  # fmt: skip
    wanted_words = vary.ExemptionWords(**{**wanted, **given})
    return vary.write_exemption(words=wanted_words, by=by, at=make.NOW)


def granted(by: platform.Officer, **given: Any) -> UUID:
    """Approved by a director, as the scheme has it."""
    exemption_id = exempted(by, **given)
    request_id = vary.ask_to_exempt(exemption_id=exemption_id, by=by, at=make.NOW)
    decisions.approved(request_id, contracts.colleague(by, Role.AUTHORISING_DIRECTOR))
    vary.take_over_exemption(exemption_id=exemption_id, by=by, at=make.NOW + timedelta(hours=2))
    return exemption_id


def held_by(by: platform.Officer, word: str, agreement_id: UUID) -> dict[str, str]:
    """A variation, an end and an exemption whose words name their organisation."""
    own: dict[str, Any] = {"organisation_id": by.organisation.id, "agreement_id": agreement_id}
    variation = models.Variation.objects.create(
        **own, number=1, touches=["scope"], scope=f"{word} scope", reason=f"{word} reason",
        starts_on=make.TODAY, written_by_account=by.account_id, written_by_name=by.name,
        written_at=make.NOW,
    )  # fmt: skip
    planned_exit = models.Exit.objects.create(
        **own, cause="both_agree", reason=f"{word} reason", notice_given_on=make.TODAY,
        notice_says="None", last_day=date(2027, 3, 31), asked_by_account=by.account_id,
        asked_by_name=by.name, asked_at=make.NOW,
    )  # fmt: skip
    return {
        "variation_id": str(variation.pk), "exit_id": str(planned_exit.pk),
        "exemption_id": str(exempted(by, title=f"{word} respite")),
    }  # fmt: skip
