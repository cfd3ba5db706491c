"""The questions of sharing that the database itself asks, and the operation that lets it.

Each function runs as the tables' owner, so that a policy which asks it does not meet the policies
of the tables it asks about; none takes an organisation from its caller without checking it.
Those without arguments that depend on a row are asked once a query, not once a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from carewright.platform.row_security import CURRENT_ACCOUNT, CURRENT_ORGANISATION
from carewright.platform.rules.sharing import WHOLE_POOL, Level, SharedKind
from carewright.platform.scope import WEB_ROLE

#: Whoever may call a function that runs as its owner must not choose where it looks names up.
AS_OWNER: Final = "STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
TODAY: Final = "(now() AT TIME ZONE 'Europe/London')::date"

TERMS_IN_FORCE: Final = f"""
CREATE FUNCTION platform_terms_in_force(on_day date, just uuid DEFAULT NULL)
RETURNS TABLE (terms_id uuid, partnership_id uuid) LANGUAGE sql {AS_OWNER} AS $$
    SELECT DISTINCT ON (terms.partnership_id) terms.id, terms.partnership_id
    FROM public.platform_partnershipterms AS terms
    JOIN public.platform_partnership AS whole ON whole.id = terms.partnership_id
    WHERE (just IS NULL OR terms.partnership_id = just)
      AND terms.starts_on <= on_day AND (whole.ends_before IS NULL OR whole.ends_before > on_day)
      AND NOT EXISTS (
        SELECT FROM public.platform_partnershipmember AS named
        WHERE named.terms_id = terms.id AND named.agreed_at IS NULL)
    ORDER BY terms.partnership_id, terms.number DESC
$$"""  # noqa: S608 - fixed names

TAKES_PART: Final = f"""
CREATE FUNCTION platform_takes_part(partnership uuid, organisation uuid, on_day date)
RETURNS boolean LANGUAGE sql {AS_OWNER} AS $$
    SELECT EXISTS (
        SELECT FROM public.platform_terms_in_force(on_day, partnership) AS force
        JOIN public.platform_partnershipmember AS member ON member.terms_id = force.terms_id
        WHERE member.organisation_id = organisation
          AND (member.leaves_before IS NULL OR member.leaves_before > on_day))
$$"""  # noqa: S608 - fixed names

SHARING: Final = f"""
CREATE FUNCTION platform_partnerships_sharing(asked_kind text, levels text[])
RETURNS SETOF uuid LANGUAGE sql {AS_OWNER} AS $$
    SELECT force.partnership_id
    FROM public.platform_terms_in_force({TODAY}) AS force
    JOIN public.platform_partnershipmember AS member ON member.terms_id = force.terms_id
    JOIN public.platform_partnershipsharing AS shared ON shared.terms_id = force.terms_id
    WHERE member.organisation_id = {CURRENT_ORGANISATION}
      AND (member.leaves_before IS NULL OR member.leaves_before > {TODAY})
      AND shared.kind = asked_kind AND shared.level = ANY(levels)
$$"""  # noqa: S608 - fixed names

NAMED_IN: Final = f"""
CREATE FUNCTION platform_partnerships_named_in()
RETURNS SETOF uuid LANGUAGE sql {AS_OWNER} AS $$
    SELECT terms.partnership_id FROM public.platform_partnershipterms AS terms
    JOIN public.platform_partnershipmember AS member ON member.terms_id = terms.id
    WHERE member.organisation_id = {CURRENT_ORGANISATION}
$$"""  # noqa: S608 - fixed names

#: Answers only about the organisation acted for, or one where the person signing in has an office;
#: and to the tables' owner, who acts for nobody.
PARTNERSHIPS_OF: Final = f"""
CREATE FUNCTION platform_partnerships_of(organisation uuid, on_day date)
RETURNS jsonb LANGUAGE sql {AS_OWNER} AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', force.partnership_id,
        'members', (SELECT jsonb_agg(member.organisation_id)
            FROM public.platform_partnershipmember AS member
            WHERE member.terms_id = force.terms_id
              AND (member.leaves_before IS NULL OR member.leaves_before > on_day)),
        'shared', (SELECT jsonb_object_agg(shared.kind, shared.level)
            FROM public.platform_partnershipsharing AS shared
            WHERE shared.terms_id = force.terms_id))), '[]')
    FROM public.platform_terms_in_force(on_day) AS force
    WHERE public.platform_takes_part(force.partnership_id, organisation, on_day)
      AND (organisation = {CURRENT_ORGANISATION} OR EXISTS (
        SELECT FROM public.platform_officer AS own
        WHERE own.organisation_id = organisation AND own.account_id = {CURRENT_ACCOUNT}
          AND own.active)
        OR (current_setting('role') = 'none' AND session_user = current_user))
