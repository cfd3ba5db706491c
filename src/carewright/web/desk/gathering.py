"""Asks every stage what it has for an officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.govern import api as govern
from carewright.keep_to import api as keep_to
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.ui.formats import in_london, written_date
from carewright.web.desk.duties import Duty, Pending
from carewright.web.desk.of_agreements import agreements_of, imports_of
from carewright.web.desk.of_bodies import directions_of, meetings_of

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Gathered:
    """What waits for an officer, and what of theirs waits for somebody else."""

    duties: list[Duty]
    pending: list[Pending]


def gathered_for(officer: platform.Officer, at: datetime) -> Gathered:
    """Both, so that each stage is asked once."""
    decisions = _desk_of(officer, at)
    covers = _covers_by(officer, at)
    return Gathered(
        duties=[
            *map(_decision, decisions.mine[:MOST]), *_actions(officer, covers, at),
            *_questions(officer), *map(_cover, covers), *_lost_factors(officer, at),
            *_owed(officer, covers, at), *_to_read(officer, at), *_open_to_members(officer, at),
            *meetings_of(officer, at), *directions_of(officer), *_training(officer, at),
            *agreements_of(officer, at), *imports_of(officer), *_files(officer),
        ],
        pending=[*map(_asked_decision, decisions.others[:MOST]), *_done_actions(officer)],
    )  # fmt: skip


def duties_of(officer: platform.Officer, at: datetime) -> list[Duty]:
    """Everything that waits for the officer to do it."""
    return gathered_for(officer, at).duties


def _desk_of(officer: platform.Officer, at: datetime) -> decide.Desk:
    if not platform.may(officer, Act.SEE_DECISIONS):
        return decide.Desk()
    return decide.desk_of(officer, at=at)


def _covers_by(officer: platform.Officer, at: datetime) -> list[platform.Cover]:
    """For whom the officer stands in today."""
    day = in_london(at).date()
    covers = platform.cover_on(organisation_id=officer.organisation.id, day=day)
    return [cover for cover in covers if cover.deputy_id == officer.id]


def _decision(waiting: decide.Waiting) -> Duty:
    """A step to take, a minute to record or questions to answer."""
    asked = waiting.approval
    instead = _("standing in for %(name)s") % {"name": waiting.standing_in_for}
    parts = (asked.reference, waiting.what, instead if waiting.standing_in_for else "")
    return Duty(
        text=asked.title,
        href=reverse("decide:request", args=[asked.id]),
        beneath=" · ".join(filter(None, parts)),
        people=asked.people_affected,
        due=waiting.due_at,
        shared_with=_any_of(waiting),
    )


def _any_of(waiting: decide.Waiting) -> str:
    """By which roles others too may do it; nothing where only the officer is asked."""
    steps = [each for each in waiting.approval.steps if each.id in waiting.step_ids]
    if any(step.committee for step in steps):
        return _("any clerk")
    roles = sorted({role.label.lower() for step in steps for role in step.roles})
    return _("any %(role)s") % {"role": _(" or ").join(roles)} if roles else ""


def _questions(officer: platform.Officer) -> Iterator[Duty]:
    """What members asked about the officer's papers and nobody has answered."""
    if not platform.may(officer, Act.SEE_PAPERS):
        return
    for each in govern.questions_to_answer(seen_by=officer)[:MOST]:
        yield Duty(
            text=_("Answer: %(question)s") % {"question": each.text[:120]},
            href=reverse("govern:paper", args=[each.paper_id]),
            beneath=each.reference,
            people=each.people_affected,
            due=None,
        )


