"""What partners show each other, held by the database itself: every query here is plain SQL.

The tables are made for these tests with the same operations that a stage's migration uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, migrations, transaction
from django.db import models as fields
from django.db.migrations.state import ProjectState

from carewright.platform import api as platform
from carewright.platform.api import Level, Part, Role, ScopeRows, SharedKind, ShareRows, acting_for
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

THINGS, REMARKS, PARTS = "platform_sharedthing", "platform_remark", "platform_piece"
CHILD = [("id", fields.UUIDField(primary_key=True)), ("thing_id", fields.UUIDField())]
OPERATIONS = [
    migrations.CreateModel(
        "SharedThing",
        [
            ("id", fields.UUIDField(primary_key=True)),
            ("organisation_id", fields.UUIDField()),
            ("partnership_id", fields.UUIDField(null=True)),
            ("words", fields.TextField(default="")),
        ],
    ),
    ScopeRows("sharedthing"),
    ShareRows("sharedthing", kind="task"),
    migrations.CreateModel("Remark", CHILD),
    ScopeRows("remark", column="thing_id", through=THINGS),
    ShareRows("remark", kind="task", column="thing_id", through=THINGS, adds_at="comment"),
    migrations.CreateModel("Piece", CHILD),
    ScopeRows("piece", column="thing_id", through=THINGS),
    ShareRows("piece", kind="task", column="thing_id", through=THINGS),
]


@pytest.fixture(autouse=True)
def tables(db: None) -> None:
    """A table whose rows can be shared, one of remarks upon them and one of their pieces."""
    state = ProjectState()
    with connection.schema_editor() as editor:
        for operation in OPERATIONS:
            after = state.clone()
            operation.state_forwards("platform", after)
            operation.database_forwards("platform", editor, state, after)
            state = after


@pytest.fixture
def lead() -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def partner() -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def stranger() -> platform.Officer:
    return make.commissioner()


def sql(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]


def seen_by(officer: platform.Officer) -> set[UUID]:
    with acting_for(officer.organisation.id):
        return {found for (found,) in sql(f"SELECT id FROM {THINGS}")}


def changed_by(officer: platform.Officer, thing: UUID, to: str = "words = 'x'") -> int:
    with acting_for(officer.organisation.id), transaction.atomic():
        return int(sql(f"UPDATE {THINGS} SET {to} WHERE id = %s", thing)[0][0])


def thing(owner: platform.Officer, partnership_id: UUID | None) -> UUID:
    made = uuid4()
    with acting_for(owner.organisation.id), transaction.atomic():
        sql(
            f"INSERT INTO {THINGS} VALUES (%s, %s, %s, '')",
            made, owner.organisation.id, partnership_id,
        )  # fmt: skip
    return made


def remark(by: platform.Officer, upon: UUID, table: str = REMARKS) -> None:
    with acting_for(by.organisation.id), transaction.atomic():
        sql(f"INSERT INTO {table} VALUES (%s, %s)", uuid4(), upon)


@contextmanager
def refused() -> Iterator[None]:
    with pytest.raises(DatabaseError, match=r"row-level security|owner|of others"):
        yield


def together_at(
    level: Level, lead: platform.Officer, partner: platform.Officer
) -> tuple[UUID, UUID]:
    """A partnership with a thing of the lead's in it."""
    kept = together.partnership(lead, partner, shared={SharedKind.TASK: level})
    return kept, thing(lead, kept)


@pytest.mark.parametrize(
    ("level", "changes", "remarks"),
    [(Level.SEE, 0, False), (Level.COMMENT, 0, True), (Level.DECIDE, 1, True)],
)
def test_a_partner_goes_as_far_as_the_level_and_no_further(
    level: Level, changes: int, remarks: bool, lead: platform.Officer, partner: platform.Officer
) -> None:
    _, shared = together_at(level, lead, partner)
    assert shared in seen_by(partner)
    assert changed_by(partner, shared) == changes
    if remarks:
        remark(partner, shared)
    else:
        with refused():
            remark(partner, shared)
    if changes:
        remark(partner, shared, PARTS)
    else:
        with refused():
            remark(partner, shared, PARTS)


