"""Everything that changes, over all agreements: what comes next, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from carewright.platform import api as platform
from carewright.vary import rows
from carewright.vary.models import Exemption
from carewright.vary.queries.exemptions import exemptions_near
from carewright.vary.queries.exits import exits_near
from carewright.vary.queries.variations import variations_near
from carewright.vary.rules.exempting import has_lapsed
from carewright.vary.rules.lives import ExemptionStanding, ExemptionState, ExitState, VariationState
from carewright.vary.rules.words import Cause

#: What comes next, by state; nothing where nothing does.
NEXT_OF_VARIATION: Final[Mapping[VariationState, str]] = {
    VariationState.DRAFT: "Test it and have it approved",
    VariationState.APPROVED: "Both sides sign",
    VariationState.SIGNED: "Put it into the agreement",
    VariationState.APPLIED: "",
    VariationState.WITHDRAWN: "",
    VariationState.SET_ASIDE: "",
}
NEXT_OF_EXIT: Final[Mapping[ExitState, str]] = {
    ExitState.PLANNED: "A second person confirms",
    ExitState.CONFIRMED: "Carry the exit plan out",
    ExitState.ENDED: "",
    ExitState.WITHDRAWN: "",
}
_DAY: Final = timedelta(days=1)


def changes(*, seen_by: platform.Officer, on: date) -> list[rows.ToDo]:
    """Variations, ends and exemptions: what is open first, by its day; then what is over."""
    found = [*_variations(seen_by), *_exits(seen_by), *_exemptions(seen_by, on)]
    return sorted(found, key=lambda each: (not each.is_open, each.day or date.max, each.reference))


def _variations(officer: platform.Officer) -> Iterator[rows.ToDo]:
    for each in variations_near(officer).select_related("agreement"):
        state = VariationState(each.state)
        yield rows.ToDo(
            "variation", each.pk, f"{each.agreement} {each}", _first_line(each.reason),
            each.agreement.title, state, bool(NEXT_OF_VARIATION[state]),
            NEXT_OF_VARIATION[state], each.starts_on,
        )  # fmt: skip


def _exits(officer: platform.Officer) -> Iterator[rows.ToDo]:
    for each in exits_near(officer).select_related("agreement"):
        state = ExitState(each.state)
        yield rows.ToDo(
            "exit", each.pk, f"{each.agreement} end", Cause(each.cause).label,
            each.agreement.title, state, bool(NEXT_OF_EXIT[state]), NEXT_OF_EXIT[state],
            each.last_day,
        )  # fmt: skip


def _exemptions(officer: platform.Officer, on: date) -> Iterator[rows.ToDo]:
    for each in exemptions_near(officer):
        lapsed = has_lapsed(each.ends_before, on)
        yield rows.ToDo(
            "exemption", each.pk, str(each), each.title, "",
            standing_of(ExemptionState(each.state), lapsed=lapsed), bool(_next(each, lapsed)),
            _next(each, lapsed), each.ends_before - _DAY,
        )  # fmt: skip


def standing_of(state: ExemptionState, *, lapsed: bool) -> ExemptionStanding:
    """A granted one whose term has run out has lapsed."""
    if lapsed and state is ExemptionState.GRANTED:
        return ExemptionStanding.LAPSED
    return ExemptionStanding(state.value)


def _next(each: Exemption, lapsed: bool) -> str:
    if each.state == ExemptionState.DRAFT.value:
        return "Have it approved"
    if each.state == ExemptionState.GRANTED.value and not lapsed and each.told_on is None:
        return "Tell providers"
    return ""


def _first_line(words: str) -> str:
    return words.strip().splitlines()[0][:120]
