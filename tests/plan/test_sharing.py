"""A decision put into a partnership: partners read it, and write in it as far as was agreed."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from carewright.plan import api as plan
from carewright.plan import models
from carewright.plan.api import CannotDo
from carewright.platform import api as platform
from carewright.platform.api import Level, SharedKind, acting_for
from tests.factories import plan as given
from tests.factories import platform as make
from tests.factories import together

pytestmark = pytest.mark.django_db
TABLES = (
    models.SourcingDecision, models.Ending, models.Evidence, models.Weighed, models.Judgement,
    models.Advice,
)  # fmt: skip


def shared(
    decision_id: UUID, by: platform.Officer, partner: platform.Officer, level: Level
) -> tuple[platform.Officer, platform.Officer]:
    """The decision in a partnership, and both sides as they are now."""
    joint = together.partnership(by, partner, shared={SharedKind.SOURCING: level})
    owner, other = together.again(by), together.again(partner)
    plan.share_decision(decision_id=decision_id, partnership_id=joint, by=owner, at=make.NOW)
    return owner, other


def seen_in_the_tables(by: platform.Officer) -> list[bool]:
    """Which tables show an organisation anything where no query filters."""
    with acting_for(by.organisation.id):
        return [table.objects.exists() for table in TABLES]


def test_the_database_shows_a_partner_the_decision_and_all_in_it_and_nobody_else(
    by: platform.Officer, partner: platform.Officer
) -> None:
    decision_id, stranger = given.complete(by), make.commissioner()
    assert seen_in_the_tables(by) == [True] * len(TABLES)
    assert seen_in_the_tables(partner) == [False] * len(TABLES)
    owner, other = shared(decision_id, by, partner, Level.SEE)
    assert seen_in_the_tables(partner) == [True] * len(TABLES)
    assert seen_in_the_tables(stranger) == [False] * len(TABLES)
    (line,) = plan.sourcing_decisions(seen_by=other, on=make.TODAY)
    assert line.shared_by == by.organisation.name
    plan.share_decision(decision_id=decision_id, partnership_id=None, by=owner, at=make.NOW)
    assert seen_in_the_tables(partner) == [False] * len(TABLES)


@pytest.mark.parametrize("level", [Level.SEE, Level.COMMENT])
def test_below_deciding_the_database_lets_a_partner_change_nothing(
    level: Level, by: platform.Officer, partner: platform.Officer
) -> None:
    _owner, other = shared(given.complete(by), by, partner, level)
    with acting_for(partner.organisation.id), connection.cursor() as cursor:
        for table in TABLES:
            name = table._meta.db_table
            for words in (f"UPDATE {name} SET id = id", f"DELETE FROM {name}"):
                cursor.execute(words)
                assert cursor.rowcount == 0, words
    (line,) = plan.sourcing_decisions(seen_by=other, on=make.TODAY)
    with pytest.raises(platform.NotYours):
        given.said(line.id, other, needs="Theirs")


def test_from_deciding_on_a_partner_writes_in_it_and_neither_asks_nor_ends_it(
    by: platform.Officer, partner: platform.Officer
) -> None:
    decision_id = given.written(by)
    owner, other = shared(decision_id, by, partner, Level.DECIDE)
    with acting_for(partner.organisation.id):
        given.said(decision_id, other, needs="Both councils need it")
        given.ends(decision_id, other, title="Their agreement")
        given.weighed(decision_id, plan.Option.JOIN, other)
        (mine, theirs) = plan.sourcing_decision(decision_id, seen_by=other).endings
        plan.take_out(
            decision_id=decision_id, part="ending", part_id=mine.id, by=other, at=make.NOW
        )
        for act in (
            lambda: plan.ask_for_approval(
                decision_id=decision_id, reason="R", by=other, at=make.NOW
            ),
            lambda: plan.withdraw_decision(
                decision_id=decision_id, reason="R", by=other, at=make.NOW
            ),
        ):
            with pytest.raises(platform.NotYours):
                act()
    found = plan.sourcing_decision(decision_id, seen_by=owner)
    assert found.needs == "Both councils need it"
    assert [each.id for each in found.endings] == [theirs.id]
    given.asked(owner, decision_id)
    with acting_for(partner.organisation.id), pytest.raises(CannotDo, match="stay as they are"):
        given.said(decision_id, other, needs="Once more")
