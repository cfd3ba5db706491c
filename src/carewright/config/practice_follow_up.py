"""Practice findings and actions: a review of the voluntary organisations that Elmshire funds.

The plan of its common themes follows a real council's plan of 2005 in substance; its words,
people, organisations and dates are invented.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Agreed, NewPhase, Recurrence, Source
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright_engine.values.local_time import LONDON

TITLE: Final = "Review of funded voluntary organisations"
PURPOSE: Final = (
    "Looks at what the council's grants and contracts with voluntary organisations achieve, what "
    "they cost, and how both sides can work together better."
)
ROWS: Final = Path(__file__).parent / "practice_plan.csv"
DAY: Final = timedelta(days=1)
MONITORING: Final = "Monitoring of contracts is largely absent, and irregular where it takes place."
ORGANISATIONS: Final = (
    ("Elm Valley Lunch Club", 1, "Accounts do not show what the council's grant was used for.",
     "Send an operating statement with the next accounts.", "Payments", 34),
    ("Alder Carers’ Link", 1, "The contract names no outcomes for carers.",
     "Agree three outcomes and how each is measured.", "Performance", 120),
    ("Riverside Befriending", 2, "The agreement has not been signed by an officer with authority.",
     "Sign the agreement and enter it in the register.", "Contract documents", 58),
    ("Strath Volunteer Transport", 2, "Nobody has met to review the contract for three years.",
     "Hold a review meeting and minute it.", "Monitoring", 210),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Begins the review, its plans and a year of history, unless they are there already."""
    people = _People(in_london(at).date())
    if follow_up.reviews(seen_by=people.commissioner).filter(title=TITLE).exists():
        return
    before = _found_before(people, at)
    review_id = _review(people, at)
    _plans_of_organisations(review_id, people, at)
    _common_plan(review_id, people, before, at)


class _People:
    """The officers of Elmshire who take part."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.elmshire = platform.organisation("elmshire")
        self.commissioner = self._known("commissioner")
        self.contracts = self._known("contracts")
        self.quality = self._known("quality")

    def _known(self, key: str) -> platform.Officer:
        email = f"{key}@elmshire.example"
        found = platform.officer_with(email, organisation_id=self.elmshire.id)
        if found is None:
            raise platform.NotFound(f"There is no practice person {email}")
        return platform.officer(found, on=self.on)


def _found_before(people: _People, at: datetime) -> list[UUID]:
    """Twice in earlier years an audit found what the review finds again."""
    found = []
    for days, reference in ((820, "Internal audit, contracts"), (400, "Internal audit, grants")):
        when = at - days * DAY
        agreed = Agreed(
            finding=MONITORING, action="Draw up a calendar of monitoring visits.",
            owner_words=people.quality.name, owner_id=people.quality.id,
            due_at=_five_pm(when + 90 * DAY), source=Source.AUDIT, reference=reference,
            themes=("Monitoring",),
        )  # fmt: skip
        task_id = follow_up.agree_action(agreed=agreed, by=people.commissioner, at=when)
        follow_up.finish_action(
            task_id=task_id, evidence="Calendar of visits, seen by the management team.",
            by=people.quality, at=when + 80 * DAY,
        )  # fmt: skip
        follow_up.close_action(task_id=task_id, by=people.commissioner, at=when + 85 * DAY)
        found.append(task_id)
    follow_up.confirm_return(
        task_id=found[1], earlier_id=found[0], by=people.commissioner, at=at - 399 * DAY
    )
    return found


def _review(people: _People, at: datetime) -> UUID:
    begun = at - 200 * DAY
    phases = [
        NewPhase("The first organisations", begun.date(), (at - 60 * DAY).date()),
        NewPhase("The other organisations", (at - 60 * DAY).date(), (at + 120 * DAY).date()),
    ]
    return follow_up.begin_review(
        title=TITLE, purpose=PURPOSE, phases=phases, by=people.commissioner, at=begun
    )


def _plans_of_organisations(review_id: UUID, people: _People, at: datetime) -> None:
    for place, (about, phase, finding, action, theme, affected) in enumerate(ORGANISATIONS):
        plan_id = follow_up.add_to_review(
            review_id=review_id, phase_number=phase, about=about, by=people.commissioner,
            at=at - 50 * DAY,
        )  # fmt: skip
        agreed = Agreed(
            finding=finding, action=action, owner_words=people.contracts.name,
            owner_id=people.contracts.id, due_at=_five_pm(at + (15 * place - 20) * DAY),
            source=Source.REVIEW, reference=TITLE, themes=(theme,), people_affected=affected,
            plan_id=plan_id, recurrence=Recurrence.YEARLY if place == 0 else Recurrence.ONCE,
        )  # fmt: skip
        task_id = follow_up.agree_action(agreed=agreed, by=people.commissioner, at=at - 49 * DAY)
        if place == 1:
            follow_up.take_up_action(task_id=task_id, by=people.contracts, at=at - 30 * DAY)


def _common_plan(review_id: UUID, people: _People, before: list[UUID], at: datetime) -> None:
    """The themes common to all come from a file, as a council would have them."""
    common = follow_up.review(review_id, seen_by=people.commissioner).common_plan
    if common is None:
        return
    import_id = follow_up.give_plan_file(
        plan_id=common.id, file_name="common-themes.csv", content=plan_as_csv(at).encode(),
        by=people.commissioner, at=at - 45 * DAY,
    )  # fmt: skip
    follow_up.import_plan(import_id=import_id, by=people.commissioner, at=at - 45 * DAY)
    _history(common.id, people, before, at)


def plan_as_csv(at: datetime) -> str:
    """The worked example as a file, its dates counted from a day."""
    out = io.StringIO()
    writer = csv.writer(out)
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        writer.writerow(["Ref", "Theme", "Review findings", "Responsibility", "Actions", "Date"])
        for row in rows:
            due = at.astimezone(LONDON).date() + int(row["days"]) * DAY
            kept = [row[name] for name in ("number", "theme", "finding", "owner", "action")]
            writer.writerow([*kept, f"{due:%d/%m/%Y} 5 pm"])
    return out.getvalue()


def _history(plan_id: UUID, people: _People, before: list[UUID], at: datetime) -> None:
    """What has become of the plan since."""
    of_plan = follow_up.actions_of_plan(plan_id, seen_by=people.commissioner, at=at)
    by_number: dict[str, UUID] = {}
    for task in of_plan:
        by_number.setdefault(task.finding_number, task.pk)
    follow_up.finish_action(
        task_id=by_number["1.1"], evidence="Minute of the management team: themes of phase one "
        "go into the common plan.", by=people.contracts, at=at - 42 * DAY,
    )  # fmt: skip
    follow_up.close_action(task_id=by_number["1.1"], by=people.commissioner, at=at - 41 * DAY)
    follow_up.take_up_action(task_id=by_number["5.1"], by=people.contracts, at=at - 20 * DAY)
    follow_up.finish_action(
        task_id=by_number["2.1"], evidence="Application of this month, with the answers of the "
        "legal and finance advisers.", by=people.contracts, at=at - 2 * DAY,
    )  # fmt: skip
    follow_up.confirm_return(
        task_id=by_number["6.1"], earlier_id=before[0], by=people.commissioner, at=at - 44 * DAY
    )


def _five_pm(moment: datetime) -> datetime:
    return moment.astimezone(LONDON).replace(hour=17, minute=0, second=0, microsecond=0)