$$"""  # noqa: S608 - fixed names

KEEPS_ITS_OWNER: Final = f"""
CREATE FUNCTION platform_keeps_its_owner() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.organisation_id IS DISTINCT FROM OLD.organisation_id THEN
        RAISE EXCEPTION 'What is shared stays its owner''s' USING ERRCODE = '42501';
    END IF;
    IF NEW.partnership_id IS DISTINCT FROM OLD.partnership_id
       AND current_user = '{WEB_ROLE}'
       AND {CURRENT_ORGANISATION} IS DISTINCT FROM OLD.organisation_id THEN
        RAISE EXCEPTION 'Only its owner says with whom a thing is shared' USING ERRCODE = '42501';
    END IF;
    IF NEW.partnership_id IS DISTINCT FROM OLD.partnership_id AND NEW.partnership_id IS NOT NULL
       AND NOT public.platform_takes_part(NEW.partnership_id, NEW.organisation_id, {TODAY}) THEN
        RAISE EXCEPTION 'Nobody shares with a partnership of others' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$"""

SHARES_ADD_UP: Final = f"""
CREATE FUNCTION platform_shares_add_up() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE paid bigint; members bigint; total bigint;
BEGIN
    SELECT count(share), count(*), sum(share) INTO paid, members, total
    FROM public.platform_partnershipmember WHERE terms_id = NEW.terms_id;
    IF paid > 0 AND (paid < members OR total <> {WHOLE_POOL}) THEN
        RAISE EXCEPTION 'The shares of a pool add up to the whole of it' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shares_add_up AFTER INSERT OR UPDATE OF share, terms_id
ON platform_partnershipmember DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION platform_shares_add_up()"""  # noqa: S608 - a fixed number

TERMS_STAY: Final = """
CREATE FUNCTION platform_terms_stay_as_agreed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.platform_partnershipmember AS member
        JOIN public.platform_partnershipterms AS terms ON terms.id = member.terms_id
        JOIN public.platform_partnership AS whole ON whole.id = terms.partnership_id
        WHERE member.terms_id = NEW.terms_id AND member.agreed_at IS NOT NULL
          AND member.organisation_id <> whole.organisation_id)
    THEN
        RAISE EXCEPTION 'Terms that a partner has agreed are not added to' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER terms_stay_as_agreed BEFORE INSERT ON platform_partnershipmember
