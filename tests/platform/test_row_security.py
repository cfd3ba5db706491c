"""The database shows an organisation's rows to that organisation only."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from carewright.platform import models
from carewright.platform.api import acting_for
from carewright.platform.row_security import CREATE_ROLE
from carewright.platform.scope import ACT, CEASE, standing
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

SCOPED = [models.Officer, models.OfficerRole, models.AuditEvent, models.Job]


@pytest.fixture
def elmshire() -> make.platform.Officer:
    found = make.commissioner()
    _leave_traces(found)
    return found


@pytest.fixture
def oakshire() -> make.platform.Officer:
    found = make.commissioner()
    _leave_traces(found)
    return found


def _leave_traces(by: make.platform.Officer) -> None:
    make.job(by)
    with transaction.atomic():
        make.platform.audit.record(
            "looked", "area", 1, by=by, at=make.NOW, organisation_id=by.organisation.id
        )


@pytest.mark.parametrize("model", SCOPED)
def test_an_organisation_sees_its_own_and_nothing_of_others(
    model: type[models.Job], elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    assert model.objects.count() == 2
    with acting_for(elmshire.organisation.id):
        own = set(model.objects.all())
    with acting_for(oakshire.organisation.id):
        others = set(model.objects.all())
    assert len(own) == len(others) == 1
    assert own.isdisjoint(others)


@pytest.mark.parametrize("model", SCOPED)
def test_whoever_acts_for_nobody_sees_nothing(
    model: type[models.Job], elmshire: make.platform.Officer
) -> None:
    with acting_for(None):
        assert not model.objects.exists()


def test_nobody_writes_rows_of_another_organisation(
    elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    with (
        acting_for(oakshire.organisation.id),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        make.job(elmshire)


def test_nobody_changes_or_deletes_rows_of_another_organisation(
    elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    foreign = models.Job.objects.filter(organisation_id=elmshire.organisation.id)
    with acting_for(oakshire.organisation.id):
        assert foreign.update(title="Taken over") == 0
        assert foreign.delete()[0] == 0
    assert foreign.get().title != "Taken over"


def test_nobody_gives_a_row_of_theirs_to_another_organisation(
    elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    with (
        acting_for(oakshire.organisation.id),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        models.Job.objects.update(organisation_id=elmshire.organisation.id)


def test_shared_files_are_read_and_added_by_all_and_changed_by_none(
    elmshire: make.platform.Officer,
) -> None:
    given = {"organisation_id": None, "name": "services.csv", "retention_class": "permanent"}
    models.Document.objects.create(**given)
    with acting_for(elmshire.organisation.id):
        models.Document.objects.create(**given)
        assert models.Document.objects.count() == 2
        assert models.Document.objects.update(name="other.csv") == 0
        assert models.Document.objects.all().delete()[0] == 0


def test_a_person_signing_in_sees_their_own_offices_everywhere_and_no_others(
    elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    same_person = models.Account.objects.get(pk=elmshire.account_id)
    make.commissioner(account=same_person)
    with acting_for(None, account_id=elmshire.account_id):
        assert models.Officer.objects.count() == 2
        assert models.OfficerRole.objects.count() == 2
    with acting_for(None, account_id=oakshire.account_id):
        assert models.Officer.objects.count() == 1


def test_nobody_gives_themselves_a_role_where_they_do_not_act(
    elmshire: make.platform.Officer,
) -> None:
    elsewhere = make.commissioner(account=models.Account.objects.get(pk=elmshire.account_id))
    with (
        acting_for(elmshire.organisation.id, account_id=elmshire.account_id),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        models.OfficerRole.objects.create(
            officer_id=elsewhere.id, role="system_administrator", starts_on=make.TODAY
        )


def test_the_web_role_owns_nothing_and_is_not_above_row_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = %s",
            ["carewright_web"],
        )
        assert cursor.fetchone() == (False, False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = 'carewright_web'::regrole")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("model", [*SCOPED, models.Document])
def test_row_security_binds_everybody_but_the_operators_own_role(model: type[models.Job]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relowner <> 'carewright_web'::regrole "
            "FROM pg_class WHERE oid = %s::regclass",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (True, True)


def test_leaving_an_inner_block_returns_to_the_outer_one(
    elmshire: make.platform.Officer, oakshire: make.platform.Officer
) -> None:
    with acting_for(elmshire.organisation.id):
        with acting_for(oakshire.organisation.id):
            assert models.Officer.objects.get().id == oakshire.id
        assert models.Officer.objects.get().id == elmshire.id
    assert models.Officer.objects.count() == 2
    assert standing() is None


def test_a_failure_inside_a_block_leaves_nobody_acting(elmshire: make.platform.Officer) -> None:
    with pytest.raises(ZeroDivisionError), acting_for(elmshire.organisation.id):
        _ = 1 / 0
    assert _acts_as() == ("as it began", "")


def test_a_broken_transaction_inside_a_block_leaves_nobody_acting(
    elmshire: make.platform.Officer,
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), acting_for(elmshire.organisation.id):
        connection.cursor().execute("SELECT 1 / 0")
    assert _acts_as() == ("as it began", "")


def test_a_broken_transaction_within_a_block_leaves_the_block_acting(
    elmshire: make.platform.Officer,
) -> None:
    with acting_for(elmshire.organisation.id):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute("SELECT 1 / 0")
        assert _acts_as() == ("carewright_web", str(elmshire.organisation.id))


def _acts_as() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE current_user WHEN session_user THEN 'as it began' ELSE current_user END, "
            "coalesce(current_setting('carewright.organisation', true), '')"
        )
        user, organisation_id = cursor.fetchone()
    return user, organisation_id


def test_migrating_as_somebody_who_may_not_act_as_the_web_role_says_what_to_ask_for() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE ROLE plain_owner")
        cursor.execute("SET LOCAL ROLE plain_owner")
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            cursor.execute(CREATE_ROLE)
        transaction.set_rollback(True)
    assert "plain_owner may not act as the role carewright_web" in str(refused.value)
    assert "GRANT carewright_web TO plain_owner;" in str(refused.value)


def test_a_process_that_began_as_the_web_role_is_still_so_afterwards(
    elmshire: make.platform.Officer,
) -> None:
    began = connection.get_connection_params() | {"options": "-c role=carewright_web"}
    with connection.get_new_connection(began) as session:
        session.execute(ACT, [str(elmshire.organisation.id), ""])
        session.execute(CEASE)
        found = session.execute(
            "SELECT current_user, current_setting('carewright.organisation', true)"
        )
        assert found.fetchone() == ("carewright_web", "")
