"""The door through which higher stages ask whether something may begin under an agreement."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.contract import models
from carewright.contract.queries.agreements import goes_on_of, successor_of
from carewright.contract.queries.among import within_reach_of
from carewright.contract.queries.facts import term_of
from carewright.contract.rules.calling_off import Answer, CallOffFacts, answer
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.words import Kind, Side
from carewright.platform import api as platform


def may_call_off(
    agreement_id: UUID,
    *,
    on: date,
    urgent: bool = False,
    already_supported: bool = False,
    seen_by: platform.Officer,
) -> Answer:
    """Whether care may begin, or go on, under the agreement on the day; `NotFound` for a stranger.

    After its end a new routine call-off is refused, with its successor named. People already
    supported, delivered care and urgent need go on by the dated exception; the answer says when
    nobody has recorded one, or its clock has run out.
    """
    among = within_reach_of(seen_by).select_related("successor")
    found = among.prefetch_related("signatures__party", "goes_on").filter(pk=agreement_id).first()
    if found is None:
        raise platform.NotFound("There is no such agreement that you may see")
    facts = CallOffFacts(
        str(found), AgreementState(found.state), term_of(found), _is_signed(found),
        successor_of(found), goes_on_of(found), found.over_on,
    )  # fmt: skip
    return answer(facts, on=on, urgent=urgent, already_supported=already_supported)


def _is_signed(found: models.Agreement) -> bool | None:
    if found.kind == Kind.IN_HOUSE.value:
        return True
    both = {each.party.side for each in found.signatures.all()} == {side.value for side in Side}
    if not both and "signatures" in found.not_in_source:
        return None
    return both
