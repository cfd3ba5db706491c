"""Documents say what they are: a letter, a report, a data file, or what somebody gave."""

from django.db import migrations, models

#: Until now a file's name told data from words, and nothing told letters from either.
BY_NAME = r"""
    UPDATE platform_document SET kind = 'data'
    WHERE name ~* '\.(csv|csv\.gz|json|geojson|xlsx?|ods|zip|parquet)$'
"""


class Migration(migrations.Migration):
    dependencies = [("platform", "0012_papers_of_one_person")]

    operations = [
        migrations.AddField("document", "kind", models.CharField(db_default="file", max_length=10)),
        migrations.RunSQL(BY_NAME, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "document",
            models.CheckConstraint(
                condition=models.Q(("kind__in", ["file", "data", "letter", "report"])),
                name="document_kind_is_known",
            ),
        ),
    ]