def _open_to_members(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """Decisions at which scrutiny may look for some days yet, before or after they are taken."""
    if not platform.may(officer, Act.CALL_FOR_SCRUTINY):
        return
    for each in govern.open_to_members(seen_by=officer, at=at)[:MOST]:
        after = _("It may be called in before it is carried out")
        yield Duty(
            text=each.title,
            href=each.link,
            beneath=after if each.call_in_until else _("You can look at it before it is decided"),
            people=each.people_affected,
            due=each.open_until,
            shared_with=_("any member of scrutiny"),
        )


def _cover(cover: platform.Cover) -> Duty:
    """For whom the officer stands in today, said where nobody overlooks it."""
    return Duty(
        text=_("Stand in for %(name)s") % {"name": cover.absent},
        href=reverse("platform:absence"),
        beneath=_("until %(day)s") % {"day": written_date(cover.ends_before)},
        people=None,
        due=None,
    )


def _lost_factors(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """Colleagues who cannot sign in until a second person has vouched for them."""
    if not platform.may(officer, Act.CONFIRM_FACTOR_RESET):
        return
    for each in platform.resets_to_confirm(seen_by=officer, at=at)[:MOST]:
        yield Duty(
            text=_("Vouch for %(name)s, who lost a second factor") % {"name": each.name},
            href=reverse("platform:factor_reset", args=[each.id]),
            beneath=_("asked for by %(name)s") % {"name": each.asked_by},
            people=None,
            due=each.ends_at,
            shared_with=_("anybody who may vouch"),
        )


def _training(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """Courses to take: the officer's own, and those of whoever is in a team that they lead."""
    if not platform.may(officer, Act.SEE_TRAINING):
        return
    for lead in platform.training_wanted(seen_by=officer, on=in_london(at).date()):
        mine = lead.officer_id == officer.id
        for each in lead.wanting:
            words = (
                _("Take the training: %(course)s")
                if mine
                else _("Training of %(name)s: %(course)s")
            )
            yield Duty(
                text=words % {"name": lead.name, "course": each.course.name},
                href=reverse("platform:training_of", args=[lead.officer_id]),
                beneath=_("%(state)s. Write down when it was taken") % {"state": each.state.label},
                people=None,
                due=_end_of(each.due_on),
            )


def _end_of(day: date) -> datetime:
    """Five in the afternoon in London: what is due on a day is due before people go home."""
    return make_aware(datetime.combine(day, time(17)))


def _asked_decision(waiting: decide.Waiting) -> Pending:
    """What the officer asked for and others have to decide."""
    asked = waiting.approval
    return Pending(
        text=asked.title,
        href=reverse("decide:request", args=[asked.id]),
        beneath=asked.reference,
        people=asked.people_affected,
        with_whom=waiting.what,
        since=waiting.since,
    )


def _actions(
    officer: platform.Officer, covers: Sequence[platform.Cover], at: datetime
) -> Iterator[Duty]:
    """Actions to do, and those that others have done and the officer can close."""
    if not platform.may(officer, Act.SEE_ACTIONS):
        return
    for due in follow_up.due_for(officer, at=at, covers=covers)[:MOST]:
        yield Duty(due.title, due.link, due.beneath, due.people_affected, due.due_at)
    for due in follow_up.waiting_to_be_checked(officer, at=at)[:MOST]:
        words = _("Check and close: %(action)s") % {"action": due.title}
        yield Duty(words, due.link, due.beneath, due.people_affected, due.due_at)


def _owed(
    officer: platform.Officer, covers: Sequence[platform.Cover], at: datetime
) -> Iterator[Duty]:
    """What agreements oblige the officer to, or whoever they stand in for."""
    if not platform.may(officer, Act.SEE_OBLIGATIONS):
        return
    for each in keep_to.due_for(officer, at=at, covers=covers)[:MOST]:
        instead = _("standing in for %(name)s") % {"name": each.instead_of}
        parts = (f"{each.reference} {each.agreement}", instead if each.instead_of else "")
        yield Duty(
            text=each.words,
            href=reverse("keep_to:obligation", args=[each.id]),
            beneath=" · ".join(filter(None, parts)),
            people=each.people,
            due=each.due_at,
        )


def _to_read(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """Briefings that the officer's teams have to have read."""
    if not platform.may(officer, Act.READ_BRIEFING):
        return
    for each in keep_to.to_read(officer, on=in_london(at).date()):
        yield Duty(
            text=_("Read the briefing: %(agreement)s") % {"agreement": each.agreement},
            href=reverse("keep_to:briefing", args=[each.agreement_id]),
            beneath=_("%(reference)s, version %(number)s")
            % {"reference": each.reference, "number": each.number},
            people=None,
            due=None,
        )


def _done_actions(officer: platform.Officer) -> Iterator[Pending]:
    """Actions that the officer has done and somebody else has to close."""
    for each in follow_up.waiting_for_a_check(officer)[:MOST]:
        whom = each.with_whom or _("Somebody else who can close it")
        yield Pending(each.title, each.link, each.beneath, each.people_affected, whom, each.since)


def _files(officer: platform.Officer) -> Iterator[Duty]:
    """Files that were read or could not be, and wait for a person to say what now."""
    if not platform.may(officer, Act.IMPORT_FACTS):
        return
    states = [DatasetState.READ.value, DatasetState.UNREADABLE.value]
    found = register.datasets(seen_by=officer).filter(
        state__in=states, organisation_id=officer.organisation.id
    )
    # A register of contracts may become agreements and never be imported as facts.
    taken_in = contract.imports(seen_by=officer).values("sha256")
    found = found.exclude(sha256__in=taken_in)
    for row in map(register.dataset_row, found[:MOST]):
        unreadable = row.state is DatasetState.UNREADABLE
        words = _("Say what %(file)s is") if unreadable else _("Import %(file)s")
        yield Duty(
            text=words % {"file": row.file_name},
            href=reverse("register:file", args=[row.id]),
            beneath=row.problem if unreadable else f"{row.title} · {row.rows_kept:,} rows",
            people=None,
            due=None,
            shared_with=_("anybody who imports files"),
        )
