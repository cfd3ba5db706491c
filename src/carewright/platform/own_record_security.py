"""Row security for those who act for no organisation: they see what stands in their access.

A policy of its own beside those of `ScopeRows`, so that either may let a row through. The access
is looked up by a function that the tables' owner runs, once a query and not once a row.
"""

from __future__ import annotations

from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from carewright.platform.row_security import CURRENT_ACCOUNT

FUNCTION: Final = "carewright_own_subjects"
TODAY: Final = "(now() AT TIME ZONE 'Europe/London')::date"

MAKE_FUNCTION: Final = f"""
CREATE FUNCTION {FUNCTION}(part text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(subject_id), '{{}}')
    FROM platform_personalaccess
    WHERE account_id = {CURRENT_ACCOUNT}
        AND ended_at IS NULL AND agreed_at IS NOT NULL
        AND starts_on <= {TODAY} AND (ends_before IS NULL OR ends_before > {TODAY})
        AND part = ANY(may_see)
$$
"""  # noqa: S608 - our own names
DROP_FUNCTION: Final = f"DROP FUNCTION {FUNCTION}(text)"


class ShowToOwnAccess(Operation):
    """Shows a table's rows to whoever may see that part of the record that they belong to."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str, *, column: str, part: str, only: str = "") -> None:
        self.model = model
        self.column = column
        self.part = part
        self.only = only

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """How the operation is written down in a migration."""
        given = {"column": self.column, "part": self.part, "only": self.only}
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
        """Adds the policy."""
        subjects = f"(SELECT {FUNCTION}('{self.part}'))::uuid[]"
        condition = f"{self.column} = ANY({subjects})"
        if self.only:
            condition = f"{condition} AND {self.only}"
        schema_editor.execute(
            f"CREATE POLICY {self._policy} ON {self._table(app_label, to_state)} "
            f"FOR SELECT USING ({condition})",
            None,
        )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Takes the policy away again."""
        schema_editor.execute(f"DROP POLICY {self._policy} ON {self._table(app_label, from_state)}")

    def describe(self) -> str:
        """What a person reads while migrating."""
        return f"Show rows of {self.model} to those whose record they belong to"

    @property
    def _policy(self) -> str:
        return f"own_record_{self.part}"

    def _table(self, app_label: str, state: ProjectState) -> str:
        return str(state.apps.get_model(app_label, self.model)._meta.db_table)
