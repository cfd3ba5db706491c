"""Signed copies of changes to one person's placement are opened with it alone, too."""

from django.db import migrations

MARK = """
UPDATE platform_document AS paper SET placement_id = placement.id
FROM vary_variation AS signed
JOIN contract_agreement AS placement ON placement.id = signed.agreement_id
WHERE signed.document_id = paper.id
    AND placement.kind IN ('spot', 'individual_service_fund')"""


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0012_papers_of_one_person"),
        ("vary", "0003_planned_ends_are_known_below"),
    ]

    operations = [
        migrations.RunSQL(MARK, migrations.RunSQL.noop),
    ]
