"""The exemptions on which an agreement stands, and what a change would take of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.vary import rows
from carewright.vary.models import Exemption
from carewright.vary.queries.exemptions import exemptions_near
from carewright.vary.queries.standing import tried_of, weighed_of
from carewright.vary.rules.adding import Added, StoodOn, blockers_to_add, taken
from carewright.vary.rules.varying import VariationWords


def stands_on(
    agreement_id: UUID, *, seen_by: platform.Officer, locked: bool = False
) -> tuple[StoodOn, ...]:
    """Each exemption that the agreement relies on; locked, nobody else uses it meanwhile.

    They are locked in one order, so that two changes never wait for each other.
    """
    near = exemptions_near(seen_by).order_by("id")
    found = near.select_for_update(of=("self",)) if locked else near
    relied = Exemption.objects.filter(reliances__agreement_id=agreement_id)
    return tuple(_stood_on(each) for each in found.filter(pk__in=relied.values("pk")))


def added_by(words: VariationWords, agreement: contract.Agreement, worth_pence: int) -> Added:
    """What the change adds: more value from its day on, or only the days of a longer term."""
    ends = agreement.term.ends_before
    longer = is_longer(words, agreement)
    since = ends if longer and ends and words.change_pence <= 0 else words.starts_on
    return Added(worth_pence, since, words.ends_before if longer else ends)


def against_exemptions(
    found: rows.Variation, agreement: contract.Agreement, *, seen_by: platform.Officer, on: date
) -> rows.AgainstExemptions | None:
    """What a variation would take of the exemptions on which its agreement stands, if on any."""
    standing = stands_on(agreement.id, seen_by=seen_by)
    if not standing:
        return None
    words = found.words
    tried = tried_of(agreement, words=words, on=on, seen_by=seen_by, but=found.id)
    added = added_by(words, agreement, weighed_of(tried, agreement).worth_pence)
    later = words.ends_before if is_longer(words, agreement) else None
    return rows.AgainstExemptions(
        references=tuple(each.reference for each in standing),
        takes_pence=taken(added, standing).pence,
        left_pence=sum(each.left_pence for each in standing),
        ends_before=max(each.ends_before for each in standing),
        blockers=tuple(blockers_to_add(added, standing, ends_before=later)),
    )  # fmt: skip


def is_longer(words: VariationWords, agreement: contract.Agreement) -> bool:
    """Whether the agreement would end later than it does."""
    ends = agreement.term.ends_before
    return words.ends_before is not None and ends is not None and words.ends_before > ends


def _stood_on(found: Exemption) -> StoodOn:
    left = found.value_pence - found.used_pence
    return StoodOn(found.pk, str(found), found.starts_on, found.ends_before, left)
