"""Requests that were asked for papers sent on without something tell those who decide so."""

from django.db import migrations

TOLD = """
UPDATE decide_approvalrequest AS asked SET
    missing = ARRAY(SELECT jsonb_array_elements_text(paper.without)),
    missing_why = paper.without_reason
FROM govern_paper AS paper
WHERE paper.request_id = asked.id AND paper.without <> '[]'::jsonb"""


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0010_shared_with_partners"),
        ("decide", "0010_what_is_missing"),
    ]

    operations = [migrations.RunSQL(TOLD, migrations.RunSQL.noop)]
