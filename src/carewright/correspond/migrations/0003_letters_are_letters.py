"""Documents that were written from a template say so, those of before as well."""

from django.db import migrations

FROM_TEMPLATES = """
    UPDATE platform_document AS document SET kind = template.kind
    FROM correspond_letter AS letter
    JOIN correspond_templateversion AS version ON version.id = letter.version_id
    JOIN correspond_lettertemplate AS template ON template.id = version.template_id
    WHERE document.id IN (letter.word_id, letter.pdf_id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("correspond", "0002_row_security"),
        ("platform", "0013_kinds_of_documents"),
    ]

    operations = [migrations.RunSQL(FROM_TEMPLATES, migrations.RunSQL.noop)]
