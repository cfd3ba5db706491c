"""Row-level security as migration operations, reversible like any other.

A table under `ScopeRows` shows an organisation's rows to that organisation only, whatever the
query: forgetting a filter in Python then shows nothing too much. The rule binds
whoever does not own the tables: web and worker, never the operator's own commands.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from carewright.platform.scope import ACCOUNT_SETTING, ORGANISATION_SETTING, WEB_ROLE

CURRENT_ORGANISATION: Final = f"nullif(current_setting('{ORGANISATION_SETTING}', true), '')::uuid"
CURRENT_ACCOUNT: Final = f"nullif(current_setting('{ACCOUNT_SETTING}', true), '')::uuid"

COMMANDS: Final = ("select", "insert", "update", "delete")


class Shared(Enum):
    """What may be done to rows that belong to no organisation."""

    NO = frozenset[str]()
    ADDED = frozenset({"insert"})  # written by anyone, read by nobody who acts for an organisation
    READ = frozenset({"select", "insert"})  # added and read by all, changed by none
    CHANGED = frozenset(COMMANDS)  # reference data that all keep together


class ScopeRows(Operation):
    """Puts a table under row-level security by the organisation that its rows belong to.

    `through` names the parent's table when the rows themselves hold no organisation: `column` is
    then the key to the parent, and whoever sees the parent sees the row. `own_account` names a
    column by which a signed-in person sees their own rows in every organisation.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(
        self,
        model: str,
        *,
        column: str = "organisation_id",
        shared: bool | Shared = False,
        through: str = "",
        own_account: str = "",
    ) -> None:
        self.model = model
        self.column = column
        self.shared = shared
        self.through = through
        self.own_account = own_account

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """How the operation is written down in a migration."""
        given = {
            "column": self.column,
            "shared": self.shared,
            "through": self.through,
            "own_account": self.own_account,
        }
        return type(self).__name__, [self.model], {k: v for k, v in given.items() if v}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Row security changes no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Enables row security, with one policy a command."""
        table = self._table(app_label, to_state)
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for command, rule in self._rules(table):
            schema_editor.execute(
                f"CREATE POLICY {_policy(command)} ON {table} FOR {command.upper()} {rule}"
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Takes the policies and the row security away again."""
        table = self._table(app_label, from_state)
        for command in COMMANDS:
            schema_editor.execute(f"DROP POLICY {_policy(command)} ON {table}")
        schema_editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")

    def describe(self) -> str:
        """What a person reads while migrating."""
        return f"Show rows of {self.model} to their own organisation only"

    @property
    def migration_name_fragment(self) -> str:
        """Part of an automatic migration's name."""
        return f"scope_rows_of_{self.model.lower()}"

    def _table(self, app_label: str, state: ProjectState) -> str:
        return str(state.apps.get_model(app_label, self.model)._meta.db_table)

    def _rules(self, table: str) -> Iterator[tuple[str, str]]:
        seen, changed = self._condition(table, "select"), self._condition(table, "update")
        yield "select", f"USING ({seen})"
        yield "insert", f"WITH CHECK ({self._condition(table, 'insert')})"
        yield "update", f"USING ({changed}) WITH CHECK ({changed})"
        yield "delete", f"USING ({self._condition(table, 'delete')})"

    def _condition(self, table: str, command: str) -> str:
        if self.through:
            return self._parents_condition(table, command)
        ways = [f"{self.column} = {CURRENT_ORGANISATION}"]
        if command in self._shared.value:
            ways.append(f"{self.column} IS NULL")
        if command == "select" and self.own_account:
            ways.append(f"{self.own_account} = {CURRENT_ACCOUNT}")
        return " OR ".join(ways)

    def _parents_condition(self, table: str, command: str) -> str:
        # The parent's own policy decides what the inner query sees; writing asks more of it.
        own = "" if command == "select" else f" AND parent.organisation_id = {CURRENT_ORGANISATION}"
        return (
            f"EXISTS (SELECT 1 FROM {self.through} AS parent "  # noqa: S608 - names from migrations
            f"WHERE parent.id = {table}.{self.column}{own})"
        )

    @property
    def _shared(self) -> Shared:
        if isinstance(self.shared, Shared):
            return self.shared
        return Shared.READ if self.shared else Shared.NO


def _policy(command: str) -> str:
    return f"own_organisation_{command}"


class MakeWebRole(Operation):
    """Makes the role that web and worker act as; it may use whatever later migrations make.

    Roles belong to the whole cluster, so the way back takes its rights away but leaves the role.
    """

    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """A role changes no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Creates the role where it is missing and grants it what it needs."""
        schema_editor.execute(CREATE_ROLE, None)
        for grant in _GRANTS:
            schema_editor.execute(grant)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Takes the rights away."""
        for revoke in _REVOKES:
            schema_editor.execute(revoke)

    def describe(self) -> str:
        """What a person reads while migrating."""
        return f"Make the role {WEB_ROLE}, which owns nothing"


# Two databases of one cluster may be migrated at once, so the role may appear between the lines.
CREATE_ROLE: Final = f"""
DO $$
DECLARE needed text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{WEB_ROLE}') THEN
        BEGIN
            CREATE ROLE {WEB_ROLE} NOLOGIN;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION USING
                    ERRCODE = 'insufficient_privilege',
                    MESSAGE = format(
                        'The role {WEB_ROLE} is missing and %s may not make it.', current_user),
                    HINT = format(
                        'Ask the administrator of the database server to run: '
                        'CREATE ROLE {WEB_ROLE} NOLOGIN; GRANT {WEB_ROLE} TO %I;', current_user);
        END;
    END IF;
    -- From 16 on, being a member and being allowed to act as the role are two things.
    needed := CASE WHEN current_setting('server_version_num')::int >= 160000
                   THEN 'SET' ELSE 'MEMBER' END;
    IF NOT pg_has_role(current_user, '{WEB_ROLE}', needed) THEN
        BEGIN
            EXECUTE format('GRANT {WEB_ROLE} TO %I', current_user);
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE EXCEPTION USING
                ERRCODE = 'insufficient_privilege',
                MESSAGE = format('%s may not act as the role {WEB_ROLE}.', current_user),
                HINT = format(
                    'Ask the administrator of the database server to run: '
                    'GRANT {WEB_ROLE} TO %I;', current_user);
        END;
    END IF;
END
$$
"""  # noqa: S608 - a fixed role name

#: What later migrations make may be used too; these rights belong to the role that migrates.
RIGHTS_TO_COME: Final = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public "
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB_ROLE}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {WEB_ROLE}",
)

_GRANTS: Final = (
    f"GRANT USAGE ON SCHEMA public TO {WEB_ROLE}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {WEB_ROLE}",
    f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {WEB_ROLE}",
    *RIGHTS_TO_COME,
    f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {WEB_ROLE}",
)

_REVOKES: Final = (
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {WEB_ROLE}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {WEB_ROLE}",
    f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {WEB_ROLE}",
    f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {WEB_ROLE}",
    f"REVOKE USAGE ON SCHEMA public FROM {WEB_ROLE}",
)
