"""At which figure the scheme of delegation is asked about a round as it stands."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet, Sum

from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.uplift import models
from carewright.uplift.rules.level import Known, Level, level_of
from carewright.uplift.rules.words import Counted

#: What one provider gets less does not hide what another gets more.
_RISES = Q(new_pence__gt=F("old_pence"))


def level(found: models.UpliftRound, *, on: date, seen_by: platform.Officer) -> Level:
    """By the scheme in force on the day; without any, the sum itself."""
    rising = found.lines.filter(_RISES)
    known = Known(
        pence=_rises(rising) + max(0, found.figures["owed"] or 0),
        unknown=rising.filter(counted=Counted.NOT_KNOWN.value).count(),
        placements=placements_rising(found),
    )
    adopted = [
        each for each in decide.schemes(seen_by=seen_by) if each.state is decide.SchemeState.ADOPTED
    ]
    scheme = decide.in_force(adopted, on)
    return level_of(known, scheme.rows if scheme else ())


def placements_rising(found: models.UpliftRound) -> int:
    """Of how many persons each the round raises a price."""
    theirs = found.lines.filter(one_person=True, new_pence__isnull=False)
    return theirs.values("agreement_id").distinct().count()


def _rises(rising: QuerySet[models.UpliftLine]) -> int:
    return int(rising.aggregate(sum=Sum("effect_pence"))["sum"] or 0)
