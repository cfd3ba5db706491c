"""Whoever acted first on something stays barred from approving it when it is asked anew.

What was done stands until a request about the same is approved. The function looks beyond what
the present organisation sees, as whoever acted in one council may decide from a partner's office;
it tells no more than the accounts that acted. Partners also see what holds up a request that is
shared with them: they could decide past a hold before.
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

ACTED_FIRST = """
CREATE FUNCTION decide_acted_first(asked_id uuid)
RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT COALESCE(array_agg(DISTINCT who), '{}')
    FROM public.decide_approvalrequest AS asked
    JOIN public.decide_approvalrequest AS same
        ON same.organisation_id = asked.organisation_id
        AND same.subject_kind = asked.subject_kind AND same.subject_id = asked.subject_id
    JOIN public.decide_urgentuse AS used ON used.request_id = same.id
    CROSS JOIN LATERAL unnest(ARRAY[used.account_id, used.power_account_id]) AS who
    WHERE asked.id = asked_id AND used.approved_at IS NULL
$$"""
APPROVED_SINCE = """
UPDATE decide_urgentuse AS used SET approved_at = (
    SELECT min(done.ended_at) FROM decide_approvalrequest AS asked
    JOIN decide_approvalrequest AS done
        ON done.organisation_id = asked.organisation_id
        AND done.subject_kind = asked.subject_kind AND done.subject_id = asked.subject_id
    WHERE asked.id = used.request_id AND done.state = 'approved'
        AND (done.id = asked.id OR done.asked_at >= asked.ended_at))"""


SEEN = """
CREATE POLICY partners_select ON part FOR SELECT USING
(EXISTS (SELECT FROM decide_approvalrequest AS asked WHERE asked.id = request_id))"""


def seen_with_its_request(table: str) -> migrations.RunSQL:
    """Partners see what belongs to a request that they see; they change none of it."""
    seen = SEEN.replace("part ", f"{table} ")
    return migrations.RunSQL(seen, f"DROP POLICY partners_select ON {table}")


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0007_minuted_at_meetings"),
    ]

    operations = [
        migrations.AddField("urgentuse", "approved_at", models.DateTimeField(null=True)),
        migrations.RunSQL(APPROVED_SINCE, migrations.RunSQL.noop),
        migrations.RunSQL(ACTED_FIRST, "DROP FUNCTION decide_acted_first(uuid)"),
        pgtrigger.migrations.RemoveTrigger(
            model_name="stepdecision",
            name="never_by_whoever_acted_first",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stepdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="never_by_whoever_acted_first",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF decide_acted_first(NEW.request_id)\n                        && ARRAY[NEW.account_id, NEW.power_account_id]\n                    THEN\n                        RAISE EXCEPTION USING\n                            ERRCODE = 'check_violation',\n                            MESSAGE = 'Whoever acted first does not approve it afterwards';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="4e9812da45484acfbd0df68cbc9afbb66f1632d4",
                    operation="INSERT",
                    pgid="pgtrigger_never_by_whoever_acted_first_ce417",
                    table="decide_stepdecision",
                    when="BEFORE",
                ),
            ),
        ),
        *map(seen_with_its_request, ("decide_hold", "decide_answer", "decide_urgentuse")),
    ]
