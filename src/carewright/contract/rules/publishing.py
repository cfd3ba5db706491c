"""What the public register may hold: agreements of a known kind that are about nobody alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from carewright.contract.rules.words import ONE_PERSON, Kind

#: A kind that is not named here is published nowhere, whatever else is known of an agreement.
PUBLIC: Final = frozenset({
    Kind.FRAMEWORK, Kind.FRAMEWORK_CALL_OFF, Kind.BLOCK, Kind.COST_AND_VOLUME, Kind.GRANT,
    Kind.SERVICE_LEVEL,
})  # fmt: skip
#: Facts that a file may leave open; what a person said of the whole file is no word on one row.
KIND: Final = "kind"
REGIME: Final = "regime"
#: Reference data: the value above which England's transparency code wants a contract published.
PUBLISHED_ABOVE: Final = "transparency_code.contract"


def may_be_one_persons(kind: Kind, not_in_source: Collection[str]) -> bool:
    """Whether it is one person's placement, as far as anybody has said.

    A row of a register whose kind nobody has said may be one, so it is taken for one until then.
    """
    return kind in ONE_PERSON or KIND in not_in_source
