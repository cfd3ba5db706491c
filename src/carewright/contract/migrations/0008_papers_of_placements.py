"""Signed copies of one person's placement that were kept before are opened with it alone, too."""

from django.db import migrations

MARK = """
UPDATE platform_document AS paper SET placement_id = placement.id
FROM contract_signature AS signed
JOIN contract_agreement AS placement ON placement.id = signed.agreement_id
WHERE signed.document_id = paper.id
    AND placement.kind IN ('spot', 'individual_service_fund')"""


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0007_publishers_of_open_data"),
        ("platform", "0012_papers_of_one_person"),
    ]

    operations = [
        migrations.RunSQL(MARK, migrations.RunSQL.noop),
    ]
