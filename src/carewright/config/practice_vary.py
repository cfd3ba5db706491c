"""Invented changes of Elmshire's agreements: of each kind, in different states.

Everything goes through the actions that people use. The Scottish threshold for social services of
this year is not in the reference data, so none of the grounds here needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from carewright.config.practice_govern import Cast, take
from carewright.contract import api as contract
from carewright.contract.api import Regime
from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright.vary import api as vary
from carewright.vary.api import Cause, Scope, StepKind, VariationWords, What

#: A change of which nothing is so that would make it another contract.
NOT_SUBSTANTIAL: Final = dict.fromkeys(
    ("changes_nature", "new_scope", "favours_supplier", "lets_others_in", "provided_for",
     "additional", "unforeseeable", "circumvents"), False,
)  # fmt: skip
SMALL: Final = "Lunch club at Elm Row"
LARGE: Final = "Supported living, Brackendale"
ENDING: Final = "Night support, Riverside"
RESPITE: Final = "Respite at Alder Lodge"


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Whoever keeps the contracts of Elmshire, and a second person beside them."""

    cast: Cast

    @property
    def done(self) -> dict[str, Any]:
        """By whom and when each thing is done."""
        return {"by": self.cast.person("contracts"), "at": self.cast.at}

    @property
    def today(self) -> date:
        """The day of the practice data."""
        return in_london(self.cast.at).date()

    def agreement(self, title: str) -> UUID:
        """The agreement of that title."""
        among = contract.agreements(seen_by=self.cast.person("contracts"))
        return among.filter(title=title).values_list("pk", flat=True)[0]

    def approved(self, request_id: UUID) -> None:
        """Has everybody whom the scheme names approve it."""
        seen_by = self.cast.person("contracts")
        while steps := decide.approval(request_id, seen_by=seen_by).open_steps:
            for step in steps:
                take(self.cast, step, Outcome.APPROVE, "Checked and supported.")

    def varied(self, title: str, **said: Any) -> UUID:
        """A draft of a variation from today on."""
        usual = {"starts_on": self.today, "answers": NOT_SUBSTANTIAL}
        words = VariationWords(**{**usual, **said})
        return vary.write_variation(agreement_id=self.agreement(title), words=words, **self.done)

    def exempted(self, **said: Any) -> UUID:
        """A draft of an exemption until a year from today."""
        usual = {
            "scope": Scope.SINGLE, "regime": Regime.SCOT_REGULATED,
            "ground": "scot_regulated.exempt.care", "starts_on": self.today,
            "ends_before": self.today + timedelta(days=365),
        }  # fmt: skip
        words = vary.ExemptionWords(**{**usual, **said})
        return vary.write_exemption(words=words, **self.done)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Brings the changes in once; a council that has any keeps what it has."""
    del by  # officers change agreements, never whoever runs the machine
    cast = Cast(at)
    if vary.changes(seen_by=cast.person("contracts"), on=in_london(at).date()):
        return
    with platform.acting_for(cast.council.id):
        keeper = _Keeper(cast)
        _variations(keeper)
        _an_end(keeper)
        _exemptions(keeper)


def _variations(keeper: _Keeper) -> None:
    """One that is in the agreement, one that waits for approval, and a draft with gaps."""
    applied = keeper.varied(
        SMALL, touches=(What.VALUE, What.PEOPLE), change_pence=50_000, people_affected=6,
        reason="Six more people come to lunch.", people_effect="40 people in place of 34.",
        answers={**NOT_SUBSTANTIAL, "light_touch": True},
    )  # fmt: skip
    keeper.approved(vary.ask_to_vary(variation_id=applied, **keeper.done))
    vary.take_over_variation(variation_id=applied, **keeper.done)
    vary.sign_variation(
        variation_id=applied, officer_id=keeper.cast.person("budget2").id, our_day=keeper.today,
        their_name="Una Rowan", their_day=keeper.today, **keeper.done,
    )  # fmt: skip
    vary.apply_variation(variation_id=applied, **keeper.done)
    waiting = keeper.varied(
        LARGE, touches=(What.NOTICE,), notice_days=120, own_notice_days=120,
        reason="Three months were too short to find new homes last year.",
    )  # fmt: skip
    vary.ask_to_vary(variation_id=waiting, **keeper.done)
    keeper.varied(
        LARGE, touches=(What.SCOPE,), scope="Sleeping nights as well as waking ones.",
        reason="Some people need less at night by now.", answers={},
    )  # fmt: skip


def _an_end(keeper: _Keeper) -> None:
    """An agreement that ends by a plan of which some steps are open; another is to be confirmed."""
    words = vary.ExitWords(
        cause=Cause.BOTH_AGREE, reason="The night team joins the day team’s agreement.",
        notice_given_on=keeper.today, last_day=keeper.today + timedelta(days=75),
    )  # fmt: skip
    exit_id = vary.plan_exit(agreement_id=keeper.agreement(ENDING), words=words, **keeper.done)
    vary.confirm_exit(exit_id=exit_id, by=keeper.cast.person("commissioner"), at=keeper.cast.at)
    for days, kind, action in (
        (20, StepKind.TELL, "Tell the nine people and their families"),
        (40, StepKind.PLACES, "Agree with each person who comes at night"),
        (60, StepKind.DATA, "Have the care records back, and the keys"),
    ):
        vary.add_exit_step(
            exit_id=exit_id, kind=kind, action=action,
            owner_id=keeper.cast.person("contracts").id,
            due_on=keeper.today + timedelta(days=days), **keeper.done,
        )  # fmt: skip
    vary.note_exit(
        exit_id=exit_id, handover="The day team takes the nights over with the same care workers.",
        data_return="", tupe=True, **keeper.done,
    )  # fmt: skip


def _exemptions(keeper: _Keeper) -> None:
    """A blanket in use of which providers were told, one that lapsed, and one for a committee."""
    blanket = keeper.exempted(
        title="Short breaks bought one by one", scope=Scope.BLANKET, value_pence=6_000_000,
        why="Each break is for one family, near home, and often at two weeks’ notice.",
        alternatives="A framework: too few providers answered in 2024.",
    )  # fmt: skip
    _granted(keeper, blanket)
    vary.tell_providers(
        exemption_id=blanket, told_on=keeper.today, how="By letter to every provider of breaks",
        **keeper.done,
    )  # fmt: skip
    vary.rely_on_exemption(
        exemption_id=blanket, agreement_id=keeper.agreement("Advice for unpaid carers"),
        pence=4_200_000, **keeper.done,
    )  # fmt: skip
    lapsed = keeper.exempted(
        title=RESPITE, value_pence=4_500_000, people_affected=31,
        why="Only one provider nearby can give overnight breaks.",
        alternatives="Three others were asked; none has staff at night.",
        starts_on=keeper.today - timedelta(days=730), ends_before=keeper.today.replace(day=1),
    )  # fmt: skip
    _granted(keeper, lapsed)
    to_committee = keeper.exempted(
        title="Home care in the glens for a year", value_pence=150_000_000, people_affected=64,
        why="One provider is left north of the pass.",
        alternatives="A tender drew no answer; the reablement team has no drivers.",
    )  # fmt: skip
    vary.ask_to_exempt(exemption_id=to_committee, **keeper.done)


def _granted(keeper: _Keeper, exemption_id: UUID) -> None:
    keeper.approved(vary.ask_to_exempt(exemption_id=exemption_id, **keeper.done))
    vary.take_over_exemption(exemption_id=exemption_id, **keeper.done)
