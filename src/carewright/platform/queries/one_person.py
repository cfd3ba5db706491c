"""Accounts that belong to one person, as far as anybody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from carewright.platform import models
from carewright.platform.rows import Officer
from carewright.platform.rules.one_person import mailbox_of


def accounts_of_the_same_people(
    account_ids: Iterable[UUID], *, organisation_id: UUID
) -> frozenset[UUID]:
    """These accounts, and every other of the organisation with the mailbox of one of them.

    Whoever reads a@b reads a+two@b as well. Two mailboxes of one person are two persons to us.
    """
    (found,) = each_with_the_same_people([account_ids], organisation_id=organisation_id)
    return found


def each_with_the_same_people(
    groups: Iterable[Iterable[UUID]], *, organisation_id: UUID
) -> tuple[frozenset[UUID], ...]:
    """The same of several groups of accounts, with one look at the organisation's mailboxes."""
    among = models.Officer.objects.for_organisation(organisation_id)
    boxes = {
        account: mailbox_of(email)
        for account, email in among.values_list("account_id", "account__email")
    }
    return tuple(_with_others(frozenset(each), boxes) for each in groups)


def _with_others(given: frozenset[UUID], boxes: Mapping[UUID, str]) -> frozenset[UUID]:
    theirs = {boxes[each] for each in given & boxes.keys()}
    return given | {account for account, box in boxes.items() if box in theirs}


def is_same_person(by: Officer, account_id: UUID | None) -> bool:
    """Whether an account is the officer's own, under whichever sign-in; none is nobody's."""
    return account_id in accounts_of_the_same_people(
        [by.account_id], organisation_id=by.organisation.id
    )