FOR EACH ROW EXECUTE FUNCTION platform_terms_stay_as_agreed();
CREATE TRIGGER terms_stay_as_agreed BEFORE INSERT ON platform_partnershipsharing
FOR EACH ROW EXECUTE FUNCTION platform_terms_stay_as_agreed()"""

_LEADS: Final = f"""EXISTS (
    SELECT FROM platform_partnershipterms AS terms
    JOIN platform_partnership AS whole ON whole.id = terms.partnership_id
    WHERE terms.id = terms_id AND whole.organisation_id = {CURRENT_ORGANISATION})"""
_SEES_TERMS: Final = "EXISTS (SELECT FROM platform_partnershipterms AS t WHERE t.id = terms_id)"
_OWN: Final = f"organisation_id = {CURRENT_ORGANISATION}"

#: Whoever is named in terms sees them; only the lead proposes; each agrees for itself alone.
POLICIES: Final = (
    ("platform_partnership", "named_select",
     "FOR SELECT USING (id = ANY (ARRAY(SELECT platform_partnerships_named_in())))"),
    ("platform_partnershipmember", "named_select", f"FOR SELECT USING ({_SEES_TERMS})"),
    ("platform_partnershipmember", "lead_insert",
     f"FOR INSERT WITH CHECK ({_LEADS} AND (agreed_at IS NULL OR {_OWN}))"),
    ("platform_partnershipmember", "own_update", f"FOR UPDATE USING ({_OWN}) WITH CHECK ({_OWN})"),
    ("platform_partnershipsharing", "named_select", f"FOR SELECT USING ({_SEES_TERMS})"),
    ("platform_partnershipsharing", "lead_insert", f"FOR INSERT WITH CHECK ({_LEADS})"),
)  # fmt: skip

#: What becomes of the tables of partnerships in the database, and the way back.
FORWARDS: Final = (
    TERMS_IN_FORCE,
    TAKES_PART,
    SHARING,
    NAMED_IN,
    PARTNERSHIPS_OF,
    KEEPS_ITS_OWNER,
    SHARES_ADD_UP,
    TERMS_STAY,
    "ALTER TABLE platform_partnershipmember ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE platform_partnershipsharing ENABLE ROW LEVEL SECURITY",
    *(f"CREATE POLICY {name} ON {table} {rule}" for table, name, rule in POLICIES),
    "REVOKE DELETE, TRUNCATE ON platform_partnership, platform_partnershipterms, "
    f"platform_partnershipmember, platform_partnershipsharing FROM {WEB_ROLE}",
    f"REVOKE UPDATE ON platform_partnershipterms, platform_partnershipsharing FROM {WEB_ROLE}",
)
BACKWARDS: Final = (
    *(f"DROP POLICY {name} ON {table}" for table, name, _ in POLICIES),
    "DROP FUNCTION platform_terms_stay_as_agreed() CASCADE",
    "DROP FUNCTION platform_shares_add_up() CASCADE",
    "DROP FUNCTION platform_keeps_its_owner()",
    "DROP FUNCTION platform_partnerships_of(uuid, date)",
    "DROP FUNCTION platform_partnerships_named_in()",
    "DROP FUNCTION platform_partnerships_sharing(text, text[])",
    "DROP FUNCTION platform_takes_part(uuid, uuid, date)",
    "DROP FUNCTION platform_terms_in_force(date, uuid)",
)


class ShareRows(Operation):
    """Lets partners at rows that carry a `partnership_id`, as far as the kind is shared.

    It adds to `ScopeRows`, which the table has already: rows of other members are seen from the
    level "see" on and changed at "decide"; whose they are never changes, and only the owner says
    with whom they are shared. With `through`, the rows are parts of a parent that carries the
    `partnership_id`; `adds_at` is then the level from which partners add such parts, "comment"
    for a table of comments. Parts that partners add at "comment" are changed by none of them.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(
        self,
        model: str,
        *,
        kind: SharedKind | str,
        through: str = "",
        column: str = "",
        adds_at: Level | str = Level.DECIDE,
    ) -> None:
        self.model = model
        self.kind = SharedKind(kind)
        self.through = through
        self.column = column
        self.adds_at = Level(adds_at)

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """How the operation is written down in a migration."""
        given = {"kind": self.kind.value, "through": self.through, "column": self.column}
        kept: dict[str, object] = {key: value for key, value in given.items() if value}
        return type(self).__name__, [self.model], {**kept, "adds_at": self.adds_at.value}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Sharing changes no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Adds a policy for each way in which partners come to the rows."""
        table = self._table(app_label, to_state)
        for name, rule in self._rules(table):
            schema_editor.execute(f"CREATE POLICY {name} ON {table} {rule}")
        if not self.through:
            schema_editor.execute(
                f"CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION platform_keeps_its_owner()"
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Takes them away again."""
        table = self._table(app_label, from_state)
        if not self.through:
            schema_editor.execute(f"DROP TRIGGER keeps_its_owner ON {table}")
        for name, _ in self._rules(table):
            schema_editor.execute(f"DROP POLICY {name} ON {table}")

    def describe(self) -> str:
        """What a person reads while migrating."""
        return f"Let partners at rows of {self.model}, as far as {self.kind.value} is shared"

    def _table(self, app_label: str, state: ProjectState) -> str:
        return str(state.apps.get_model(app_label, self.model)._meta.db_table)

    def _rules(self, table: str) -> Iterator[tuple[str, str]]:
        if self.through:
            yield from self._rules_of_parts(table)
            return
        seen, decided = (self._reached(table, level) for level in (Level.SEE, Level.DECIDE))
        yield "partners_select", f"FOR SELECT USING ({seen})"
        yield "partners_update", f"FOR UPDATE USING ({decided}) WITH CHECK ({decided})"
        own = f"{table}.partnership_id = ANY ({self._partnerships(Level.SEE)})"
        yield (
            "partners_insert",
            f"AS RESTRICTIVE FOR INSERT WITH CHECK ({table}.partnership_id IS NULL OR {own})",
        )

    def _rules_of_parts(self, table: str) -> Iterator[tuple[str, str]]:
        added = self._within(table, self.adds_at)
        yield "partners_insert", f"FOR INSERT WITH CHECK ({added})"
        if self.adds_at is Level.DECIDE:
            yield "partners_update", f"FOR UPDATE USING ({added}) WITH CHECK ({added})"

    def _within(self, table: str, level: Level) -> str:
        return (
            f"EXISTS (SELECT FROM {self.through} AS parent "
            f"WHERE parent.id = {table}.{self.column} AND {self._reached('parent', level)})"
        )

    def _reached(self, table: str, level: Level) -> str:
        """A partnership of ours shares the kind so far, and the row's owner is still in it."""
        return (
            f"{table}.partnership_id = ANY ({self._partnerships(level)}) AND "
            f"platform_takes_part({table}.partnership_id, {table}.organisation_id, {TODAY})"
        )

    def _partnerships(self, level: Level) -> str:
        levels = ",".join(each.value for each in level.or_more)
        return f"ARRAY(SELECT platform_partnerships_sharing('{self.kind.value}', '{{{levels}}}'))"
