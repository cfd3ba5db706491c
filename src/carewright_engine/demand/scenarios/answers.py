"""What a projection answers: fans, differences, the gap, and what it all rests on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Final, Self

from carewright_engine.demand.scenarios.gap import GapAhead
from carewright_engine.demand.scenarios.moves_most import Move
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.demand.scenarios.summaries import Fan
from carewright_engine.provision.answers import NotAssessed
from carewright_engine.provision.inputs import SourceRef
from carewright_engine.provision.plain import as_plain, from_plain
from carewright_engine.provision.rows_behind import RowsBehind

FORMAT: Final = "carewright/projection/1"
#: Fields that answers of earlier versions do not have.
CAME_LATER: Final = frozenset({"limited", "left_out", "rows"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What was published for a financial year: people, and hours a week or places; None unknown.

    `fitted` says whether the projection was fitted to it.
    """

    year: int
    people: float | None
    amount: float | None
    fitted: bool = True


@dataclass(frozen=True, slots=True)
class AgeAndSex:
    """People of five years of age: at the base, and in the last year of the projection."""

    name: str
    youngest: int
    women: float
    men: float
    women_later: float
    men_later: float


@dataclass(frozen=True, slots=True)
class BandFan:
    """Hours a week or places for one age band."""

    band: str
    amount: Fan


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the projection rests on: what it is, its value in words, and where it is from.

    `standing` is published, fitted, derived, borrowed, local, judgement or practice.
    """

    name: str
    value: str
    source: str
    standing: str


@dataclass(frozen=True, slots=True)
class Limited:
    """What a limit to supply leaves of what is needed, by year.

    `most` is the middle of the limit over all areas; None in a year in which it does not hold in
    all of them. `pounds` is the cost of what is delivered, `pounds_unmet` of what is not: together
    the cost of what is needed, draw by draw. Both are None where no cost was given.
    """

    most: tuple[float | None, ...]
    delivered: Fan
    pounds: Fan | None = None
    pounds_unmet: Fan | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A lever of a scenario that could not act: a kind of support that it wants is not counted.

    `support` is that kind; the other levers of the scenario act all the same.
    """

    lever: str
    support: str
    why: str
    what_would_fill_it: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario. Differences are from the first, draw by draw, so chance takes no part in them.

    Money and unmet need are None where no cost, or no limit of supply, was given. Money is the
    cost of all that is needed, delivered or not, so that a limit never looks like a saving; answers
    of an earlier version that have unmet need, and no `limited`, cost what is delivered.
    """

    name: str
    about: str
    people: Fan
    amount: Fan
    difference: Fan
    by_band: tuple[BandFan, ...]
    pounds: Fan | None = None
    pounds_difference: Fan | None = None
    unmet: Fan | None = None
    gap: GapAhead | None = None
    moves: tuple[Move, ...] = ()
    limited: Limited | None = None
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class PartRows:
    """The rows of files that a part of a projection takes: what was counted, who lives where."""

    part: str
    rows: RowsBehind


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a reader must know before using the figures: a break in counting, an old file.

    `year` is the first one counted in another way, where that is what there is to know.
    """

    heading: str
    words: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What was found in the files, before any scenario."""

    unit: str
    counted: tuple[Counted, ...]
    ages: tuple[AgeAndSex, ...]
    base_year: int
    assumptions: tuple[Assumption, ...]
    not_assessed: tuple[NotAssessed, ...] = ()
    warnings: tuple[Warned, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    rows: tuple[PartRows, ...] = ()


@dataclass(frozen=True, slots=True)
class Projection:
    """The whole answer; the same question of the same facts gives the same bytes."""

    question: Question
    basis: Basis
    outcomes: tuple[Outcome, ...]
    engine_version: str
    format: str = FORMAT

    @property
    def as_now(self) -> Outcome:
        """The first scenario: people are helped as they are now."""
        return self.outcomes[0]

    @property
    def years(self) -> tuple[int, ...]:
        """The financial years projected, each by its first."""
        return self.as_now.amount.years

    @property
    def not_in_it(self) -> tuple[NotAssessed, ...]:
        """Questions that it leaves open, and levers that could not act, with what would help."""
        levers = (
            NotAssessed(
                f"“{outcome.name}”: lever “{each.lever}”", each.why, each.what_would_fill_it
            )
            for outcome in self.outcomes
            for each in outcome.left_out
        )
        return (*self.basis.not_assessed, *levers)

    def to_json(self) -> bytes:
        """Canonical JSON: sorted keys, no spaces; what came later is left out where it is empty.

        So answers that have no limit, nothing left out and no rows keep the bytes, and the digest,
        that they are cited by.
        """
        plain = as_plain(self)
        for part in (plain["basis"], *plain["outcomes"]):
            for name in CAME_LATER & part.keys():
                if not part[name]:
                    del part[name]
        return json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """The answer that `to_json` wrote."""
        return from_plain(cls, json.loads(text))

    @property
    def sha256(self) -> str:
        """The digest of the canonical JSON."""
        return hashlib.sha256(self.to_json()).hexdigest()
