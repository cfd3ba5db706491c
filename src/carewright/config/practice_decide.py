"""Invented schemes of delegation for the practice organisations, each adopted by two officers.

The limits are of the size that councils really set; none of them is any council's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from carewright.config.casting import persona
from carewright.decide import api as decide
from carewright.decide.api import COLUMNS, DecidedAct
from carewright.platform import api as platform
from carewright.ui.formats import in_london

ADVICE: Final = "Finance officer + Legal adviser"
DIRECTOR: Final = "Authorising director"


#: Each has counted for a while, so that something has been decided under it.
IN_FORCE_FOR: Final = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Band:
    """Up to so many pounds a year, and who then decides; None is whatever is more."""

    up_to: int | None
    steps: tuple[str, ...]
    cited: str


@dataclass(frozen=True, slots=True)
class Practice:
    """One organisation's scheme, and the two personas who bring it in."""

    slug: str
    proposer: str
    adopter: str
    bands: tuple[Band, ...]
    closing: tuple[str, ...]  # who decides that a service closes, whatever it costs
    #: Working days that members have: before the last step, and after it to call it in.
    days: Mapping[DecidedAct, tuple[int, int]] = field(default_factory=dict)
    urgent: str = DIRECTOR
    placing: str = "Budget holder"


SCHEMES: Final = (
    Practice(
        "elmshire", "legal2", "director2",
        (
            Band(50_000, ("Budget holder",), "Part 3, 4.1"),
            Band(500_000, (ADVICE, DIRECTOR), "Part 3, 4.2"),
            Band(1_000_000, (ADVICE, f"{DIRECTOR} x 2"), "Part 3, 4.3"),
            Band(5_000_000, (ADVICE, "Committee: Social Care Committee"), "Part 3, 4.4"),
            Band(
                None, (ADVICE, "Committee: Social Care Committee", "Committee: Elmshire Council",
                       DIRECTOR),
                "Part 3, 4.5",
            ),
        ),
        (ADVICE, "Chief social work officer", "Committee: Social Care Committee"),
        days={DecidedAct.SOURCING: (0, 5), DecidedAct.STRATEGY: (0, 5), DecidedAct.CLOSURE: (5, 5)},
        urgent="Authorising director or Team manager",
    ),
    Practice(
        "oakshire", "director", "administrator",
        (
            Band(100_000, (DIRECTOR,), "Constitution, 7.2"),
            Band(None, ("Committee: Executive", "Committee: Council", DIRECTOR),
                 "Constitution, 7.3"),
        ),
        ("Committee: Executive", "Committee: Council"), placing=DIRECTOR,
        days=dict.fromkeys(DecidedAct, (0, 5)) | {DecidedAct.PLACEMENT: (0, 0)},
    ),
    Practice(
        "joint-board", "chief-officer", "administrator",
        (
            Band(250_000, ("Chief officer",), "Integration scheme, 6"),
            Band(None, ("Chief officer", "Committee: Integration Joint Board"),
                 "Integration scheme, 7"),
        ),
        ("Chief officer", "Committee: Integration Joint Board"), urgent="Chief officer",
        placing="Chief officer",
    ),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Brings a scheme in where an organisation has none; officers do it, so two persons do."""
    del by
    for practice in SCHEMES:
        since = at - IN_FORCE_FOR
        # In an installation that has just begun to run they have not been at work for so long.
        at_work = persona(practice.proposer, practice.slug, since).roles
        _bring_in(practice, since if at_work else at)


def _bring_in(practice: Practice, at: datetime) -> None:
    with platform.acting_for(platform.organisation(practice.slug).id):
        proposer = persona(practice.proposer, practice.slug, at)
        adopter = persona(practice.adopter, practice.slug, at)
        if not decide.schemes(seen_by=proposer):
            _adopt(practice, proposer, adopter, at)


def _adopt(
    practice: Practice, proposer: platform.Officer, adopter: platform.Officer, at: datetime
) -> None:
    scheme_id = decide.propose_scheme(
        file_name=f"scheme-of-delegation-{practice.slug}.csv",
        content=scheme_file(practice).encode(), takes_effect_on=in_london(at).date(),
        by=proposer, at=at,
    )  # fmt: skip
    decide.adopt_scheme(scheme_id=scheme_id, by=adopter, at=at)


def scheme_file(practice: Practice) -> str:
    """The scheme as the file that a council would give."""
    lines = [",".join(COLUMNS), *(",".join(line) for line in _lines(practice))]
    return "\r\n".join(lines) + "\r\n"


def _lines(practice: Practice) -> Iterator[list[str]]:
    for act in DecidedAct:
        if act is DecidedAct.CLOSURE:
            yield _line(act, "", Band(None, practice.closing, "Closures"), practice)
        elif act is DecidedAct.PLACEMENT:
            first, *others = practice.bands
            small = Band(first.up_to, (practice.placing,), first.cited)
            yield from _banded(act, (small, *others), practice)
        else:
            yield from _banded(act, practice.bands, practice)


def _banded(act: DecidedAct, bands: Iterable[Band], practice: Practice) -> Iterator[list[str]]:
    over = ""
    for band in bands:
        yield _line(act, over, band, practice)
        over = "" if band.up_to is None else str(band.up_to)


def _line(act: DecidedAct, over: str, band: Band, practice: Practice) -> list[str]:
    up_to = "" if band.up_to is None else str(band.up_to)
    before, after = practice.days.get(act, (0, 0))
    cells = {
        "act": act.label, "value_over": over, "value_up_to": up_to, "framework": "either",
        "decide_within_days": "5", "urgent_roles": practice.urgent, "urgent_days": "10",
        "cited": f'"{band.cited}"', "scrutiny_days_before": str(before or ""),
        "scrutiny_days_after": str(after or ""),
        **{f"step_{place}": step for place, step in enumerate(band.steps, start=1)},
    }  # fmt: skip
    return [cells.get(column, "") for column in COLUMNS]
