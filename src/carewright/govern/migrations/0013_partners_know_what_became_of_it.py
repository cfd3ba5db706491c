"""Partners with whom a paper is shared know what has become of its approval, and no more of it.

The request for approval stays with its owner unless it is shared by itself. The function looks
beyond what the present organisation sees and tells one word: the state of the request that a paper
cites which a partnership of theirs shares with them today.
"""

from django.db import migrations

BECAME = """
CREATE FUNCTION govern_became_of(asked_paper uuid)
RETURNS varchar LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT asked.state FROM public.govern_paper AS paper
    JOIN public.decide_approvalrequest AS asked ON asked.id = paper.request_id
    WHERE paper.id = asked_paper
      AND paper.partnership_id = ANY (ARRAY(
        SELECT platform_partnerships_sharing('paper', '{see,comment,decide}')))
      AND platform_takes_part(
        paper.partnership_id, paper.organisation_id, (now() AT TIME ZONE 'Europe/London')::date)
$$"""


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0012_meetings_change"),
        ("decide", "0012_rows_of_sent_back"),
    ]

    operations = [
        migrations.RunSQL(BECAME, "DROP FUNCTION govern_became_of(uuid)"),
    ]