def test_strangers_see_nothing_whatever_the_level(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    _, shared = together_at(Level.DECIDE, lead, partner)
    assert seen_by(stranger) == set()
    assert changed_by(stranger, shared) == 0
    with refused():
        remark(stranger, shared)


def test_a_kind_that_is_not_shared_stays_the_owners_own(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept = together.partnership(lead, partner, shared={SharedKind.PAPER: Level.DECIDE})
    with refused():
        thing(lead, kept)
    own = thing(lead, None)
    assert seen_by(lead) == {own}
    assert seen_by(partner) == set()


def test_what_its_owner_shares_with_nobody_is_seen_by_no_partner(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    together_at(Level.DECIDE, lead, partner)
    assert thing(lead, None) not in seen_by(partner)


def test_terms_count_for_nobody_until_everybody_has_agreed(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept = together.partnership(lead, partner, agreed=False)
    with refused():
        thing(lead, kept)
    together.all_agree(together.latest_terms(kept), lead)
    with refused():
        thing(lead, kept)
    together.all_agree(together.latest_terms(kept), partner)
    shared = thing(lead, kept)
    assert seen_by(partner) == {shared}


def test_terms_that_begin_later_do_not_count_yet(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept = together.partnership(lead, partner, starts_on=date(2999, 1, 1))
    with refused():
        thing(lead, kept)


def test_whoever_left_sees_nothing_any_more_and_is_seen_no_more(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept, leads_own = together_at(Level.DECIDE, lead, partner)
    partners_own = thing(partner, kept)
    assert seen_by(lead) == seen_by(partner) == {leads_own, partners_own}
    platform.leave_partnership(
        terms_id=together.latest_terms(kept), leaves_before=date(2021, 1, 1), reason="Budget",
        by=together.colleague(partner, Role.AUTHORISING_DIRECTOR), at=NOW,
    )  # fmt: skip
    assert seen_by(partner) == {partners_own}
    assert seen_by(lead) == {leads_own}
    assert changed_by(partner, leads_own) == changed_by(lead, partners_own) == 0


def test_an_ended_partnership_shares_nothing(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept, _ = together_at(Level.DECIDE, lead, partner)
    platform.end_partnership(
        partnership_id=kept, ends_before=date(2021, 1, 1), reason="Merged",
        by=together.colleague(lead, Role.AUTHORISING_DIRECTOR), at=NOW,
    )  # fmt: skip
    assert seen_by(partner) == set()


def test_a_newcomer_and_a_higher_level_need_everybody_s_word(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    kept, _ = together_at(Level.SEE, lead, partner)
    partners_own = thing(partner, kept)
    terms_id = platform.propose_terms(
        partnership_id=kept, starts_on=together.LONG_AGO, shared={SharedKind.TASK: Level.DECIDE},
        parts=[Part(each.organisation.id, None) for each in (lead, partner, stranger)],
        by=together.colleague(lead, Role.COMMISSIONER), at=NOW,
    )  # fmt: skip
    together.all_agree(terms_id, lead, stranger)
    assert seen_by(stranger) == set()
    assert changed_by(lead, partners_own) == 0
    together.all_agree(terms_id, partner)
    assert partners_own in seen_by(stranger)
    assert changed_by(lead, partners_own) == 1


def test_a_lead_that_drops_a_partner_loses_sight_of_what_is_the_partner_s(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    kept, _ = together_at(Level.SEE, lead, partner)
    partners_own = thing(partner, kept)
    together.new_terms(kept, lead, stranger, shared={SharedKind.TASK: Level.DECIDE})
    assert partners_own not in seen_by(lead) | seen_by(stranger)
    assert seen_by(partner) == {partners_own}


def test_nobody_shares_with_a_partnership_of_others(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    kept, _ = together_at(Level.DECIDE, lead, partner)
    with refused():
        thing(stranger, kept)
    own = thing(stranger, None)
    with refused():
        changed_by(stranger, own, f"partnership_id = '{kept}'")


def test_no_partner_takes_a_thing_over_or_says_with_whom_it_is_shared(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    _, shared = together_at(Level.DECIDE, lead, partner)
    elsewhere = together.partnership(partner, stranger, shared={SharedKind.TASK: Level.DECIDE})
    for change in (
        f"organisation_id = '{partner.organisation.id}'",
        f"partnership_id = '{elsewhere}'",
        "partnership_id = NULL",
    ):
        with refused():
            changed_by(partner, shared, change)
    assert changed_by(lead, shared, "partnership_id = NULL") == 1
    assert shared not in seen_by(partner)


def test_no_partner_deletes_what_is_shared(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    _, shared = together_at(Level.DECIDE, lead, partner)
    with acting_for(partner.organisation.id):
        assert sql(f"DELETE FROM {THINGS} WHERE id = %s", shared) == [(0,)]


def test_partners_are_asked_for_once_a_query_and_an_index_still_serves(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    together_at(Level.SEE, lead, partner)
    sql(f"CREATE INDEX ON {THINGS} (organisation_id)")
    sql(f"CREATE INDEX ON {THINGS} (partnership_id)")
    sql(f"INSERT INTO {THINGS} SELECT gen_random_uuid(), gen_random_uuid(), NULL, '' "
        "FROM generate_series(1, 5000)")  # fmt: skip
    sql(f"ANALYZE {THINGS}")
    with acting_for(partner.organisation.id):
        plan = "\n".join(line for (line,) in sql(f"EXPLAIN SELECT id FROM {THINGS}"))
    assert "BitmapOr" in plan
    assert "InitPlan" in plan


def test_the_tables_of_a_partnership_are_seen_by_those_named_and_written_by_the_lead(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    kept = together.partnership(lead, partner, agreed=False)
    tables = [
        "platform_partnership", "platform_partnershipterms", "platform_partnershipmember",
        "platform_partnershipsharing",
    ]  # fmt: skip
    for officer, sees in ((lead, True), (partner, True), (stranger, False)):
        with acting_for(officer.organisation.id):
            assert all(bool(sql(f"SELECT 1 FROM {table}")) is sees for table in tables)
    with acting_for(partner.organisation.id):
        assert sql("UPDATE platform_partnership SET name = 'Ours' WHERE id = %s", kept) == [(0,)]
    with acting_for(lead.organisation.id):
        others = (
            "UPDATE platform_partnershipmember SET agreed_at = now() WHERE organisation_id = %s"
        )
        assert sql(others, partner.organisation.id) == [(0,)]


def test_terms_that_a_partner_agreed_are_not_added_to(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept = together.partnership(lead, partner)
    with (
        acting_for(lead.organisation.id),
        pytest.raises(DatabaseError, match="not added to"),
        transaction.atomic(),
    ):
        sql(
            "INSERT INTO platform_partnershipsharing VALUES (%s, 'paper', 'decide', %s)",
            uuid4(), together.latest_terms(kept),
        )  # fmt: skip


def test_the_shares_of_a_pool_add_up_in_the_database_too(
    lead: platform.Officer, partner: platform.Officer
) -> None:
    kept = together.partnership(lead, partner, agreed=False)
    terms_id = together.latest_terms(kept)

    def pays(share: int) -> None:
        sql("UPDATE platform_partnershipmember SET share = %s WHERE terms_id = %s", share, terms_id)
        sql("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="whole of it"), transaction.atomic():
        pays(4000)
    pays(5000)


def test_nobody_asks_about_the_partnerships_of_others(
    lead: platform.Officer, partner: platform.Officer, stranger: platform.Officer
) -> None:
    together.partnership(lead, partner)
    asked = "SELECT jsonb_array_length(platform_partnerships_of(%s, current_date))"
    with acting_for(stranger.organisation.id):
        assert sql(asked, lead.organisation.id) == [(0,)]
    with acting_for(None, account_id=lead.account_id):
        assert sql(asked, lead.organisation.id) == [(1,)]
        assert sql(asked, partner.organisation.id) == [(0,)]


def test_every_function_that_runs_as_its_owner_says_where_names_are_looked_up() -> None:
    found = sql(
        "SELECT proname, proconfig FROM pg_proc "
        "WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    )
    assert found
    unsaid = [
        name for name, config in found if not any("search_path" in each for each in config or ())
    ]
    assert unsaid == []
