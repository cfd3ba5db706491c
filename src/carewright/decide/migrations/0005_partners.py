"""Partners see, and from the level "decide" on take steps of, requests that are shared with them.

A request cites a version of its owner's scheme of delegation. That version is shown with it: a
list of the powers that officers hold is open to anybody anyway (Local Government Act 1972 s.100G,
Local Government (Scotland) Act 1973 s.50G).
"""

from django.db import migrations

from carewright.platform.api import ShareRows

REQUEST = "decide_approvalrequest"

CITED = """
CREATE FUNCTION decide_schemes_cited_by_partners()
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT line.scheme_id FROM public.decide_approvalrequest AS asked
    JOIN public.decide_schemeline AS line ON line.id = asked.line_id
    WHERE asked.partnership_id = ANY (ARRAY(
        SELECT platform_partnerships_sharing('approval', '{see,comment,decide}')))
      AND platform_takes_part(
        asked.partnership_id, asked.organisation_id, (now() AT TIME ZONE 'Europe/London')::date)
$$"""
SEEN = """
CREATE POLICY partners_select ON decide_scheme FOR SELECT
USING (id = ANY (ARRAY(SELECT decide_schemes_cited_by_partners())))"""


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0004_urgent_power_rows"),
        ("platform", "0004_working_together"),
    ]

    operations = [
        ShareRows("approvalrequest", kind="approval"),
        ShareRows("step", kind="approval", through=REQUEST, column="request_id"),
        ShareRows("stepdecision", kind="approval", through=REQUEST, column="request_id"),
        migrations.RunSQL(CITED, "DROP FUNCTION decide_schemes_cited_by_partners()"),
        migrations.RunSQL(SEEN, "DROP POLICY partners_select ON decide_scheme"),
    ]
