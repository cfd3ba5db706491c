"""Uses more of the exemptions on which an agreement stands when a variation adds to it."""

from __future__ import annotations

from datetime import datetime

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.vary.actions.reach import EXEMPTION, record, refuse
from carewright.vary.models import Exemption, Reliance, Variation
from carewright.vary.queries.exempted import added_by, is_longer, stands_on
from carewright.vary.queries.standing import words_of
from carewright.vary.rules.adding import StoodOn, blockers_to_add, taken


def refuse_beyond_exemptions(
    found: Variation, agreement: contract.Agreement, worth_pence: int, by: platform.Officer,
    *, locked: bool = False,
) -> tuple[StoodOn, ...]:  # fmt: skip
    """Stops a change for which nothing is left of the exemptions that carry the agreement.

    `worth_pence` is what the change adds, as the scheme was asked about it. Returns them.
    """
    words = words_of(found)
    standing = stands_on(agreement.id, seen_by=by, locked=locked)
    later = words.ends_before if is_longer(words, agreement) else None
    refuse(blockers_to_add(added_by(words, agreement, worth_pence), standing, ends_before=later))
    return standing


def use_exemptions(
    found: Variation, agreement: contract.Agreement, worth_pence: int, by: platform.Officer,
    at: datetime,
) -> None:  # fmt: skip
    """Adds what the change takes to what is used, in the transaction that makes the change.

    What a smaller or shorter agreement no longer needs stays used: it was bought without
    competition once.
    """
    standing = refuse_beyond_exemptions(found, agreement, worth_pence, by, locked=True)
    added = added_by(words_of(found), agreement, worth_pence)
    for each, pence in taken(added, standing).by_exemption:
        line = Reliance.objects.create(
            organisation_id=found.organisation_id, exemption_id=each.id,
            agreement_id=agreement.id, variation=found, pence=pence, recorded_by_name=by.name,
            recorded_at=at,
        )  # fmt: skip
        exemption: Exemption = line.exemption
        record("use_exemption", EXEMPTION, exemption, by=by, at=at, reason=found.reason,
               agreement=agreement.reference, variation=str(found), pence=pence)  # fmt: skip
