"""What showed that a duty under one person's placement was done is opened with it alone, too."""

from django.db import migrations

MARK = """
UPDATE platform_document AS paper SET placement_id = placement.id
FROM {table} AS kept
JOIN contract_agreement AS placement ON placement.id = kept.agreement_id
WHERE kept.{column} = paper.id
    AND placement.kind IN ('spot', 'individual_service_fund')"""


class Migration(migrations.Migration):
    dependencies = [
        ("keep_to", "0004_row_security_of_all"),
        ("platform", "0012_papers_of_one_person"),
    ]

    operations = [
        migrations.RunSQL(MARK.format(table=table, column=column), migrations.RunSQL.noop)
        for table, column in (
            ("keep_to_obligation", "document_id"),
            ("keep_to_statement", "accounts_document_id"),
        )
    ]
