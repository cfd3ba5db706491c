"""Row security that is told for whom it answers once a query, on tables of many thousand rows."""

from __future__ import annotations

from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from carewright.platform.row_security import CURRENT_ORGANISATION

#: A question of its own is answered before the first row; a bare call, again for each of them.
EACH_ROW: Final = f"organisation_id = {CURRENT_ORGANISATION}"
ONCE: Final = f"organisation_id = (SELECT {CURRENT_ORGANISATION})"


class AskOnce(Operation):
    """Lets the reading policy that `ScopeRows` made ask once a query, not once a row.

    It shows the same rows; reading sixty thousand of them takes a third of the time.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """How the operation is written down in a migration."""
        return type(self).__name__, [self.model], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Row security changes no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Asks once."""
        self._alter(app_label, schema_editor, to_state, ONCE)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Asks for each row again."""
        self._alter(app_label, schema_editor, from_state, EACH_ROW)

    def describe(self) -> str:
        """What a person reads while migrating."""
        return f"Ask once a query whose rows of {self.model} may be seen"

    def _alter(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        state: ProjectState,
        condition: str,
    ) -> None:
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        schema_editor.execute(
            f"ALTER POLICY own_organisation_select ON {table} USING ({condition})", None
        )
