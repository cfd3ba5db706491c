"""Who may do what with the seals, and the two looks at the record that sealing needs."""

from django.db import migrations

from carewright.platform.api import WEB_ROLE, ScopeRows, Shared

SEALS = "attest_leaf, attest_node, attest_checkpoint, attest_deposit"

# Sealing sees every organisation's events, but no more of them than hashes and ids; the worker,
# which acts as a role that sees nobody's rows, gets these through functions of the tables' owner.
UNSEALED = """
CREATE FUNCTION attest_unsealed(since bigint, most integer)
RETURNS TABLE (event_id uuid, leaf bytea, written_in bigint, finished_before bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT event.id, event.leaf, event.written_in,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    FROM public.platform_auditevent AS event
    WHERE event.written_in >= since
        AND NOT EXISTS (SELECT FROM public.attest_leaf AS leaf WHERE leaf.event_id = event.id)
    ORDER BY event.written_in, event.id
    LIMIT most
$$
"""
WAITING = """
CREATE FUNCTION attest_waiting(since bigint)
RETURNS TABLE (waiting bigint, oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*), min(event.written_at)
    FROM public.platform_auditevent AS event
    WHERE event.written_in >= since
        AND NOT EXISTS (SELECT FROM public.attest_leaf AS leaf WHERE leaf.event_id = event.id)
$$
"""


def for_web_alone(function):
    """Whoever else has a way into the database has no business with these."""
    return migrations.RunSQL(
        f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC; "
        f"GRANT EXECUTE ON FUNCTION {function} TO {WEB_ROLE}",
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("attest", "0001_seals_and_checkpoints")]

    operations = [
        ScopeRows("deposit", shared=Shared.READ),
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {SEALS} FROM {WEB_ROLE}",
            f"GRANT UPDATE, DELETE ON {SEALS} TO {WEB_ROLE}",
        ),
        # What a look over the record came to is written by the operator's command alone.
        migrations.RunSQL(
            f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON attest_verification FROM {WEB_ROLE}",
            f"GRANT INSERT, UPDATE, DELETE ON attest_verification TO {WEB_ROLE}",
        ),
        migrations.RunSQL(UNSEALED, "DROP FUNCTION attest_unsealed(bigint, integer)"),
        migrations.RunSQL(WAITING, "DROP FUNCTION attest_waiting(bigint)"),
        for_web_alone("attest_unsealed(bigint, integer)"),
        for_web_alone("attest_waiting(bigint)"),
    ]
