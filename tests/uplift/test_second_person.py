"""Nobody stands alone behind a round: by no role, cover or statement past the actions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import together
from tests.factories import uplift as given
from tests.factories.uplift import DONE, LATER, People


def choose(round_id: UUID, reader: platform.Officer, by: platform.Officer) -> UUID:
    return uplift.choose_reader(round_id=round_id, reader_id=reader.id, by=by, **DONE)


def test_the_proposer_is_no_second_reader_whoever_chooses_them(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    colleague = decisions.colleague(people.proposer, Role.CONTRACT_MANAGER)
    for chooser in (people.proposer, colleague):
        with pytest.raises(CannotDo, match="Nobody reads a round that they had a hand in"):
            choose(round_id, people.proposer, chooser)


def test_whoever_previewed_it_anew_has_had_a_hand_in_it(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    second = decisions.colleague(people.proposer, Role.CONTRACT_MANAGER)
    uplift.preview_round(round_id=round_id, by=second, **DONE)
    with pytest.raises(CannotDo, match="had a hand in"):
        choose(round_id, second, people.proposer)


def test_a_deputy_of_the_proposer_does_not_read_it_even_if_the_cover_came_later(
    people: People,
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    choose(round_id, people.reader, people.proposer)
    together.cover(people.proposer, people.reader)
    with pytest.raises(CannotDo, match="stands in for somebody"):
        uplift.answer_reading(
            round_id=round_id, prices=given.right_prices(round_id), by=people.reader, **DONE
        )


def test_only_the_chosen_reader_answers_not_their_deputy(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    choose(round_id, people.reader, people.proposer)
    deputy = decisions.colleague(people.proposer, Role.FINANCE_OFFICER)
    together.cover(people.reader, deputy)
    with pytest.raises(CannotDo, match="You have not been asked"):
        uplift.answer_reading(round_id=round_id, prices=[1], by=deputy, **DONE)


def test_a_power_that_was_lent_lets_nobody_read(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    lawyer = decisions.colleague(people.proposer, Role.LEGAL_ADVISER)
    together.cover(people.reader, lawyer)
    with pytest.raises(CannotDo, match="None of this person’s own roles"):
        choose(round_id, lawyer, people.proposer)


def test_while_a_reader_is_at_it_nobody_changes_or_previews_it(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    choose(round_id, people.reader, people.proposer)
    with pytest.raises(CannotDo, match="A second reader is at it"):
        uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    with pytest.raises(CannotDo, match="A second reader is at it"):
        uplift.change_proposal(
            round_id=round_id, proposal=given.proposal(), by=people.proposer, **DONE
        )


def test_a_director_who_read_or_proposed_it_does_not_approve_it(by: platform.Officer) -> None:
    both = decisions.colleague(by, Role.FINANCE_OFFICER, Role.AUTHORISING_DIRECTOR)
    decisions.scheme(by.organisation.id, "Authorising director")
    given.running(by)
    round_id = given.checked(People(by, both, both))
    request_id = uplift.ask_for_approval(round_id=round_id, by=by, **DONE)
    with pytest.raises(Exception, match="You wrote some of what this asks for"):
        decisions.approved(request_id, both)
    deputy = decisions.colleague(by, Role.COMMISSIONER)
    together.cover(both, deputy)
    with pytest.raises(Exception, match="stand in for somebody who asked"):
        decisions.approved(request_id, deputy)


def test_a_director_who_covers_for_the_proposer_does_not_approve_it(people: People) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    together.cover(people.proposer, people.director)
    with pytest.raises(Exception, match="stand in for somebody who asked"):
        decisions.approved(request_id, people.director)


def test_a_director_with_a_hand_in_the_round_signs_no_reason_for_it(people: People) -> None:
    chief = decisions.colleague(people.proposer, Role.CHIEF_OFFICER)
    given.running(people.proposer, pence=1500)
    round_id = given.previewed(chief, rule={"floor": given.floor()})
    line = uplift.lines_of(round_id, seen_by=chief).get()
    with pytest.raises(CannotDo, match="Somebody who had no hand in the round"):
        uplift.sign_floor_reason(
            round_id=round_id, line_id=line.pk, reason="Nobody else", by=chief, **DONE
        )


def test_a_reader_changes_nothing_in_the_round_they_read(people: People) -> None:
    given.running(people.proposer)
    reader = decisions.colleague(people.proposer, Role.CONTRACT_MANAGER)
    round_id = given.checked(People(people.proposer, reader, people.director))
    with pytest.raises(CannotDo, match="You read or approved"):
        uplift.open_again(round_id=round_id, reason="Another rule", by=reader, **DONE)


PAST_THE_ACTIONS: list[tuple[str, dict[str, Any]]] = [
    ("uplift_round_is_read_by_a_second_person", {"checked_by_accounts": "proposer"}),
    ("uplift_round_is_approved_by_a_third_person", {"approved_by_accounts": "proposer"}),
    ("uplift_round_is_approved_by_a_third_person", {"approved_by_accounts": "reader"}),
    ("uplift_round_was_read_twice", {"checked_by_accounts": ""}),
    ("uplift_round_was_approved", {"approved_by_accounts": ""}),
    ("uplift_round_is_reversed_by_two_persons", {"undone_by_account": "proposer",
                                                 "undo_asked_by_account": "proposer"}),
    ("stays named in it", {"touched_by_accounts": "director"}),
]  # fmt: skip


@pytest.mark.parametrize(("constraint", "changes"), PAST_THE_ACTIONS)
def test_the_database_refuses_what_the_actions_would_refuse(
    people: People, constraint: str, changes: dict[str, str]
) -> None:
    found = ready(people)
    wanted = {name: value_of(people, name, who) for name, who in changes.items()}
    with pytest.raises(DatabaseError, match=constraint), transaction.atomic():
        models.UpliftRound.objects.filter(pk=found.pk).update(**wanted)


def ready(people: People) -> models.UpliftRound:
    """A round as it stands before it is applied, written past the actions."""
    return models.UpliftRound.objects.create(
        organisation_id=people.proposer.organisation.id, number=1, reason="Wages rise",
        effective_on=given.FROM, rule={}, state="approved", proposed_by_name="P",
        proposed_at=make.NOW, previewed_at=make.NOW, digest="d", request_id=UUID(int=1),
        touched_by_accounts=[people.proposer.account_id],
        checked_by_accounts=[people.reader.account_id],
        approved_by_accounts=[people.director.account_id],
    )  # fmt: skip


def value_of(people: People, name: str, who: str) -> Any:
    account = getattr(people, who).account_id if who else None
    if name.endswith("_accounts"):
        return [account] if account else []
    return account


def test_a_reading_names_two_persons_in_the_database_too(people: People) -> None:
    found = ready(people)
    with pytest.raises(DatabaseError, match="reading_is_by_a_second_person"), transaction.atomic():
        models.Reading.objects.create(
            organisation_id=found.organisation_id, round=found, number=1, digest="d",
            reader_id=people.reader.id, reader_account=people.reader.account_id, reader_name="R",
            chosen_by_account=people.reader.account_id, chosen_by_name="R", chosen_at=make.NOW,
        )  # fmt: skip


def test_a_stranger_finds_no_round(people: People) -> None:
    given.running(people.proposer)
    round_id = given.approved(people)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotYours):
        uplift.apply_round(round_id=round_id, by=stranger, at=LATER)
    with pytest.raises(platform.NotFound):
        uplift.uplift_round(round_id, seen_by=stranger)
