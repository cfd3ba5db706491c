"""Whether an approval still covers what it was given for, by the facts of a later day."""

from __future__ import annotations

from carewright.decide.api import Approval, SchemeRow, Wanted
from carewright.platform.api import Blocker
from carewright.ui.formats import pounds


def blockers_by_the_scheme(
    given: Approval, wanted: Wanted, *, version: int | None, row: SchemeRow | None
) -> list[Blocker]:
    """Why whoever approved it does not decide it by the scheme of the day; nothing if they do.

    `row` is the one into which the facts of the day fall. What was approved for more, under the
    same version, is approved for less.
    """
    if row is None:
        return [
            Blocker("", "The scheme of delegation of today gives nobody the power to decide this")
        ]
    more = (
        given.scheme_version == version
        and given.in_framework == wanted.in_framework
        and given.annual_pence >= wanted.annual_pence
        and given.term_months >= wanted.term_months
    )
    if more or row.stages == given.row.stages:
        return []
    value = pounds(wanted.annual_pence, whole=True)
    return [
        Blocker(
            "",
            f"It comes to {value} a year for {wanted.term_months} months today, on which the "
            f"scheme (version {version}, row {row.number}) has others decide than approved it. "
            "Have it approved anew",
        )
    ]
